#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "analyzers/about/head_forms.h"
#include "analyzers/about/ordinals.h"
#include "analyzers/about/phrase_trie.h"
#include "analyzers/about/reading.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/token_gap.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// What a word does around the number of a round: bits, since one word can do several things.
enum RoundWord : std::uint64_t {
  kProcessWord = 1ull << 0,   ///< the process's name
  kFormatWord = 1ull << 1,    ///< a phrase that proves the process
  kSubjectWord = 1ull << 2,   ///< what the process is about
  kRivalWord = 1ull << 3,     ///< another process or event
  kHeadSingular = 1ull << 4,  ///< a noun that rounds are counted by
  kHeadDual = 1ull << 5,
  kHeadPlural = 1ull << 6,
  kHeadFeminine = 1ull << 7,
  kHeadDefinite = 1ull << 8,
  kHeadOwned = 1ull << 9,
  kHeadEdition = 1ull << 10,  ///< counts meetings of one series: جولة, not اجتماع
  kHeadTimes = 1ull << 11,    ///< المرة
  kOwnCue = 1ull << 12,
  kHeldCue = 1ull << 13,
  kPastCue = 1ull << 14,
  kNextCue = 1ull << 15,
  kPastAdjective = 1ull << 16,
  kNextAdjective = 1ull << 17,
  kOwnAdjective = 1ull << 18,
  kThisWord = 1ull << 19,
  kLastWord = 1ull << 20,
  kNegation = 1ull << 21,
  kPredicate = 1ull << 22,
  kWithinTime = 1ull << 23,
  kTransparent = 1ull << 24,
  kCounted = 1ull << 25,
  kOwnerStop = 1ull << 26,
  kFromWord = 1ull << 27,
  kUntilWord = 1ull << 28,
  kInWord = 1ull << 29,
  kArticleAlone = 1ull << 30,
  kAfterWord = 1ull << 31,
  kBeforeWord = 1ull << 32,
  kSitting = 1ull << 33,
  kRightAfterWord = 1ull << 34,
  kHypothetical = 1ull << 35,  ///< wished for or possible: "دعا إلى عقد"
  kAgreed = 1ull << 36,        ///< what a meeting ends with
  kFirstTime = 1ull << 37,
  kDocument = 1ull << 38,
  kAside = 1ull << 39,          ///< opens what is told beside the matter: وسط, على أن تعقد
  kOutcome = 1ull << 40,        ///< may be spoken of anywhere: نتائج
  kLongTime = 1ull << 41,       ///< weeks and more
  kPreparing = 1ull << 42,      ///< a meeting that others prepare: تمهيدا
  kBetweenRounds = 1ull << 43,  ///< what is told of it comes between rounds: اتصال هاتفي
  kNoRoundWord = 0,
};

constexpr std::uint64_t kAnyHead = kHeadSingular | kHeadDual | kHeadPlural | kHeadTimes;

/// A number that may belong to a round; never part of a date.
struct NumberMark {
  std::uint32_t first = 0;  ///< token
  std::uint32_t count = 0;
  int value = 0;
  NumberKind kind = NumberKind::kEither;
  Gender gender = Gender::kAny;
  bool definite = false;
  bool digits = false;
  std::uint32_t end() const { return first + count; }
};

/// A text with its words' parts told.
struct MarkedText {
  std::vector<std::uint64_t> kinds;  ///< RoundWord bits, by token
  std::vector<NumberMark> numbers;   ///< ascending, not overlapping

  /// The number that begins with a token; null for none.
  const NumberMark* number_at(std::uint32_t token) const {
    const auto at = std::ranges::lower_bound(numbers, token, {}, &NumberMark::first);
    return at != numbers.end() && at->first == token ? &*at : nullptr;
  }
};

/// What stands before a token, quotes and brackets taken for nothing.
enum class Break : std::uint8_t { kNone, kComma, kSentence };
inline Break break_before(const TokenStream& tokens, std::size_t i) {
  const Gap gap = tokens[i].gap;
  if (gap >= Gap::kSpace) return Break::kNone;
  if (gap <= Gap::kSentence) return Break::kSentence;
  return i > 0 && holds_comma(text_between(tokens[i - 1], tokens[i])) ? Break::kComma : Break::kNone;
}

/// Knows the words: number words, forms of the heads, names of the process and its rivals, cues. Immutable;
/// thread-safe.
class RoundWords {
 public:
  /// Numbers above `max_value` are left alone.
  RoundWords(const Taxonomy& taxonomy, const Analyzer& analyzer, int max_value);

  MarkedText mark(const Reading& reading) const;

  /// Whether mark() would find a name of the process or a phrase that proves it.
  bool names_process(const TokenStream& tokens) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const;

 private:
  struct Entry {
    std::uint64_t kinds = 0;
    int value = 0;
    NumberKind kind = NumberKind::kEither;
    Gender gender = Gender::kAny;
    bool definite = false;
  };

  void add(const Analyzer& analyzer, std::string_view phrase, Entry entry);
  void add_heads(const Process& process, const Analyzer& analyzer);
  void add_process(const Process& process, const Analyzer& analyzer);
  void add_cues(const Analyzer& analyzer);
  bool figure(const Token& token, NumberMark& mark) const;

  int max_value_;
  PhraseTrie trie_{PhraseMark::kRoundWord};
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> process_;                       ///< words that PhraseMark::kProcess stands for
  std::map<std::vector<std::uint64_t>, std::size_t> known_;  ///< while filling
};

}  // namespace mahdar
