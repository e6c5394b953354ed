#include "analyzers/about/stem_phrases.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mahdar {

void StemPhrases::add(const Analyzer& analyzer, std::string_view phrase, std::uint32_t value) {
  const TokenStream tokens = analyzer.analyze(phrase);
  Phrase added{{}, value, 0};
  for (const Token& token : tokens.tokens()) added.stems.push_back(hash_word(token.stem));
  if (!added.stems.empty()) phrases_.push_back(std::move(added));
}

void StemPhrases::build() {
  std::size_t size = 64;
  while (size < phrases_.size() * 8) size *= 2;
  buckets_.assign(size + 1, 0);
  std::map<std::vector<std::uint64_t>, std::uint32_t> numbers;
  for (Phrase& phrase : phrases_) {
    phrase.number = numbers.emplace(phrase.stems, static_cast<std::uint32_t>(numbers.size())).first->second;
  }
  std::stable_sort(phrases_.begin(), phrases_.end(), [&](const Phrase& a, const Phrase& b) {
    const std::size_t left = bucket_of(a.stems.front());
    const std::size_t right = bucket_of(b.stems.front());
    return left != right ? left < right : a.stems.size() > b.stems.size();
  });
  for (const Phrase& phrase : phrases_) ++buckets_[bucket_of(phrase.stems.front()) + 1];
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

std::vector<StemPhrases::Match> StemPhrases::find(const TokenStream& tokens) const {
  std::vector<Match> matches;
  if (buckets_.empty()) return matches;
  std::vector<std::uint64_t> stems(tokens.size());
  for (std::size_t i = 0; i < stems.size(); ++i) stems[i] = hash_word(tokens[i].stem);
  for (std::uint32_t i = 0; i < stems.size(); ++i) {
    const std::size_t bucket = bucket_of(stems[i]);
    for (std::uint32_t p = buckets_[bucket]; p < buckets_[bucket + 1]; ++p) {
      const std::vector<std::uint64_t>& phrase = phrases_[p].stems;
      std::uint32_t word = 0;
      while (word < phrase.size() && i + word < stems.size() && stems[i + word] == phrase[word] &&
             (word == 0 || tokens[i + word].gap >= Gap::kClause)) {
        ++word;
      }
      if (word == phrase.size()) matches.push_back({i, word, phrases_[p].value, phrases_[p].number});
    }
  }
  return matches;
}

}  // namespace mahdar
