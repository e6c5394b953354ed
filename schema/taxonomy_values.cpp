#include "schema/taxonomy_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "schema/ascii.h"

namespace mahdar {

namespace {

constexpr std::size_t kMaxId = 64;

std::optional<unsigned> number_of(std::string_view digits) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kMaxId && is_ascii_lower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '-' || c == '_'; });
}

bool is_country_code(std::string_view text) {
  return text.size() == 2 && is_ascii_upper(text[0]) && is_ascii_upper(text[1]);
}

bool is_date(std::string_view text, bool partial) {
  const std::size_t size = text.size();
  if (size != 10 && !(partial && (size == 4 || size == 7))) return false;
  if (size > 4 && text[4] != '-') return false;
  if (size > 7 && text[7] != '-') return false;
  const auto year = number_of(text.substr(0, 4));
  const auto month = size > 4 ? number_of(text.substr(5, 2)) : 1U;
  const auto day = size > 7 ? number_of(text.substr(8, 2)) : 1U;
  return year && month && day &&
         std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                     std::chrono::day(*day))
             .ok();
}

bool is_trimmed_line(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         text.find_first_of("\t\r\n") == text.npos;
}

}  // namespace mahdar
