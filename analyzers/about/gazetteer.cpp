#include "analyzers/about/gazetteer.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/about/foreign_adjective.h"
#include "analyzers/about/latin_names.h"
#include "analyzers/about/phrase_trie.h"
#include "analyzers/about/proclitic_forms.h"
#include "analyzers/about/vowel_signs.h"
#include "analyzers/text/token_gap.h"

namespace mahdar {

namespace {

constexpr std::string_view kArticle = "ال";

/// "تركي", folded, and what its feminine, plurals and duals end in.
constexpr std::string_view kRelative = "ي";
constexpr std::array kRelativeEndings{"ه", "ين", "ون", "ان", "تين", "تان", "ات"};

/// What a phrase of the trie stands for.
struct Entry {
  const Entity* entity = nullptr;
  FormKind form = FormKind::kName;
  bool hides = false;       ///< one of Entity::not_in: the entity is not meant inside
  bool ends_today = false;  ///< a source's name that ends with "اليوم": before a weekday it is no name
  std::uint32_t signs = 0;  ///< one more than the place of its vowel signs; 0 for a spelling without
};

struct Candidate {
  Entry entry;
  std::uint32_t first;
  std::uint32_t count;
  bool behind_proclitic;

  std::uint32_t end() const { return first + count; }
};

/// By start, the longest first, what hides before what it may hide, then the plain reading before one that
/// takes a letter for a proclitic.
bool precedes(const Candidate& a, const Candidate& b) {
  if (a.first != b.first) return a.first < b.first;
  if (a.count != b.count) return a.count > b.count;
  if (a.entry.hides != b.entry.hides) return a.entry.hides;
  return a.behind_proclitic < b.behind_proclitic;
}

/// Sorts candidates of which only those of one first token, few, are out of order.
void sort_by_place(std::vector<Candidate>& candidates) {
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const Candidate moved = candidates[i];
    std::size_t to = i;
    for (; to > 0 && precedes(moved, candidates[to - 1]); --to) candidates[to] = candidates[to - 1];
    candidates[to] = moved;
  }
}

/// Whether both read the same words in the same way.
bool same_stretch(const Candidate& a, const Candidate& b) {
  return a.first == b.first && a.count == b.count && a.behind_proclitic == b.behind_proclitic;
}

/// A name runs over quotes and brackets, not over a comma nor the end of a sentence, unless it is an
/// abbreviation
/// ("أ.ف.ب").
bool joins(const Token& before, const Token& token) {
  constexpr std::size_t kOneLetter = 2;
  switch (token.gap) {
    case Gap::kParagraph:
      return false;
    case Gap::kSentence:
      return before.folded.size() <= kOneLetter && token.folded.size() <= kOneLetter;
    case Gap::kClause:
      return !holds_comma(text_between(before, token));
    default:
      return true;
  }
}

/// Takes out what the vowel signs of a word say that it is not. `candidates` are sorted.
void drop_unsigned_twins(std::vector<Candidate>& candidates) {
  std::vector<Candidate> kept;
  for (auto at = candidates.begin(); at != candidates.end();) {
    const auto end = std::find_if(at, candidates.end(), [&](const Candidate& c) {
      return c.first != at->first || c.count != at->count;
    });
    const bool any = std::any_of(at, end, [](const Candidate& c) { return c.entry.signs != 0; });
    std::copy_if(at, end, std::back_inserter(kept),
                 [&](const Candidate& c) { return !any || c.entry.signs != 0 || c.entry.hides; });
    at = end;
  }
  candidates.swap(kept);
}

/// Takes out what a hider of the same entity covers. `candidates` are sorted; one pass, since a hider matters
/// only until its end.
void drop_hidden(std::vector<Candidate>& candidates) {
  constexpr auto kHides = [](const Candidate& c) { return c.entry.hides; };
  if (std::none_of(candidates.begin(), candidates.end(), kHides)) return;
  std::vector<Candidate> open;
  std::erase_if(candidates, [&](const Candidate& c) {
    std::erase_if(open, [&](const Candidate& hider) { return hider.end() <= c.first; });
    if (c.entry.hides) open.push_back(c);
    return c.entry.hides || std::any_of(open.begin(), open.end(), [&](const Candidate& hider) {
             return hider.entry.entity == c.entry.entity && c.end() <= hider.end();
           });
  });
}

/// Leftmost longest of `candidates`, which are sorted; entities of the same stretch stay together.
void keep_leftmost_longest(std::vector<Candidate>& candidates) {
  std::size_t kept = 0;
  for (const Candidate& c : candidates) {
    std::size_t twin = kept;
    while (twin > 0 && same_stretch(candidates[twin - 1], c) &&
           candidates[twin - 1].entry.entity != c.entry.entity)
      --twin;
    const bool twice = twin > 0 && same_stretch(candidates[twin - 1], c);
    const bool free = kept == 0 || c.first >= candidates[kept - 1].end();
    if (free || (!twice && same_stretch(candidates[kept - 1], c))) candidates[kept++] = c;
  }
  candidates.resize(kept);
}

/// Adds those of `datelines` that overlap none of `names` or cover just the same words: "العالم" as an outlet
/// never displaces a name.
void add_free(std::vector<Candidate>& names, const std::vector<Candidate>& datelines) {
  if (datelines.empty()) return;
  const std::vector<Candidate> taken = names;
  for (const Candidate& dateline : datelines) {
    const auto next = std::partition_point(taken.begin(), taken.end(),
                                           [&](const Candidate& c) { return c.end() <= dateline.first; });
    const bool free = next == taken.end() || next->first >= dateline.end();
    if (free || (next->first == dateline.first && next->count == dateline.count)) names.push_back(dateline);
  }
  std::stable_sort(names.begin(), names.end(), precedes);
}

}  // namespace

struct Gazetteer::Automaton {
  Automaton(const Taxonomy& taxonomy, const Analyzer& analyzer) : latin(taxonomy, analyzer) {}

  PhraseTrie trie{PhraseMark::kEntity};
  LatinNames latin;
  std::vector<Entry> entries;
  std::vector<VowelSigns> signs;
  std::uint64_t today = 0;
  std::array<std::uint64_t, 7> weekdays{};

  /// A phrase as it stands in a text: its words, and the first of them spelled out.
  struct Spelled {
    std::vector<std::uint64_t> words;
    std::string first;
    bool has_article;
    bool takes_clitics;
  };

  void add_spelled(const Spelled& phrase, Entry entry) {
    trie.add(phrase.words, static_cast<std::uint32_t>(entries.size()));
    entries.push_back(entry);
    if (!phrase.takes_clitics) return;
    for (const std::string& form : proclitic_forms(phrase.first, phrase.has_article))
      trie.add_alias(hash_word(form), phrase.words.front());
  }

  /// A noun or adjective, and the same with its article, which is understood.
  void add_with_article(const std::string& word, Entry entry) {
    add_spelled({{hash_word(word)}, word, false, true}, entry);
    const std::string definite = std::string(kArticle) + word;
    add_spelled({{hash_word(definite)}, definite, true, true}, entry);
  }

  void add(const Analyzer& analyzer, std::string_view spelling, Entry entry) {
    const TokenStream tokens = analyzer.analyze(spelling);
    if (tokens.size() == 0) return;
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens.tokens()) words.push_back(token.hash);
    const Token& first = tokens[0];
    const std::string folded(first.folded);
    const bool arabic = first.kind == TokenKind::kArabic;
    // As written: folded, "ألماني" seems to have an article.
    const bool has_article = spelling.starts_with(kArticle);
    entry.ends_today = entry.entity->kind == EntityKind::kSource && words.size() > 1 && words.back() == today;
    if (VowelSigns written(spelling); arabic && words.size() == 1 && written.any()) {
      signs.push_back(std::move(written));
      entry.signs = static_cast<std::uint32_t>(signs.size());
    }
    const bool one_form = arabic && entry.form == FormKind::kForm && words.size() == 1;
    if (!one_form || has_article)
      add_spelled({words, folded, has_article, arabic && entry.form != FormKind::kDateline}, entry);
    else
      add_with_article(folded, entry);
    if (one_form && entry.entity->kind == EntityKind::kCountry && folded.ends_with(kRelative))
      for (const char* ending : kRelativeEndings)
        add_with_article((has_article ? folded.substr(kArticle.size()) : folded) + ending, entry);
  }

  /// "أعلنت روسيا اليوم الثلاثاء" names Russia and a day, not the broadcaster.
  bool tells_the_day(const Candidate& c, const TokenStream& tokens) const {
    return c.entry.ends_today && c.end() < tokens.size() &&
           std::find(weekdays.begin(), weekdays.end(), tokens[c.end()].hash) != weekdays.end();
  }

  std::vector<Candidate> candidates(const TokenStream& tokens) const {
    std::vector<Candidate> found;
    found.reserve(tokens.size() / 4 + 4);
    bool any_signs = false;
    for_each_marked(tokens, trie.phrase_mark(), [&](std::uint32_t i) {
      trie.match(tokens.tokens(), i, joins, [&](std::uint32_t value, std::uint32_t count, bool aliased) {
        const Entry& entry = entries[value];
        if (aliased && entry.form == FormKind::kDateline) return;
        if (entry.signs != 0) {
          if (!signs[entry.signs - 1].stand_in(tokens[i].surface)) return;
          any_signs = true;
        }
        const Candidate candidate{entry, i, count, aliased};
        if (!tells_the_day(candidate, tokens)) found.push_back(candidate);
      });
    });
    sort_by_place(found);
    if (any_signs) drop_unsigned_twins(found);
    drop_hidden(found);
    return found;
  }
};

Gazetteer::Gazetteer(const Taxonomy& taxonomy, const Analyzer& analyzer) {
  auto automaton = std::make_unique<Automaton>(taxonomy, analyzer);
  constexpr std::array<std::string_view, 7> kWeekdays{"الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
                                                      "الجمعة",  "السبت",    "الأحد"};
  automaton->today = hash_word(analyzer.fold("اليوم"));
  for (std::size_t day = 0; day < kWeekdays.size(); ++day)
    automaton->weekdays[day] = hash_word(analyzer.fold(kWeekdays[day]));
  for (const Entity& entity : taxonomy.entities()) {
    for (const std::string& name : entity.names) automaton->add(analyzer, name, {&entity, FormKind::kName});
    for (const std::string& form : entity.forms) automaton->add(analyzer, form, {&entity, FormKind::kForm});
    for (const std::string& line : entity.datelines)
      automaton->add(analyzer, line, {&entity, FormKind::kDateline});
    for (const std::string& phrase : entity.not_in)
      automaton->add(analyzer, phrase, {&entity, FormKind::kName, true});
  }
  automaton->trie.build();
  automaton_ = std::move(automaton);
}

Gazetteer::~Gazetteer() = default;

void Gazetteer::mark_words(WordMarks& marks) const {
  automaton_->trie.mark_words(marks);
}

std::vector<EntityMatch> Gazetteer::find(const TokenStream& tokens) const {
  std::vector<Candidate> names = automaton_->candidates(tokens);
  std::vector<Candidate> datelines;
  std::erase_if(names, [&](const Candidate& c) {
    const bool dateline = c.entry.form == FormKind::kDateline;
    if (dateline) datelines.push_back(c);
    return dateline;
  });
  keep_leftmost_longest(names);
  keep_leftmost_longest(datelines);
  add_free(names, datelines);

  std::vector<EntityMatch> matches;
  matches.reserve(names.size());
  for (const Candidate& c : names)
    matches.push_back(
        {c.entry.entity, c.entry.form, c.first, c.count, {tokens[c.first].begin, tokens[c.end() - 1].end}});
  drop_what_others_own(matches, tokens);
  automaton_->latin.add_to(matches, tokens);
  return matches;
}

}  // namespace mahdar
