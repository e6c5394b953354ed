#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// Half-open range of bytes in a UTF-8 text.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// What a reader takes out of a file: text and what the file itself says about it.
struct RawArticle {
  std::string path;          ///< file it came from, as found by the scan; "-" for standard input
  std::uint64_t record = 0;  ///< line in a JSON Lines file, 1-based; 0 for one-article files
  std::string id;            ///< the file's own id, or empty
  std::string url;
  std::string title;  ///< empty where the file names none (plain text: first line decides later)
  std::string text;   ///< UTF-8; paragraphs end with '\n'; without header block and markup
  std::uint32_t text_offset =
      0;  ///< bytes of the decoded file before `text` (plain text with a header block)
  std::uint32_t title_offset =
      0;                    ///< bytes of the decoded file before a title in its header block; 0: not there
  std::string head;         ///< these bytes before `text`, where the decoded file is not the file's bytes
  bool as_in_file = false;  ///< the decoded file is the file, byte for byte
  std::string date;         ///< as written in the file, or empty
  std::string version;      ///< when it was last changed or fetched, as written in the file, or empty
  std::string source;       ///< as written in the file, or empty
  std::string author;       ///< as written in the file, or empty
  std::string language;     ///< as written in the file, or empty
  std::string encoding;     ///< the encoding the bytes were in, e.g. "UTF-8", "windows-1256"
  std::vector<std::string> warnings;  ///< e.g. an encoding that had to be guessed
};

/// Why a value was given: where in the text, by which rule, with which weight.
struct Evidence {
  ByteRange range;   ///< in Article::text
  std::string rule;  ///< e.g. "process+number", "speech-verb"
  double weight = 1;
  bool operator==(const Evidence&) const = default;
};

enum class RoundRole { kOwn, kPast, kNext, kMentioned };

struct RoundMention {
  int round = 0;
  RoundRole role = RoundRole::kMentioned;
  ByteRange range;
  std::string rule;
  bool operator==(const RoundMention&) const = default;
};

struct RoundInfo {
  std::vector<int> about;               ///< ascending; empty: unknown
  std::vector<RoundMention> mentioned;  ///< the other rounds the text names, one entry a round
  double confidence = 0;                ///< 0 to 1
  std::vector<Evidence> evidence;
  bool operator==(const RoundInfo&) const = default;
};

struct GuarantorInfo {
  std::string focus = "none";            ///< a guarantor's id ("russia"), "several" or "none"
  std::map<std::string, double> scores;  ///< guarantor id → share of the weight, 0 to 1
  double confidence = 0;                 ///< that `focus` is right, "none" too; 0 to 1
  std::vector<Evidence> evidence;
  bool operator==(const GuarantorInfo&) const = default;
};

struct CountryInfo {
  std::string code;  ///< ISO 3166-1 alpha-2
  std::uint32_t count = 0;
  double salience = 0;  ///< 0 to 1
  std::vector<Evidence> evidence;
  bool operator==(const CountryInfo&) const = default;
};

/// An organisation or armed group.
struct OrganisationInfo {
  std::string id;
  std::uint32_t count = 0;
  std::vector<Evidence> evidence;
  bool operator==(const OrganisationInfo&) const = default;
};

struct PersonInfo {
  std::string id;
  std::string delegation;  ///< country code or organisation id at the article's date; may be empty
  std::uint32_t count = 0;
  std::vector<Evidence> evidence;
  bool operator==(const PersonInfo&) const = default;
};

struct TopicInfo {
  std::string id;
  double score = 0;
  std::vector<Evidence> evidence;
  bool operator==(const TopicInfo&) const = default;
};

/// A way of naming that the text uses and others avoid ("نظام الأسد", "الحكومة السورية").
struct FramingInfo {
  std::string id;
  std::uint32_t count = 0;
  std::vector<Evidence> evidence;
  bool operator==(const FramingInfo&) const = default;
};

struct DateInfo {
  std::string published;           ///< "2017-10-30", "2017-10", "2017", or empty
  std::string precision = "none";  ///< "day", "month", "year", "none"
  std::string basis = "none";      ///< "meta", "url", "text", "round", "none"
  std::string event;               ///< what the text reports happened, same form; may be empty
  double confidence = 0;           ///< 0 to 1
  std::vector<Evidence> evidence;
  bool operator==(const DateInfo&) const = default;
};

struct SourceInfo {
  std::string id;      ///< the outlet: taxonomy id, or its name as written where the taxonomy lacks it
  std::string agency;  ///< the agency it quotes, taxonomy id; may be empty
  std::string basis = "none";  ///< "meta", "url", "signature", "dateline", "quoted", "none"
  std::vector<Evidence> evidence;
  bool operator==(const SourceInfo&) const = default;
};

/// What a user's corrections file put in the place of what was detected.
struct AppliedCorrection {
  std::string field;     ///< a field's English name: "round"
  std::string value;     ///< canonical, as in a filter; several joined by ","
  std::string detected;  ///< what stood there before, in the same form
  std::string who;
  std::string why;
  std::string place;  ///< file and line of the correction
  bool operator==(const AppliedCorrection&) const = default;
};

/// A stretch of Article::text and where it stood in the source's decoded UTF-8 text.
struct TextSegment {
  ByteRange range;           ///< in Article::text
  std::uint32_t origin = 0;  ///< first byte in the source text
  bool operator==(const TextSegment&) const = default;
};

/// A stretch of the source that was left out of the article's text, and the rule that did so.
struct TextCut {
  ByteRange range;   ///< in RawArticle::text; of an Article, in the source's decoded UTF-8 text
  std::string rule;  ///< e.g. "promotion", "after-the-end"
  bool operator==(const TextCut&) const = default;
};

/// What is indexed and shown. Offsets of all evidence are bytes in `text`.
struct Article {
  std::string id;
  std::string url;
  std::string path;
  std::string text;  ///< title, '\n', then paragraphs each ended by '\n'; boilerplate cut
  std::uint32_t title_end =
      0;  ///< the title is text[0, title_end); without headline, the first paragraph's beginning
  std::vector<TextSegment> segments;
  std::string language;  ///< "ar", or another ISO 639-1 code
  std::string encoding;
  std::string author;  ///< as the source names its author, one line; or empty
  RoundInfo round;
  GuarantorInfo guarantor;
  std::vector<CountryInfo> countries;  ///< by falling salience
  std::vector<OrganisationInfo> organisations;
  std::vector<PersonInfo> people;
  std::vector<TopicInfo> topics;     ///< by falling score
  std::vector<FramingInfo> framing;  ///< by falling count
  DateInfo date;
  SourceInfo source;
  std::vector<AppliedCorrection> corrections;  ///< in the order of their file
  std::vector<std::string> warnings;

  std::string_view title() const { return std::string_view(text).substr(0, title_end); }
  /// Whether the title is borrowed from the text and ends inside a sentence.
  bool title_is_cut() const;
  /// title(), with " …" where it is cut: for people to read.
  std::string shown_title() const;
  std::string_view slice(ByteRange r) const {
    return std::string_view(text).substr(r.begin, r.end - r.begin);
  }
  bool operator==(const Article&) const = default;
};

}  // namespace mahdar
