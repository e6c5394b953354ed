#include "analyzers/about/stem_phrases.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

namespace mahdar {
namespace {

/// Mixes length, beginning and end of a word: for words of up to 16 bytes all of it. Much cheaper than a hash
/// of the whole word, and nearly as good at telling words apart.
std::uint64_t cheap_hash(std::string_view word) {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (word.size() >= sizeof head) {
    std::memcpy(&head, word.data(), sizeof head);
    std::memcpy(&tail, word.data() + word.size() - sizeof tail, sizeof tail);
  } else {
    for (const char c : word) head = head << 8 | static_cast<std::uint8_t>(c);
  }
  const std::uint64_t mixed = (head ^ (tail << 17 | tail >> 47) ^ word.size()) * 0x9E3779B97F4A7C15ULL;
  return mixed >> 32;
}

/// "المنطقة ودعما للأمن": behind "and" something else begins.
bool joined_and(const Token& token) {
  constexpr std::string_view kAnd = "و";
  return token.folded.starts_with(kAnd) && !token.stem.starts_with(kAnd);
}

}  // namespace

void StemPhrases::add(const Analyzer& analyzer, std::string_view phrase, std::uint32_t value) {
  const TokenStream tokens = analyzer.analyze(phrase);
  Phrase added{{}, value, 0};
  for (const Token& token : tokens.tokens())
    added.stems.push_back({cheap_hash(token.stem), std::string(token.stem)});
  if (!added.stems.empty()) phrases_.push_back(std::move(added));
}

void StemPhrases::build() {
  std::size_t size = 64;
  while (size < phrases_.size() * 8) size *= 2;
  buckets_.assign(size + 1, 0);
  filter_.assign(kFilterBits / 64, 0);
  std::map<std::vector<std::string>, std::uint32_t> numbers;
  for (Phrase& phrase : phrases_) {
    std::vector<std::string> stems;
    for (const Stem& stem : phrase.stems) stems.push_back(stem.letters);
    phrase.number =
        numbers.emplace(std::move(stems), static_cast<std::uint32_t>(numbers.size())).first->second;
    const std::uint64_t bit = phrase.stems.front().hash % kFilterBits;
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
    ++buckets_[bucket_of(phrase.stems.front().hash) + 1];
  }
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

bool StemPhrases::may_begin(std::uint64_t hash) const {
  const std::uint64_t bit = hash % kFilterBits;
  return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
}

std::uint32_t StemPhrases::match_length(const Phrase& phrase, const TokenStream& tokens,
                                        const std::vector<std::uint64_t>& hashes, std::uint32_t first) {
  const auto same_sentence = [&](std::uint32_t i) {
    return i < tokens.size() && tokens[i].gap >= Gap::kClause;
  };
  const auto fits = [&](std::uint32_t i, const Stem& stem) {
    return hashes[i] == stem.hash && tokens[i].stem == stem.letters;
  };
  if (!fits(first, phrase.stems.front())) return 0;
  std::uint32_t at = first + 1;
  bool skipped = false;
  for (std::size_t word = 1; word < phrase.stems.size(); ++word, ++at) {
    if (!same_sentence(at)) return 0;
    if (fits(at, phrase.stems[word])) continue;
    if (skipped || joined_and(tokens[at]) || !same_sentence(at + 1) || !fits(at + 1, phrase.stems[word]))
      return 0;
    skipped = true;
    ++at;
  }
  return at - first;
}

std::vector<StemPhrases::Match> StemPhrases::find(const TokenStream& tokens) const {
  std::vector<Match> matches;
  if (phrases_.empty()) return matches;
  std::vector<std::uint64_t> hashes(tokens.size() + 2);
  for (std::size_t i = 0; i < tokens.size(); ++i) hashes[i] = cheap_hash(tokens[i].stem);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t hash = hashes[i];
    if (!may_begin(hash)) continue;
    const std::size_t bucket = bucket_of(hash);
    for (std::uint32_t p = buckets_[bucket]; p < buckets_[bucket + 1]; ++p) {
      const Opening& opening = openings_[p];
      if (opening.first != hash) continue;
      if (!opening.one_word && opening.second != hashes[i + 1] && opening.second != hashes[i + 2]) continue;
      const std::uint32_t length = match_length(phrases_[p], tokens, hashes, i);
      if (length > 0) matches.push_back({i, length, phrases_[p].value, phrases_[p].number});
    }
  }
  return matches;
}

}  // namespace mahdar
