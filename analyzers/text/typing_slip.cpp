#include "analyzers/text/typing_slip.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "analyzers/text/utf8.h"
#include "analyzers/text/word_list.h"

namespace mahdar {
namespace {

constexpr double kCommonSlip = 1;
constexpr double kLostLetter = 1.4;  ///< or one too many, neither weak nor doubled
constexpr std::u32string_view kWeakLetters = U"اويهء";

std::u32string letters_of(std::string_view line) {
  std::u32string letters;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded next = utf8::decode(line, at);
    if (next.code_point != ' ') letters += next.code_point;
    at += next.length;
  }
  return letters;
}

/// The pairs of letters taken for one another.
class ConfusableLetters {
 public:
  ConfusableLetters() {
    for (const std::string_view line : word_list("confusable_letters.txt")) {
      const bool row = line.starts_with('>');
      const std::u32string letters = letters_of(row ? line.substr(1) : line);
      for (std::size_t i = 0; i < letters.size(); ++i)
        for (std::size_t k = i + 1; k < (row ? std::min(i + 2, letters.size()) : letters.size()); ++k)
          pairs_.insert(key(letters[i], letters[k]));
    }
  }

  bool contain(char32_t a, char32_t b) const { return pairs_.contains(key(a, b)); }

 private:
  static std::uint64_t key(char32_t a, char32_t b) {
    return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
  }

  std::unordered_set<std::uint64_t> pairs_;
};

double change_cost(char32_t typed, char32_t meant) {
  static const ConfusableLetters confusable;
  if (typed == meant) return 0;
  return confusable.contain(typed, meant) ? kCommonSlip : kRareSlip;
}

/// Of the letter at `at` being left out, or typed too much.
double loss_cost(std::u32string_view word, std::size_t at) {
  const char32_t letter = word[at];
  const bool doubled = (at > 0 && word[at - 1] == letter) || (at + 1 < word.size() && word[at + 1] == letter);
  return doubled || kWeakLetters.find(letter) != kWeakLetters.npos ? kCommonSlip : kLostLetter;
}

}  // namespace

double slip_cost(std::u32string_view typed, std::u32string_view meant) {
  std::vector<double> before(meant.size() + 1), last(meant.size() + 1), row(meant.size() + 1);
  for (std::size_t j = 0; j < meant.size(); ++j) last[j + 1] = last[j] + loss_cost(meant, j);
  for (std::size_t i = 0; i < typed.size(); ++i) {
    row[0] = last[0] + loss_cost(typed, i);
    for (std::size_t j = 0; j < meant.size(); ++j) {
      row[j + 1] = std::min({last[j + 1] + loss_cost(typed, i), row[j] + loss_cost(meant, j),
                             last[j] + change_cost(typed[i], meant[j])});
      if (i > 0 && j > 0 && typed[i] == meant[j - 1] && typed[i - 1] == meant[j])
        row[j + 1] = std::min(row[j + 1], before[j - 1] + kCommonSlip);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[meant.size()];
}

}  // namespace mahdar
