#include "analyzers/about/elapsed_time.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/text/folder.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kReachOfDate = 12;  ///< words between "من" and the date
constexpr std::uint32_t kReachOfSpan = 5;   ///< words from "بعد" to "من"

constexpr std::array<std::string_view, 14> kSpans = {"أشهر",  "شهر",    "شهرين", "أيام",    "يوم",
                                                     "يومين", "أسابيع", "أسبوع", "أسبوعين", "سنوات",
                                                     "سنة",   "عام",    "عامين", "أعوام"};

template <std::size_t size>
std::array<std::uint64_t, size> hashes(const std::array<std::string_view, size>& words) {
  std::array<std::uint64_t, size> found{};
  for (std::size_t i = 0; i < size; ++i) found[i] = hash_word(fold(words[i]));
  return found;
}

/// "بعد حوالي 4 أشهر من", its last word at `from`.
bool ends_span(const TokenStream& tokens, std::uint32_t from) {
  static const auto spans = hashes(kSpans);
  static const std::uint64_t after = hash_word(fold("بعد")), and_after = hash_word(fold("وبعد"));
  if (from == 0 || std::ranges::find(spans, std::uint64_t{tokens[from - 1].hash}) == spans.end())
    return false;
  for (std::uint32_t back = 2; back <= kReachOfSpan && back <= from; ++back) {
    const std::uint64_t word = tokens[from - back].hash;
    if (word == after || word == and_after) return true;
  }
  return false;
}

}  // namespace

bool counts_time_from(const TokenStream& tokens, std::uint32_t token) {
  static const std::uint64_t of = hash_word(fold("من"));
  for (std::uint32_t i = token, n = 0; i > 0 && n < kReachOfDate; ++n) {
    if (tokens[i].gap <= Gap::kSentence) return false;
    if (tokens[--i].hash == of && ends_span(tokens, i)) return true;
  }
  return false;
}

}  // namespace mahdar
