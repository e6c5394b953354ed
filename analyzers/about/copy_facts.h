#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/about/annotator.h"

namespace mahdar {

/// What tells the event of a text from another that was written by the same template: days, rounds about, and
/// the first numbers, months, weekdays and places behind the title, each in its frame, the two words before
/// it. The lead tells the event; what follows is background, and what a cut end takes.
struct CopyFacts {
  static constexpr std::size_t kMost = 16;

  struct Fact {
    std::uint16_t frame = 0;  ///< hash of the two words before, and of the stem behind a number in words
    std::uint16_t value = 0;  ///< hash of what fills it: 7, "seven" and "the seventh" are one
    bool operator==(const Fact&) const = default;
  };

  std::uint16_t published = 0;  ///< by file or address, in days since 1970; 0: not told to the day
  std::uint32_t rounds = 0;     ///< rounds about, a bit each, where the text writes them
  std::uint8_t count = 0;
  std::array<Fact, kMost> facts{};  ///< `count` of them, in the order of the text

  void append_to(std::string& bytes) const;  ///< 6 bytes, and 4 a fact
  /// No facts where the bytes are none.
  static CopyFacts parse(std::string_view bytes);

  bool operator==(const CopyFacts&) const = default;
};

/// A pure function; thread-safe.
CopyFacts facts_of(const AnnotatedArticle& annotated);

/// Whether two texts of much the same wording tell different events: other rounds, days more than a few
/// apart, or frames that both have and fill with what the other does not name. One such frame among many
/// that agree is an edit (a toll brought up to date). `same_wording` texts, equal word for word, are not held
/// to their days: an archive may date a copy by its crawl. Symmetric.
bool contradict(const CopyFacts& a, const CopyFacts& b, bool same_wording);

}  // namespace mahdar
