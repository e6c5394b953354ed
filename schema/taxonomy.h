#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/result.h"

namespace mahdar {

enum class EntityKind { kCountry, kOrganisation, kArmedGroup, kPerson, kPlace, kSource };

/// For whom a person speaks, and when. Dates "YYYY-MM-DD" or shorter; empty: open.
struct Delegation {
  std::string of;  ///< ISO code of a country, or an organisation's id
  std::string role_ar;
  std::string from;
  std::string to;
};

/// A country, organisation, group, person, place or source with all its spellings.
struct Entity {
  EntityKind kind = EntityKind::kPlace;
  std::string id;  ///< lower-case ASCII: "russia", "alexander-lavrentiev", "sana"
  std::string label_ar;
  std::string label_en;
  /// Spellings of the name itself, Arabic and Latin. Searching for one finds them all.
  std::vector<std::string> names;
  /// Adjectives, capitals and other words that stand for it ("الروسية", "موسكو"): evidence, no aliases.
  std::vector<std::string> forms;
  /// Phrases that contain a name or form but mean something else ("روسيا اليوم").
  std::vector<std::string> not_in;
  std::string iso;                     ///< countries: ISO 3166-1 alpha-2, else empty
  bool guarantor = false;              ///< countries
  bool agency = false;                 ///< sources: a news agency, quoted by others
  std::vector<std::string> hosts;      ///< sources: host names of their addresses
  std::vector<std::string> datelines;  ///< sources: spellings valid only in dateline or signature
  std::string country;                 ///< places, sources, organisations: ISO code, may be empty
  /// Id of the entity this is another name of for a time (Nur-Sultan is Astana from 2019 to 2022), or empty.
  /// Searching for one finds the other; never chained.
  std::string same_as;
  std::vector<Delegation> delegations;  ///< people
};

struct Round {
  int number = 0;
  std::string start;  ///< "YYYY-MM-DD"
  std::string end;
  std::string city;  ///< place id
  std::string label_ar;
  std::string label_en;
  std::vector<std::string> keywords;  ///< outcome and agenda phrases that tell it
  std::vector<std::string> heads;     ///< ids of people known to have led delegations
};

struct Topic {
  std::string id;
  std::string label_ar;
  std::string label_en;
  std::vector<std::string> aliases;  ///< other ids users may type
  std::vector<std::string> cues;
  std::vector<std::string> counter_cues;
  std::vector<std::string> lead_cues;  ///< count in title and lead alone
  bool formula = false;                ///< its cues stand in every final statement: they weigh less
  bool passing = false;                ///< its cues often stand in passing: one in the body is not enough
};

/// One way of naming something that others name otherwise.
struct Framing {
  std::string id;
  std::string label_ar;
  std::string label_en;
  std::string subject;              ///< what is named: "government", shared by ways that compete
  std::string country;              ///< whose it is, as code; empty where that does not matter
  std::vector<std::string> terms;   ///< phrases that use it
  std::vector<std::string> not_in;  ///< phrases that hold a term and mean something else
};

/// A process or event whose numbered meetings are not rounds of the archive's own process.
struct RivalProcess {
  std::string id;                  ///< "geneva", "constitutional-committee", "summit"
  std::vector<std::string> names;  ///< "جنيف", "اللجنة الدستورية", "قمة"
};

/// The negotiation the archive is about.
struct Process {
  std::string id;
  std::string label_ar;
  std::string label_en;
  std::vector<std::string> names;  ///< "أستانا" and its spellings, as they stand before a number
  std::vector<std::string> format;  ///< phrases that prove the process: "محادثات أستانا", "الدول الضامنة"
  std::vector<std::string> subject;  ///< words of which one must occur: "سوريا", "السورية"
  std::vector<std::string> heads;  ///< nouns a round's number binds to: "جولة", "اجتماع", "نسخة"
  std::vector<RivalProcess> rivals;
};

/// Everything an archive knows about its world. Immutable once loaded; safe to share between threads.
class Taxonomy {
 public:
  /// One TOML text and the name to use in error messages.
  struct SourceText {
    std::string path;
    std::string content;
  };

  /// The taxonomy linked into the program: the Astana talks on Syria.
  static const Taxonomy& bundled();

  /// Reads one or more TOML texts as one taxonomy. Checks ids, dates, references between entries and
  /// double spellings; the error names file, line and what is wrong.
  static Result<Taxonomy> parse(std::span<const SourceText> texts);

  /// Reads a TOML file, or every *.toml of a directory.
  static Result<Taxonomy> load(const std::string& path);

  const Process& process() const { return process_; }
  const std::vector<Round>& rounds() const { return rounds_; }  ///< ascending numbers
  const std::vector<Entity>& entities() const { return entities_; }
  const std::vector<Topic>& topics() const { return topics_; }
  const std::vector<Framing>& framings() const { return framings_; }

  const Round* round(int number) const;               ///< null where there is none
  const Entity* entity(std::string_view id) const;    ///< null where there is none
  const Entity* country(std::string_view iso) const;  ///< null where there is none
  const Topic* topic(std::string_view id) const;      ///< by id or alias; null where there is none
  const Framing* framing(std::string_view id) const;  ///< null where there is none
  std::vector<const Entity*> guarantors() const;      ///< in the order of the file

  /// The person's delegation on a date ("YYYY-MM-DD" or shorter, empty: any); the first in the order of the
  /// file where several fit, empty where not known.
  static std::string delegation_on(const Entity& person, std::string_view date);

  /// The texts it was read from, for keeping in the index: parse(source_texts()) gives the same taxonomy.
  const std::vector<SourceText>& source_texts() const { return texts_; }

  /// Hash of the texts, 32 hexadecimal digits.
  const std::string& hash() const { return hash_; }

 private:
  friend class TaxonomyReader;
  Process process_;
  std::vector<Round> rounds_;
  std::vector<Entity> entities_;
  std::vector<Topic> topics_;
  std::vector<Framing> framings_;
  std::map<std::string, std::size_t, std::less<>> entity_by_id_;
  std::map<std::string, std::size_t, std::less<>> country_by_iso_;
  std::map<std::string, std::size_t, std::less<>> topic_by_id_;  // aliases too
  std::vector<SourceText> texts_;
  std::string hash_;
};

}  // namespace mahdar
