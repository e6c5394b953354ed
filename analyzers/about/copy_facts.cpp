#include "analyzers/about/copy_facts.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/date_lexicon.h"
#include "analyzers/about/ordinals.h"
#include "analyzers/about/phrase_trie.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/word_hash.h"

namespace mahdar {
namespace {

constexpr std::size_t kHeadBytes = 6;
constexpr std::size_t kFactBytes = 4;
constexpr int kFewDays = 5;
constexpr std::size_t kAgreeing = 4;  ///< frames that must agree for each that does not

std::uint16_t sixteen_bits(std::uint64_t hash) {
  return static_cast<std::uint16_t>(hash >> 32 & 0xFFFF);
}

std::uint64_t hash_of(std::string_view kind, std::string_view name) {
  return detail::multiply_and_fold(detail::word_hash(kind) ^ detail::word_hash(name), 0x9E3779B97F4A7C15ULL);
}

/// A fact as it stands in a text.
struct Found {
  std::uint64_t value = 0;
  std::size_t words = 1;
  bool in_words = false;  ///< a number, of which an edit may have taken a part
};

/// Numbers in words, found by their folded words.
class NumberWords {
 public:
  static const NumberWords& instance() {
    static const NumberWords words;
    return words;
  }

  std::optional<Found> at(std::span<const Token> tokens, std::size_t i) const {
    std::optional<Found> longest;
    const auto joins = [](const Token&, const Token& next) { return next.gap >= Gap::kSpace; };
    trie_.match(tokens, i, joins, [&](std::uint32_t value, std::uint32_t words, bool) {
      longest = Found{hash_of("number", std::to_string(value)), words, true};
    });
    return longest;
  }

 private:
  NumberWords() {
    for (const NumberPhrase& number : arabic_number_phrases()) {
      std::vector<std::uint64_t> hashes;
      std::string_view rest = number.words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        hashes.push_back(hash_word(fold(rest.substr(0, end))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      trie_.add(hashes, static_cast<std::uint32_t>(number.value));
    }
    trie_.build();
  }

  PhraseTrie trie_;
};

/// Walks through a text and its entities side by side.
class FactReader {
 public:
  explicit FactReader(const AnnotatedArticle& annotated)
      : stream_(annotated.tokens),
        tokens_(annotated.tokens.tokens()),
        entity_(annotated.entities.begin()),
        end_(annotated.entities.end()) {}

  std::optional<Found> at(std::size_t i) {
    if (auto place = place_at(i)) return place;
    if (tokens_[i].kind == TokenKind::kNumber) return Found{hash_of("number", tokens_[i].folded), 1};
    if (auto number = NumberWords::instance().at(tokens_, i)) return number;
    return day_word_at(i);
  }

  CopyFacts::Fact in_frame(std::size_t first, std::size_t i, const Found& found) const {
    std::uint64_t frame = 0;
    for (std::size_t before = std::max(first + kFrame, i) - kFrame; before < i; ++before)
      frame =
          detail::multiply_and_fold(frame ^ detail::word_hash(tokens_[before].folded), 0xa0761d6478bd642fULL);
    if (const std::size_t next = i + found.words; found.in_words && next < tokens_.size())
      frame = detail::multiply_and_fold(frame ^ detail::word_hash(tokens_[next].stem), 0xa0761d6478bd642fULL);
    return {sixteen_bits(frame), sixteen_bits(found.value)};
  }

 private:
  static constexpr std::size_t kFrame = 2;  ///< words

  std::optional<Found> place_at(std::size_t i) {
    while (entity_ != end_ && entity_->first_token < i) ++entity_;
    for (auto match = entity_; match != end_ && match->first_token == i; ++match)
      if (match->entity->kind == EntityKind::kPlace)
        return Found{hash_of("place", match->entity->id), match->token_count};
    return std::nullopt;
  }

  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::kNumber; }

  std::optional<Found> day_word_at(std::size_t i) const {
    const auto lexeme = DateLexicon::instance().at(stream_, i);
    if (!lexeme) return std::nullopt;
    const bool month = lexeme->word == DateWord::kMonth;
    if (!month && lexeme->word != DateWord::kWeekday) return std::nullopt;
    if (lexeme->needs_company && !is_number(i + lexeme->words) && !(i > 0 && is_number(i - 1)))
      return std::nullopt;
    const bool hijri = lexeme->calendar == CalendarName::kHijri;
    return Found{hash_of(!month  ? "weekday"
                         : hijri ? "hijri"
                                 : "month",
                         std::to_string(lexeme->value)),
                 lexeme->words};
  }

  const TokenStream& stream_;
  std::span<const Token> tokens_;
  std::vector<EntityMatch>::const_iterator entity_;
  std::vector<EntityMatch>::const_iterator end_;
};

std::uint16_t day_number(const std::string& iso) {
  constexpr std::size_t kWholeDay = 10;
  const auto day = iso.size() == kWholeDay ? parse_day(iso) : std::nullopt;
  if (!day) return 0;
  return static_cast<std::uint16_t>(std::clamp<long>(day->time_since_epoch().count(), 0, 0xFFFF));
}

bool far_apart(std::uint16_t a, std::uint16_t b) {
  return a != 0 && b != 0 && std::abs(int{a} - int{b}) > kFewDays;
}

/// Whether the text names the value in any frame.
bool names(const CopyFacts& text, std::uint16_t value) {
  return std::any_of(text.facts.begin(), text.facts.begin() + text.count,
                     [&](const CopyFacts::Fact& fact) { return fact.value == value; });
}

std::size_t first_with(const CopyFacts& text, std::uint16_t frame) {
  std::size_t i = 0;
  while (text.facts[i].frame != frame) ++i;
  return i;
}

/// How two texts fill a frame.
struct Filling {
  bool alike = false;  ///< with one value
  bool anew = false;   ///< with values that the other text does not name
};

Filling compare_in_frame(const CopyFacts& a, const CopyFacts& b, std::uint16_t frame) {
  Filling filling;
  for (std::size_t i = 0; i < a.count; ++i)
    for (std::size_t k = 0; k < b.count; ++k) {
      if (a.facts[i].frame != frame || b.facts[k].frame != frame) continue;
      filling.alike |= a.facts[i].value == b.facts[k].value;
      filling.anew |= !names(a, b.facts[k].value) && !names(b, a.facts[i].value);
    }
  return filling;
}

}  // namespace

void CopyFacts::append_to(std::string& bytes) const {
  const auto append = [&](std::uint32_t number, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
  };
  append(published, 2);
  append(rounds, 4);
  for (std::size_t i = 0; i < count; ++i) {
    append(facts[i].frame, 2);
    append(facts[i].value, 2);
  }
}

CopyFacts CopyFacts::parse(std::string_view bytes) {
  CopyFacts parsed;
  if (bytes.size() < kHeadBytes || bytes.size() > kHeadBytes + kFactBytes * kMost ||
      (bytes.size() - kHeadBytes) % kFactBytes != 0)
    return parsed;
  std::size_t at = 0;
  const auto two = [&] {
    const auto low = static_cast<unsigned char>(bytes[at]);
    const auto high = static_cast<unsigned char>(bytes[at + 1]);
    at += 2;
    return static_cast<std::uint16_t>(low | high << 8);
  };
  parsed.published = two();
  parsed.rounds = two();
  parsed.rounds |= std::uint32_t{two()} << 16;
  while (at < bytes.size()) {
    Fact& fact = parsed.facts[parsed.count++];
    fact.frame = two();
    fact.value = two();
  }
  return parsed;
}

CopyFacts facts_of(const AnnotatedArticle& annotated) {
  const Article& article = *annotated.article;
  CopyFacts result;
  // What was guessed differs between copies: a cut end may have held what it was guessed from.
  if (article.date.basis == "meta" || article.date.basis == "url")
    result.published = day_number(article.date.published);
  constexpr double kWritten = 0.9;
  for (const int round : article.round.about)
    if (article.round.confidence >= kWritten && round >= 0 && round < 32)
      result.rounds |= std::uint32_t{1} << round;
  const std::vector<Token>& tokens = annotated.tokens.tokens();
  const auto body =
      std::ranges::find_if(tokens, [&](const Token& token) { return token.begin >= article.title_end; });
  const auto first = static_cast<std::size_t>(std::distance(tokens.begin(), body));
  FactReader reader(annotated);
  for (std::size_t i = first; i < tokens.size() && result.count < CopyFacts::kMost;) {
    const auto found = reader.at(i);
    if (found) result.facts[result.count++] = reader.in_frame(first, i, *found);
    i += found ? std::max<std::size_t>(found->words, 1) : 1;
  }
  return result;
}

bool contradict(const CopyFacts& a, const CopyFacts& b, bool same_wording) {
  if (a.rounds != 0 && b.rounds != 0 && (a.rounds & b.rounds) == 0) return true;
  if (same_wording) return false;
  if (far_apart(a.published, b.published)) return true;
  std::size_t agreeing = 0, differing = 0;
  for (std::size_t i = 0; i < a.count; ++i) {
    const std::uint16_t frame = a.facts[i].frame;
    if (first_with(a, frame) != i) continue;
    const Filling filling = compare_in_frame(a, b, frame);
    agreeing += static_cast<std::size_t>(filling.alike);
    differing += static_cast<std::size_t>(filling.anew && !filling.alike);
  }
  return differing > 1 || (differing == 1 && agreeing < kAgreeing);
}

}  // namespace mahdar
