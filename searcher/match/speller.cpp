#include "searcher/match/speller.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "analyzers/text/arabic_spelling.h"
#include "analyzers/text/skeleton.h"
#include "analyzers/text/typing_slip.h"
#include "schema/field.h"
#include "schema/name_key.h"
#include "searcher/query/entity_concept.h"
#include "searcher/query/stem_family.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

constexpr std::size_t kCandidates = 100;
constexpr std::size_t kShortestWord =
    4;                                ///< a change of one letter in three gives another word, not a spelling
constexpr std::size_t kLongWord = 7;  ///< from which on two letters may differ
constexpr std::size_t kWordsOfLetter = 20'000;  ///< that begin with one letter
constexpr std::size_t kShortestPart = 3;        ///< of a word taken apart
constexpr Xapian::doccount kFarEnoughMore = 2;  ///< times as many articles as the word itself
constexpr double kSlipWeight = 6;  ///< a slip costs as much as a word e to the power of this rarer
/// Of a word that articles have: it is their slip only where that is e to the power of this likelier than a
/// rare word, which comes near another by chance the less, the longer it is.
constexpr double kOverwhelming = 6.5;
constexpr double kLetter = 1.5;                ///< likelihood of chance, a letter
constexpr double kLikelySlip = 1;              ///< slip_cost() of one that people make often
constexpr Xapian::doccount kWellAttested = 3;  ///< articles of a word nobody doubts
constexpr std::string_view kArticle = "ال";
constexpr std::size_t kRoot = 3;  ///< letters from which a family of words is made

bool is_latin(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Stands before any word; the vocabulary need not have them together.
bool is_conjunction(std::string_view particle) {
  return particle == "و" || particle == "ف";
}

/// What a folded letter may have been. Final letters have more; folding tells which of them fit the word.
struct FoldedLetter {
  std::string_view folded;
  std::array<std::string_view, 3> written;
};
constexpr FoldedLetter kFoldedLetters[]{
    {"ا", {"أ", "إ", "آ"}}, {"و", {"ؤ", "", ""}}, {"ي", {"ئ", "ى", ""}}, {"ه", {"ة", "", ""}}};

/// The word with one more letter written otherwise, behind the byte `from`, with the byte it ends at.
std::vector<std::pair<std::string, std::size_t>> respelt(const std::string& word, std::size_t from) {
  std::vector<std::pair<std::string, std::size_t>> spellings;
  for (std::size_t at = from; at < word.size(); ++at)
    for (const FoldedLetter& letter : kFoldedLetters) {
      if (std::string_view(word).substr(at, letter.folded.size()) != letter.folded) continue;
      for (const std::string_view written : letter.written)
        if (!written.empty())
          spellings.emplace_back(std::string(word).replace(at, letter.folded.size(), written),
                                 at + written.size());
    }
  return spellings;
}

}  // namespace

std::optional<Correction> Speller::correct(std::string_view word) const {
  const TokenStream tokens = context_.analyzer.analyze(word);
  if (tokens.size() != 1 || tokens[0].kind == TokenKind::kNumber) return std::nullopt;
  const Token& token = tokens[0];
  const std::size_t letters = code_points(token.folded).size();
  if (letters < kShortestWord) return std::nullopt;
  if (token.kind == TokenKind::kLatin) {
    if (auto name = foreign_name(token)) return name;
    if (auto name = latin_name(token)) return name;
    if (auto name = arabic_name(token)) return name;
  }
  if (context_.analyzer.knows(word)) return std::nullopt;
  if (auto near = nearest(token, 1)) return near;
  if (auto parts = split(token)) return parts;
  return letters >= kLongWord ? nearest(token, 2) : std::nullopt;
}

/// The articles a search for a word of the vocabulary finds.
Xapian::doccount Speller::matches(std::string_view stem) const {
  return context_.database.get_termfreq(make_term(prefix::kStem, stem));
}

/// The likeliest word: found in many articles, and by a slip that people make. Behind a
/// preposition the vocabulary may know it only without: then it is offered so.
std::optional<Correction> Speller::nearest(const Token& token, unsigned edits) const {
  const Xapian::doccount own =
      std::max(matches(token.stem), Vocabulary(context_.database).articles_with(token.folded));
  if (own > 0 && (edits > 1 || has_relatives(token))) return std::nullopt;
  Best best{own, {}, 0};
  add_near(token, {}, token.folded, edits, best);
  for (const std::string_view particle : {"و", "ف", "ب", "ل", "ك"}) {
    const std::string_view rest = token.folded.substr(std::min(particle.size(), token.folded.size()));
    if (token.folded.starts_with(particle) && code_points(rest).size() >= kShortestWord)
      add_near(token, particle, rest, edits, best);
  }
  return std::move(best.correction);
}

/// Whether articles have the word as typed and in other forms, or others of its root.
bool Speller::has_relatives(const Token& token) const {
  const Xapian::doccount typed = Vocabulary(context_.database).articles_with(token.folded);
  if (typed > 0 && matches(token.stem) > typed) return true;
  if (code_points(skeleton(token.stem)).size() > kRoot) return false;
  const auto family = family_of(context_.database, token.stem);
  return std::ranges::any_of(family, [&](const std::string& stem) { return matches(stem) >= kWellAttested; });
}

/// Looks for better words than `best` that begin with `particle`.
void Speller::add_near(const Token& token, std::string_view particle, std::string_view rest, unsigned edits,
                       Best& best) const {
  const std::u32string typed = code_points(rest);
  for (const VocabularyWord& near :
       Vocabulary(context_.database, context_.words).near(rest, edits, kCandidates)) {
    const std::string& word = near.folded;
    if (word.ends_with(token.folded) || token.folded.ends_with(word)) continue;
    if (!particle.empty() && !may_follow(particle, word)) continue;
    const TokenStream tokens = context_.analyzer.analyze(word);
    if (tokens.size() != 1 || tokens[0].stop || tokens[0].stem == token.stem) continue;
    const auto found = matches(tokens[0].stem);
    if (found < std::max<Xapian::doccount>(1, best.own * kFarEnoughMore)) continue;
    const double slip = slip_cost(typed, code_points(near.folded));
    const double score = std::log(found) - kSlipWeight * slip;
    const double letters = static_cast<double>(code_points(token.stem).size());
    const bool likely =
        slip <= kLikelySlip && score - std::log(best.own) + kLetter * letters >= kOverwhelming;
    if (best.own > 0 && !likely) continue;
    if (best.correction && score <= best.score) continue;
    const bool conjunction = is_conjunction(particle);
    best.correction =
        Correction{std::string(conjunction ? particle : "") +
                       usual_spelling(without_conjunction(word, rest, tokens[0].stem), token.exact),
                   found};
    best.score = score;
  }
}

/// The word without a conjunction that was not typed: the vocabulary may have it only behind one.
std::string Speller::without_conjunction(const std::string& word, std::string_view typed,
                                         std::string_view stem) const {
  for (const std::string_view conjunction : {"و", "ف"}) {
    if (!word.starts_with(conjunction) || typed.starts_with(conjunction)) continue;
    const std::string bare = word.substr(conjunction.size());
    const TokenStream tokens = context_.analyzer.analyze(bare);
    if (tokens.size() == 1 && tokens[0].stem == stem) return bare;
  }
  return word;
}

/// Prepositions stand before nouns, and these also behind the article or another preposition.
bool Speller::may_follow(std::string_view particle, const std::string& word) const {
  if (is_conjunction(particle)) return true;
  const Vocabulary vocabulary(context_.database);
  return std::ranges::any_of(std::array{"ال", "لل", "ب", "ل", "ك"},
                             [&](const char* before) { return vocabulary.articles_with(before + word) > 0; });
}

std::optional<Correction> Speller::split(const Token& token) const {
  const Vocabulary vocabulary(context_.database);
  if (vocabulary.articles_with(token.folded) > 0 || matches(token.stem) > 0) return std::nullopt;
  const auto sure = [&](std::string_view part) {
    return vocabulary.articles_with(part) >= kWellAttested || context_.analyzer.knows(part);
  };
  std::optional<Correction> best;
  const std::string_view word = token.folded;
  std::size_t letters = 0;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if ((word[at] & 0xC0) == 0x80) continue;
    if (++letters < kShortestPart || code_points(word.substr(at)).size() < kShortestPart) continue;
    const auto articles =
        std::min(vocabulary.articles_with(word.substr(0, at)), vocabulary.articles_with(word.substr(at)));
    if (articles == 0 || (best && best->articles >= articles)) continue;
    if (!sure(word.substr(0, at)) || !sure(word.substr(at))) continue;
    best = Correction{usual_spelling(std::string(word.substr(0, at)), {}) + ' ' +
                          usual_spelling(std::string(word.substr(at)), token.exact),
                      articles};
  }
  return best;
}

/// The word of most articles that spells the Latin name; common words sound like many a name by chance.
std::optional<Correction> Speller::foreign_name(const Token& token) const {
  const Vocabulary vocabulary(context_.database);
  std::optional<Correction> best;
  for (const char32_t letter : first_arabic_letters(token.folded)) {
    std::string beginning;
    append_utf8(beginning, letter);
    bool all_seen = true;
    for (const VocabularyWord& word :
         vocabulary.beginning_with(prefix::kFolded, beginning, kWordsOfLetter, all_seen)) {
      if (best && word.articles <= best->articles) break;  // these are sorted
      if (!unwritten_vowels(token.folded, word.folded) || !distance_from_name(word.folded)) continue;
      // Names of foreigners never stand behind the article.
      if (context_.analyzer.knows(word.folded) && vocabulary.articles_with("ال" + word.folded) > 0) continue;
      best = Correction{usual_spelling(word.folded, {}), word.articles};
    }
  }
  return best;
}

/// How far a word is from a name: not where the taxonomy has it as one or the word lists lack it; none where
/// it is another word behind a clitic.
std::optional<unsigned> Speller::distance_from_name(const std::string& folded) const {
  const TokenStream tokens = context_.analyzer.analyze(folded);
  if (!context_.gazetteer.find(tokens).empty()) return 0;
  if (tokens.size() != 1 || tokens[0].stop || !folded.starts_with(tokens[0].stem)) return std::nullopt;
  return context_.analyzer.knows(folded) ? 1 : 0;
}

/// The name that leaves the fewest vowels of the Latin one unwritten; of such, the one of most articles.
/// Arabic names are words too, and many stand behind the article.
std::optional<Correction> Speller::arabic_name(const Token& token) const {
  const Vocabulary vocabulary(context_.database);
  std::optional<VocabularyWord> best;
  unsigned least = 0;
  const auto look_at = [&](const std::string& beginning, std::size_t article) {
    bool all_seen = true;
    for (VocabularyWord& word :
         vocabulary.beginning_with(prefix::kFolded, beginning, kWordsOfLetter, all_seen)) {
      const std::string name = word.folded.substr(article);
      auto cost = unwritten_vowels(token.folded, name, NameOrigin::kArabic);
      if (!cost || (best && *cost > least)) continue;
      const auto more = distance_from_name(name);
      if (!more) continue;
      *cost += *more;
      if (best && (*cost > least || (*cost == least && word.articles <= best->articles))) continue;
      least = *cost;
      best = std::move(word);
    }
  };
  for (const char32_t letter : first_arabic_letters(token.folded)) {
    std::string beginning;
    append_utf8(beginning, letter);
    look_at(beginning, 0);
    look_at(std::string(kArticle) + beginning, kArticle.size());
  }
  if (!best) return std::nullopt;
  return Correction{usual_spelling(best->folded, {}), best->articles};
}

/// The nearest word of a Latin name some article names, in any script.
std::optional<Correction> Speller::latin_name(const Token& token) const {
  const std::u32string typed = code_points(token.folded);
  unsigned allowed = edits_for_length(typed.size());
  std::optional<Correction> best;
  for (const Entity& entity : context_.taxonomy.entities()) {
    for (const std::string& name : entity.names) {
      if (!is_latin(name)) continue;
      const TokenStream words = context_.analyzer.analyze(name);
      for (const Token& word : words.tokens()) {
        const std::u32string letters = code_points(word.folded);
        if (letters.size() <= kShortestWord || word.folded == token.folded) continue;
        const unsigned edits = edit_distance(typed, letters, allowed);
        if (edits > allowed || (best && edits == allowed)) continue;
        const auto articles = context_.database.get_termfreq(make_term(prefix::kConcept, concept_id(entity)));
        if (articles == 0) continue;
        best = Correction{std::string(word.surface), articles};
        allowed = edits;
      }
    }
  }
  return best;
}

// Of the spellings that differ from the folded one in a letter or two.
std::string Speller::usual_spelling(const std::string& folded, std::string_view like) const {
  constexpr std::string_view kTaa = "ة";
  const bool feminine = like.ends_with(kTaa) && folded.ends_with("ه");
  auto spellings = respelt(folded, 0);
  for (std::size_t i = 0, once = spellings.size(); i < once; ++i)
    for (auto& twice : respelt(spellings[i].first, spellings[i].second))
      spellings.push_back(std::move(twice));
  // What no other spelling accounts for is spelt as folding leaves it.
  Xapian::doccount others = 0;
  Xapian::doccount most = 0;
  std::string best = folded;
  for (const auto& [spelling, end] : spellings) {
    const auto articles = context_.database.get_termfreq(make_term(prefix::kExact, spelling));
    if (articles == 0 || context_.analyzer.fold(spelling) != folded) continue;
    others += articles;
    if (articles <= most || (feminine && !spelling.ends_with(kTaa))) continue;
    most = articles;
    best = spelling;
  }
  if (feminine) return most > 0 ? best : usual_spelling(folded, {});
  const Xapian::doccount all = context_.database.get_termfreq(make_term(prefix::kFolded, folded));
  const Xapian::doccount plain = context_.database.get_termfreq(make_term(prefix::kExact, folded));
  return plain + (all > others + plain ? all - others - plain : 0) >= most ? folded : best;
}

}  // namespace mahdar
