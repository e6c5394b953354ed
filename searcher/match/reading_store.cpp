#include "searcher/match/reading_store.h"

#include <algorithm>
#include <mutex>

#include "analyzers/text/skeleton.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

template <typename Map>
std::uint32_t number_in(Map& numbers, const typename Map::key_type& key) {
  return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
}

template <typename Map>
std::uint32_t find_in(const Map& numbers, const typename Map::key_type& key) {
  const auto found = numbers.find(key);
  return found == numbers.end() ? ReadingWords::kNone : found->second;
}

}  // namespace

std::vector<std::uint64_t> trigrams_of(std::string_view word) {
  const std::u32string letters = code_points(word);
  std::vector<std::uint64_t> runs;
  const std::size_t last = std::max<std::size_t>(letters.size(), 3) - 2;
  for (std::size_t i = 0; i < last; ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = i; k < std::min(i + 3, letters.size()); ++k) run = run << 21 | letters[k];
    runs.push_back(run);
  }
  std::ranges::sort(runs);
  const auto doubled = std::ranges::unique(runs);
  runs.erase(doubled.begin(), doubled.end());
  return runs;
}

std::uint32_t ReadingWords::add(const Token& token) {
  // The same letters may have two stems, of a name and of a word.
  const std::uint64_t hash = token.hash * 31 + hash_word(token.stem);
  const auto [number, is_new] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(words_.size()));
  if (!is_new) return number->second;
  Word word;
  word.skeleton = number_in(skeletons_, mahdar::skeleton(token.stem));
  word.first_run = static_cast<std::uint32_t>(runs_.size());
  for (const std::uint64_t run : trigrams_of(token.folded)) runs_.push_back(number_in(trigrams_, run));
  word.runs = static_cast<std::uint32_t>(runs_.size()) - word.first_run;
  words_.push_back(word);
  return number->second;
}

std::uint32_t ReadingWords::find_skeleton(const std::string& skeleton) const {
  return find_in(skeletons_, skeleton);
}

std::uint32_t ReadingWords::find_trigram(std::uint64_t trigram) const {
  return find_in(trigrams_, trigram);
}

std::size_t ReadingStore::KeyHash::operator()(const Key& key) const {
  return std::hash<std::string>()(key.generation) ^ (key.content * 0x9E3779B97F4A7C15U + key.id);
}

std::shared_ptr<const ArticleReading> ReadingStore::keep(const Key& key, const TokenStream& tokens,
                                                         std::uint32_t title_end) {
  auto reading = std::make_shared<ArticleReading>();
  reading->words.reserve(tokens.size());
  {
    const std::unique_lock lock(mutex_);
    if (table_->words() >= kWords) {
      table_ = std::make_shared<ReadingWords>();
      kept_.clear();
    }
    for (const Token& token : tokens.tokens()) {
      const std::uint32_t flag = token.gap <= Gap::kSentence ? ArticleReading::kSentence : 0;
      reading->words.push_back(table_->add(token) | flag);
      if (token.begin < title_end) ++reading->title_words;
    }
    reading->table = table_;
  }
  kept_.keep(key, reading, sizeof(ArticleReading) + reading->words.size() * sizeof(std::uint32_t));
  return reading;
}

}  // namespace mahdar
