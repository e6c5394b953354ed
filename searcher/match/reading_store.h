#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/text/token.h"
#include "schema/article.h"
#include "searcher/bounded_cache.h"

namespace mahdar {

/// Words by number, with what ranking looks at in each: a consonant skeleton and letter trigrams, by number
/// too. It only grows. Not for several threads at once.
class ReadingWords {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// The word's number, a new one where it was never seen.
  std::uint32_t add(const Token& token);

  std::size_t words() const { return words_.size(); }
  std::size_t trigrams() const { return trigrams_.size(); }
  std::uint32_t skeleton(std::uint32_t word) const { return words_[word].skeleton; }
  template <typename Visit>
  void for_each_trigram(std::uint32_t word, Visit&& visit) const {
    const Word& of = words_[word];
    for (std::uint32_t i = 0; i < of.runs; ++i) visit(runs_[of.first_run + i]);
  }

  /// The number of a skeleton or trigram; kNone where no word has it.
  std::uint32_t find_skeleton(const std::string& skeleton) const;
  std::uint32_t find_trigram(std::uint64_t trigram) const;

 private:
  struct Word {
    std::uint32_t skeleton = 0;
    std::uint32_t first_run = 0;
    std::uint32_t runs = 0;
  };

  std::vector<Word> words_;
  std::vector<std::uint32_t> runs_;                           ///< trigrams, those of a word side by side
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  ///< by hash of the folded form and the stem
  std::unordered_map<std::string, std::uint32_t> skeletons_;
  std::unordered_map<std::uint64_t, std::uint32_t> trigrams_;
};

/// The distinct runs of three letters of a word, each as one number; a shorter word is one run.
std::vector<std::uint64_t> trigrams_of(std::string_view word);

/// The words of an article's beginning in their order.
struct ArticleReading {
  static constexpr std::uint32_t kSentence = 1U << 31;  ///< flag of a word that begins a sentence

  std::vector<std::uint32_t> words;  ///< numbers in `table`, with the flag
  std::size_t title_words = 0;       ///< how many belong to the title
  std::shared_ptr<const ReadingWords> table;
};

/// Articles as they were read for ranking, so that none is analyzed for every search that finds it. Any
/// thread may use it.
class ReadingStore {
 public:
  static constexpr std::size_t kBytes = std::size_t{128} << 20;
  static constexpr std::size_t kWords = 1'000'000;  ///< then it starts anew

  struct Key {
    std::string generation;
    std::uint64_t content = 0;  ///< what the article's text is known by
    std::uint32_t id = 0;
    bool operator==(const Key&) const = default;
  };

  ReadingStore() : table_(std::make_shared<ReadingWords>()), kept_(kBytes) {}

  std::shared_ptr<const ArticleReading> find(const Key& key) { return kept_.find(key); }
  std::shared_ptr<const ArticleReading> keep(const Key& key, const TokenStream& tokens,
                                             std::uint32_t title_end);

  /// To be held while a table is looked at.
  std::shared_lock<std::shared_mutex> lock() const { return std::shared_lock(mutex_); }

 private:
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  mutable std::shared_mutex mutex_;  ///< of the tables
  std::shared_ptr<ReadingWords> table_;
  BoundedCache<Key, ArticleReading, KeyHash> kept_;
};

}  // namespace mahdar
