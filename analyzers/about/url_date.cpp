#include "analyzers/about/url_date.h"

#include <optional>
#include <vector>

#include "analyzers/about/calendar_day.h"

namespace mahdar {

namespace {

constexpr int kFirstYear = 1995;
constexpr int kLastYear = 2100;

/// A run of digits and the character before it.
struct Digits {
  std::string_view text;
  char before = '/';
  char after = '/';

  int value() const {
    int sum = 0;
    for (const char c : text) sum = sum * 10 + (c - '0');
    return sum;
  }
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The first eight digits of "201702131022229367", whose next four are a clock time; none of other long
/// numbers.
std::string_view day_of_timestamp(std::string_view digits) {
  constexpr std::size_t kShortest = 14;
  if (digits.size() < kShortest) return {};
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  return two(8) < 24 && two(10) < 60 ? digits.substr(0, 8) : std::string_view();
}

/// Runs of digits, except those inside percent escapes: "%D8%A7" holds none.
std::vector<Digits> digit_runs(std::string_view path) {
  constexpr std::size_t kLongest = 8;
  std::vector<Digits> runs;
  for (std::size_t i = 0; i < path.size();) {
    if (path[i] == '%') {
      i += 3;
    } else if (!is_digit(path[i])) {
      ++i;
    } else {
      std::size_t end = i;
      while (end < path.size() && is_digit(path[end])) ++end;
      Digits run{path.substr(i, end - i), i > 0 ? path[i - 1] : '/', end < path.size() ? path[end] : '/'};
      if (run.text.size() > kLongest) run.text = day_of_timestamp(run.text);
      runs.push_back(run);
      i = end;
    }
  }
  return runs;
}

bool is_year(const Digits& run) {
  return run.text.size() == 4 && run.value() >= kFirstYear && run.value() <= kLastYear;
}

/// Whether `next` follows `run` after one of the signs that hold dates together.
bool hangs_on(const Digits& run, const Digits& next) {
  const bool touches = run.text.data() + run.text.size() + 1 == next.text.data();
  return touches && (next.before == '/' || next.before == '-' || next.before == '.' || next.before == '_') &&
         !next.text.empty() && next.text.size() <= 2;
}

std::optional<CalendarDay> compact_day(const Digits& run) {
  if (run.text.size() != 8) return std::nullopt;
  const int value = run.value();
  if (value / 10000 < kFirstYear || value / 10000 > kLastYear) return std::nullopt;
  return calendar_day(value / 10000, value / 100 % 100, value % 100);
}

/// "23012017"; and "21112218" at the end of a name: day, month and year before the number of the story.
std::optional<CalendarDay> day_first(const Digits& run) {
  constexpr int kCentury = 2000, kLastShortYear = 39;
  if (run.text.size() != 8) return std::nullopt;
  const int value = run.value(), day = value / 1000000, month = value / 10000 % 100, year = value % 10000;
  if (year >= kCentury && year <= kLastYear) return calendar_day(year, month, day);
  const bool ends_name = run.before == '-' && (run.after == '.' || run.after == '_' || run.after == '/');
  const int short_year = value / 100 % 100;
  if (!ends_name || short_year == 0 || short_year > kLastShortYear) return std::nullopt;
  return calendar_day(kCentury + short_year, month, day);
}

std::string_view path_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return url;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view() : url.substr(path);
}

/// "/01/05/2017".
std::optional<CalendarDay> day_month_year(const std::vector<Digits>& runs, std::size_t i) {
  if (i + 2 >= runs.size() || runs[i].text.empty() || runs[i].text.size() > 2 || runs[i].before != '/')
    return std::nullopt;
  const Digits &month = runs[i + 1], &year = runs[i + 2];
  const bool touches = month.text.data() + month.text.size() + 1 == year.text.data();
  if (!hangs_on(runs[i], month) || !touches || month.before != '/' || year.before != '/' || !is_year(year))
    return std::nullopt;
  return calendar_day(year.value(), month.value(), runs[i].value());
}

}  // namespace

std::string date_in_url(std::string_view url) {
  const std::vector<Digits> runs = digit_runs(path_of(url));
  std::string month;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (const auto day = compact_day(runs[i])) return format_day(*day);
    if (const auto day = day_first(runs[i])) return format_day(*day);
    if (const auto day = day_month_year(runs, i)) return format_day(*day);
    if (!is_year(runs[i]) || i + 1 == runs.size() || !hangs_on(runs[i], runs[i + 1])) continue;
    // "/2017/12/8.html" is the eighth page of a month, or one about round 8
    const bool page = i + 2 < runs.size() && runs[i + 2].before == '/' && runs[i + 2].after == '.';
    if (!page && i + 2 < runs.size() && hangs_on(runs[i + 1], runs[i + 2]) &&
        runs[i + 2].before == runs[i + 1].before) {
      const auto day = calendar_day(runs[i].value(), runs[i + 1].value(), runs[i + 2].value());
      if (day) return format_day(*day);
    }
    const auto first = calendar_day(runs[i].value(), runs[i + 1].value(), 1);
    const bool folders =
        runs[i + 1].before == '/' && runs[i + 1].after == '/' && runs[i + 1].text.size() == 2;
    if (first && folders && month.empty()) month = format_month(*first);
  }
  return month;
}

}  // namespace mahdar
