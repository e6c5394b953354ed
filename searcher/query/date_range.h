#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mahdar {

/// "YYYY", "YYYY-MM" or "YYYY-MM-DD" from what a user wrote: digits of any script; '-', '/' or '.' between
/// the parts; year first or last; or a month's name before the year, as "تموز/يوليو 2018". None where it is
/// no date of the calendar.
std::optional<std::string> parse_date(std::string_view text);

/// "FROM..TO", either end open, or one date that stands for its whole day, month or year. None where it is
/// neither or runs backwards.
std::optional<std::pair<std::string, std::string>> parse_date_range(std::string_view text);

/// Whether it is a range of two dates of which the first comes after the second.
bool is_backward_range(std::string_view text);

/// The first and last values of slot::kDate that lie within the two dates; an imprecise date of an article
/// counts as its first day. An open end gives an empty string.
std::pair<std::string, std::string> date_slot_range(std::string_view from, std::string_view to);

}  // namespace mahdar
