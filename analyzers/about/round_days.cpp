#include "analyzers/about/round_days.h"

#include <algorithm>
#include <charconv>

namespace mahdar {

namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::chrono::sys_days> day_of(std::string_view date) {
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto year = number(date.substr(0, 4)), month = number(date.substr(5, 2)),
             day = number(date.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day whole{std::chrono::year(*year),
                                          std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
  if (!whole.ok()) return std::nullopt;
  return std::chrono::sys_days(whole);
}

DateFit fit(const DateMention& mention, const RoundDays& round) {
  const std::chrono::year_month_day first = round.first(), last(round.end);
  const int year = int(first.year()), month = static_cast<int>(unsigned(first.month()));
  if (mention.month == 0 || (mention.year != 0 && mention.year != year)) return DateFit::kNone;
  if (mention.month != month && mention.other_month != month) return DateFit::kNone;
  if (mention.day == 0) return mention.year != 0 ? DateFit::kMonthAndYear : DateFit::kMonth;
  const int from = static_cast<int>(unsigned(first.day())), until = static_cast<int>(unsigned(last.day()));
  if (mention.day > until || std::max(mention.day, mention.end_day) < from) return DateFit::kNone;
  return mention.year != 0 ? DateFit::kDayAndYear : DateFit::kDay;
}

bool same_days(const DateMention& mention, const RoundDays& round) {
  const std::chrono::year_month_day first = round.first(), last(round.end);
  return mention.day == static_cast<int>(unsigned(first.day())) &&
         mention.end_day == static_cast<int>(unsigned(last.day()));
}

std::vector<RoundDays> round_days(const Taxonomy& taxonomy) {
  std::vector<RoundDays> days;
  for (const Round& round : taxonomy.rounds()) {
    const auto start = day_of(round.start);
    days.push_back({start.value_or(std::chrono::sys_days{}),
                    day_of(round.end).value_or(start.value_or(std::chrono::sys_days{}))});
  }
  return days;
}

}  // namespace mahdar
