#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/phrase_mark.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/word_marks.h"

namespace mahdar {

/// Finds phrases by the stems of their words, so that inflection and clitics make no difference ("بإطلاق سراح
/// معتقلين" for "إطلاق سراح المعتقلين"). Fill, then build() once; immutable and thread-safe from then on.
class StemPhrases {
 public:
  explicit StemPhrases(PhraseMark mark = PhraseMark::kAny) : mark_(mark) {}

  /// Adds a phrase and what it stands for. Phrases without a word are left out. A word behind "=" ends in a
  /// text as it is written here, where its stem is that of other words too: "المناطق =أمنية" is not "المناطق
  /// الآمنة".
  void add(const Analyzer& analyzer, std::string_view phrase, std::uint32_t value);
  void build();

  /// Marks the stems its phrases begin with.
  void mark_words(WordMarks& marks) const;

  struct Match {
    std::uint32_t first = 0;  ///< index in the token stream
    std::uint32_t words = 0;  ///< tokens, with a word between
    std::uint32_t value = 0;
    std::uint32_t phrase = 0;  ///< phrases of equal stems share one number
    bool skips = false;        ///< a word stands between its own
  };

  /// All matches, by first token, the longest first; they may overlap. A phrase never runs over the end of a
  /// sentence.
  std::vector<Match> find(const TokenStream& tokens) const;

 private:
  struct Stem {
    std::uint32_t hash;
    std::string letters;
    std::string folded_end;  ///< of a word behind "="
    bool behind_and;         ///< "العراق ولبنان": only behind "and", other words never
  };
  struct Phrase {
    std::vector<Stem> stems;
    std::uint32_t value;
    std::uint32_t number;
  };
  /// The first two stems of a phrase: nearly all that do not stand in a text differ there already.
  struct Opening {
    std::uint32_t first;
    std::uint32_t second;  ///< of a phrase of one word: not looked at
    bool one_word;
  };
  /// Phrases whose first stems fall together.
  struct Bucket {
    std::uint32_t begin = 0;    ///< in phrases_
    std::uint32_t seconds = 0;  ///< a bit for each second stem; all, where a phrase has but one
  };
  static std::uint32_t second_bit(std::uint32_t hash) { return 1u << (hash >> 27); }
  static constexpr std::size_t kFilterBits = 1 << 15;  ///< 4 KB: stays in the first cache

  /// Tokens from `first` that the phrase takes; 0 where it does not stand there.
  static std::uint32_t match_length(const Phrase& phrase, const TokenStream& tokens, std::uint32_t first);
  void add_matches(const TokenStream& tokens, std::uint32_t first, std::vector<Match>& matches) const;
  std::size_t bucket_of(std::uint32_t hash) const { return hash & (buckets_.size() - 2); }
  bool may_begin(const Token& token) const {
    if (token.marks != kUnmarked) return is_marked(token, mark_);
    const std::size_t bit = token.stem_hash % kFilterBits;
    return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
  }

  PhraseMark mark_;
  std::vector<Phrase> phrases_;        ///< by bucket of the first stem, the longest first
  std::vector<Opening> openings_;      ///< of phrases_, in their order
  std::vector<Bucket> buckets_;        ///< one more at the end
  std::vector<std::uint64_t> filter_;  ///< a bit for each first stem, for tokens without marks
};

}  // namespace mahdar
