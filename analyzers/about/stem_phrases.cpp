#include "analyzers/about/stem_phrases.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mahdar {
namespace {

constexpr std::size_t kUsualMatches = 16;

/// "المنطقة ودعما للأمن": behind "and" something else begins.
bool joined_and(const Token& token) {
  constexpr std::string_view kAnd = "و";
  return token.folded.starts_with(kAnd) && !token.stem.starts_with(kAnd);
}

}  // namespace

void StemPhrases::add(const Analyzer& analyzer, std::string_view phrase, std::uint32_t value) {
  const TokenStream tokens = analyzer.analyze(phrase);
  Phrase added{{}, value, 0};
  for (const Token& token : tokens.tokens()) {
    const bool as_written = token.begin > 0 && phrase[token.begin - 1] == '=';
    added.stems.push_back({token.stem_hash, std::string(token.stem),
                           std::string(as_written ? token.folded : ""), joined_and(token)});
  }
  if (!added.stems.empty()) phrases_.push_back(std::move(added));
}

void StemPhrases::build() {
  std::size_t size = 64;
  while (size < phrases_.size() * 8) size *= 2;
  buckets_.assign(size + 1, {});
  filter_.assign(kFilterBits / 64, 0);
  std::map<std::vector<std::string>, std::uint32_t> numbers;
  for (Phrase& phrase : phrases_) {
    std::vector<std::string> stems;
    for (const Stem& stem : phrase.stems) stems.push_back(stem.letters);
    phrase.number =
        numbers.emplace(std::move(stems), static_cast<std::uint32_t>(numbers.size())).first->second;
    const std::size_t bit = phrase.stems.front().hash % kFilterBits;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  std::stable_sort(phrases_.begin(), phrases_.end(), [&](const Phrase& a, const Phrase& b) {
    const std::size_t left = bucket_of(a.stems.front().hash);
    const std::size_t right = bucket_of(b.stems.front().hash);
    return left != right ? left < right : a.stems.size() > b.stems.size();
  });
  openings_.clear();
  for (const Phrase& phrase : phrases_) {
    const bool one_word = phrase.stems.size() == 1;
    openings_.push_back({phrase.stems.front().hash, one_word ? 0 : phrase.stems[1].hash, one_word});
    const std::size_t bucket = bucket_of(phrase.stems.front().hash);
    buckets_[bucket].seconds |= one_word ? ~0u : second_bit(phrase.stems[1].hash);
    ++buckets_[bucket + 1].begin;
  }
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i].begin += buckets_[i - 1].begin;
}

void StemPhrases::mark_words(WordMarks& marks) const {
  for (const Phrase& phrase : phrases_) marks.add_stem(phrase.stems.front().hash, bit_of(mark_));
}

std::uint32_t StemPhrases::match_length(const Phrase& phrase, const TokenStream& tokens,
                                        std::uint32_t first) {
  const auto same_sentence = [&](std::uint32_t i) {
    return i < tokens.size() && tokens[i].gap >= Gap::kClause;
  };
  const auto fits = [&](std::uint32_t i, const Stem& stem) {
    return tokens[i].stem_hash == stem.hash && tokens[i].stem == stem.letters &&
           tokens[i].folded.ends_with(stem.folded_end);
  };
  if (!fits(first, phrase.stems.front())) return 0;
  std::uint32_t at = first + 1;
  bool skipped = false;
  for (std::size_t word = 1; word < phrase.stems.size(); ++word, ++at) {
    if (!same_sentence(at)) return 0;
    const Stem& stem = phrase.stems[word];
    // A comma, too, stands for "and".
    const bool and_as_wanted =
        stem.behind_and == joined_and(tokens[at]) || (stem.behind_and && tokens[at].gap == Gap::kClause);
    if (fits(at, stem) && and_as_wanted) continue;
    if (skipped || joined_and(tokens[at]) || !same_sentence(at + 1) || !fits(at + 1, stem)) return 0;
    skipped = true;
    ++at;
  }
  return at - first;
}

void StemPhrases::add_matches(const TokenStream& tokens, std::uint32_t first,
                              std::vector<Match>& matches) const {
  // No token stands for a hash of 0; a stem that has it is told apart by its letters.
  const auto hash_at = [&](std::uint32_t i) { return i < tokens.size() ? tokens[i].stem_hash : 0; };
  const std::uint32_t hash = tokens[first].stem_hash;
  const std::uint32_t next = hash_at(first + 1), after = hash_at(first + 2);
  const std::size_t bucket = bucket_of(hash);
  if ((buckets_[bucket].seconds & (second_bit(next) | second_bit(after))) == 0) return;
  for (std::uint32_t p = buckets_[bucket].begin, end = buckets_[bucket + 1].begin; p < end; ++p) {
    const Opening& opening = openings_[p];
    if (opening.second != next && opening.second != after && !opening.one_word) continue;
    if (opening.first != hash) continue;
    const std::uint32_t length = match_length(phrases_[p], tokens, first);
    if (length == 0) continue;
    if (matches.empty()) matches.reserve(kUsualMatches);
    matches.push_back(
        {first, length, phrases_[p].value, phrases_[p].number, length > phrases_[p].stems.size()});
  }
}

std::vector<StemPhrases::Match> StemPhrases::find(const TokenStream& tokens) const {
  std::vector<Match> matches;
  if (phrases_.empty()) return matches;
  for_each_marked(tokens, mark_, [&](std::uint32_t i) {
    if (may_begin(tokens[i])) add_matches(tokens, i, matches);
  });
  return matches;
}

}  // namespace mahdar
