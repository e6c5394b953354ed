#include "indexer/nearest_name.h"

#include <algorithm>
#include <cstddef>

namespace mahdar {
namespace {

constexpr std::size_t kShort = 4;
constexpr std::size_t kLongest = 64;

/// Optimal string alignment: Damerau, F. (1964), A technique for computer detection and correction of
/// spelling errors.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) table[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({replaced, table[i - 1][j] + 1, table[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

}  // namespace

std::string nearest_name(std::string_view typed, const std::vector<std::string>& names) {
  if (typed.size() > kLongest) return {};
  std::size_t least = typed.size() > kShort ? 3 : 2;
  std::string nearest;
  for (const std::string& name : names) {
    const std::size_t away = distance(typed, name);
    if (away >= least) continue;
    least = away;
    nearest = name;
  }
  return nearest;
}

}  // namespace mahdar
