#include "indexer/readers/rfc822_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "schema/ascii.h"

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

std::string_view next_word(std::string_view& rest) {
  const auto begin = rest.find_first_not_of(" \t\r\n,");
  if (begin == std::string_view::npos) return rest = {};
  const auto end = std::min(rest.find_first_of(" \t\r\n,", begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<int> month_named(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  const std::string start = ascii_lower(word.substr(0, 3));
  const auto* found = std::ranges::find(kMonths, std::string_view(start));
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<int>(found - kMonths.begin()) + 1;
}

/// RFC 5322, section 4.3: two digits below 50 are of this century.
int whole_year(int year) {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

}  // namespace

std::string iso_date(std::string_view written) {
  std::string_view rest = written;
  std::string_view word = next_word(rest);
  if (!word.empty() && !number(word)) word = next_word(rest);
  const auto day = number(word);
  const auto month = month_named(next_word(rest));
  const auto year = number(next_word(rest));
  if (day && month && year && *day >= 1 && *day <= 31 && *year >= 0 && *year <= 9999)
    return fmt::format("{:04}-{:02}-{:02}", whole_year(*year), *month, *day);
  const auto begin = written.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(written.substr(begin, written.find_last_not_of(" \t\r\n") - begin + 1));
}

}  // namespace mahdar
