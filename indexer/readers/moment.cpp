#include "indexer/readers/moment.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

#include "indexer/readers/rfc822_date.h"
#include "schema/ascii.h"

namespace mahdar {
namespace {

constexpr std::int64_t kNsASecond = 1'000'000'000;
constexpr std::int64_t kSecondsAnHour = 3600;

/// Takes at most `most` digits from the front; none where there is none.
std::optional<int> take_number(std::string_view& rest, std::size_t most) {
  int value = 0;
  const char* last = rest.data() + std::min(most, rest.size());
  if (rest.empty() || !is_ascii_digit(rest.front())) return std::nullopt;
  const auto [end, error] = std::from_chars(rest.data(), last, value);
  if (error != std::errc()) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return value;
}

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

/// Of "2017-10-31".
std::optional<std::int64_t> seconds_of_day(std::string_view date) {
  const auto year = take_number(date, 4);
  const bool first = take(date, '-');
  const auto month = take_number(date, 2);
  const bool second = take(date, '-');
  const auto day = take_number(date, 2);
  if (!year || !first || !month || !second || !day || *year < 1970 || *year > 2199) return std::nullopt;
  const std::chrono::year_month_day at{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                       std::chrono::day(unsigned(*day))};
  if (!at.ok()) return std::nullopt;
  return std::chrono::seconds(std::chrono::sys_days(at).time_since_epoch()).count();
}

/// What a zone is ahead of UTC.
std::int64_t zone_seconds(std::string_view zone) {
  constexpr std::array<std::pair<std::string_view, int>, 8> kNamed{{{"est", -5},
                                                                    {"edt", -4},
                                                                    {"cst", -6},
                                                                    {"cdt", -5},
                                                                    {"mst", -7},
                                                                    {"mdt", -6},
                                                                    {"pst", -8},
                                                                    {"pdt", -7}}};
  while (take(zone, ' ')) {
  }
  const bool behind = zone.starts_with('-');
  if (!behind && !zone.starts_with('+')) {
    const std::string name = ascii_lower(zone.substr(0, 3));
    for (const auto& [known, hours] : kNamed)
      if (name == known) return hours * kSecondsAnHour;
    return 0;
  }
  zone.remove_prefix(1);
  const int hours = take_number(zone, 2).value_or(0);
  take(zone, ':');
  const std::int64_t ahead = hours * kSecondsAnHour + take_number(zone, 2).value_or(0) * 60;
  return behind ? -ahead : ahead;
}

std::int64_t fraction_ns(std::string_view& rest) {
  if (!take(rest, '.') && !take(rest, ',')) return 0;
  std::int64_t ns = 0;
  for (std::int64_t unit = kNsASecond / 10; !rest.empty() && is_ascii_digit(rest.front()); unit /= 10) {
    ns += (rest.front() - '0') * unit;
    rest.remove_prefix(1);
  }
  return ns;
}

/// Of the time of day and the zone after a date.
std::int64_t ns_of_time(std::string_view written) {
  const auto colon = written.find(':');
  if (colon == std::string_view::npos) return 0;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < 2 && is_ascii_digit(written[begin - 1])) --begin;
  std::string_view rest = written.substr(begin);
  const int hours = take_number(rest, 2).value_or(0);
  take(rest, ':');
  const int minutes = take_number(rest, 2).value_or(0);
  const int seconds = take(rest, ':') ? take_number(rest, 2).value_or(0) : 0;
  const std::int64_t fraction = fraction_ns(rest);
  return (hours * kSecondsAnHour + minutes * 60 + seconds - zone_seconds(rest)) * kNsASecond + fraction;
}

}  // namespace

std::optional<std::int64_t> moment_of(std::string_view written) {
  const std::string date = iso_date(written);
  const auto day = seconds_of_day(date);
  if (!day) return std::nullopt;
  return *day * kNsASecond + ns_of_time(written);
}

}  // namespace mahdar
