#include "searcher/query/date_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "schema/name_key.h"
#include "searcher/query/month_name.h"

namespace mahdar {
namespace {

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of("-/.");
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

int days_in(int year, int month) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

std::string without_hyphens(std::string_view date) {
  std::string digits(date);
  std::erase(digits, '-');
  return digits;
}

/// "30 تشرين الأول/أكتوبر 2017" as "2017-10-30", "July 2018" as "2018-7".
std::optional<std::string> with_month_number(std::string_view text) {
  const auto last = text.rfind(' ');
  if (last == std::string_view::npos || last + 5 != text.size() || !number(text.substr(last + 1)))
    return std::nullopt;
  std::string name = trimmed(text.substr(0, last));
  std::string day;
  if (const auto blank = name.find(' '); blank != std::string::npos && number(name.substr(0, blank))) {
    day = "-" + name.substr(0, blank);
    name = trimmed(name.substr(blank));
  }
  const auto month = month_named(name);
  if (!month) return std::nullopt;
  return fmt::format("{}-{}{}", text.substr(last + 1), *month, day);
}

using Ends = std::pair<std::string, std::string>;

bool runs_backwards(const Ends& range) {
  const auto [low, high] = date_slot_range(range.first, range.second);
  return !high.empty() && low > high;
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  std::string plain = trimmed(plain_digits(text));
  if (auto numbers = with_month_number(plain)) plain = std::move(*numbers);
  auto parts = parts_of(plain);
  if (parts.size() > 3) return std::nullopt;
  if (parts.size() > 1 && parts.back().size() == 4) std::ranges::reverse(parts);
  if (parts.front().size() != 4) return std::nullopt;
  std::array<int, 3> values{0, 0, 0};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = number(parts[i]);
    if (!value || parts[i].size() > (i == 0 ? 4U : 2U)) return std::nullopt;
    values[i] = *value;
  }
  const auto [year, month, day] = values;
  if (year < 1000) return std::nullopt;
  if (parts.size() == 1) return fmt::format("{:04}", year);
  if (month < 1 || month > 12) return std::nullopt;
  if (parts.size() == 2) return fmt::format("{:04}-{:02}", year, month);
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

namespace {

/// The two ends as written, whichever comes first.
std::optional<Ends> read_ends(std::string_view text) {
  std::string plain = trimmed(text);
  // Phones and editors turn ".." into one character.
  if (const auto dots = plain.find("…"); dots != std::string::npos) plain.replace(dots, 3, "..");
  const auto dots = plain.find("..");
  if (dots == std::string::npos) {
    const auto date = parse_date(plain);
    if (!date) return std::nullopt;
    return Ends(*date, *date);
  }
  const std::string from = trimmed(plain.substr(0, dots));
  const std::string to = trimmed(plain.substr(plain.find_first_not_of('.', dots) == std::string::npos
                                                  ? plain.size()
                                                  : plain.find_first_not_of('.', dots)));
  Ends range;
  for (const auto& [written, value] : {std::pair(&from, &range.first), std::pair(&to, &range.second)}) {
    if (written->empty()) continue;
    const auto date = parse_date(*written);
    if (!date) return std::nullopt;
    *value = *date;
  }
  if (range.first.empty() && range.second.empty()) return std::nullopt;
  return range;
}

}  // namespace

std::optional<std::pair<std::string, std::string>> parse_date_range(std::string_view text) {
  auto range = read_ends(text);
  if (range && runs_backwards(*range)) return std::nullopt;
  return range;
}

bool is_backward_range(std::string_view text) {
  const auto range = read_ends(text);
  return range && runs_backwards(*range);
}

std::pair<std::string, std::string> date_slot_range(std::string_view from, std::string_view to) {
  std::string low = without_hyphens(from);
  std::string high = without_hyphens(to);
  if (!low.empty()) {
    // The first day of a month or year also takes the articles that name no day.
    while (low.size() > 4 && low.ends_with("01")) low.resize(low.size() - 2);
    low.append(8 - low.size(), '0');
  }
  if (!high.empty()) high.append(8 - high.size(), '9');
  return {low, high};
}

}  // namespace mahdar
