#include "analyzers/about/written_date.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "analyzers/about/calendar_day.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/cleaner.h"

namespace mahdar {

namespace {

/// Analyzer without names: dates need none.
const Analyzer& plain_analyzer() {
  static const Analyzer analyzer{Taxonomy()};
  return analyzer;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Seconds or milliseconds since 1970.
std::string from_epoch(std::string_view digits) {
  constexpr std::size_t kSecondsDigits = 10;
  constexpr std::size_t kMillisecondsDigits = 13;
  if (digits.size() != kSecondsDigits && digits.size() != kMillisecondsDigits) return {};
  long long value = 0;
  std::from_chars(digits.data(), digits.data() + kSecondsDigits, value);
  return format_day(
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(value))));
}

/// "2017", "2017-10" and "20171030", which no reader of running text may take for dates.
std::string from_short_iso(std::string_view text) {
  if (text.size() == 4 && all_digits(text)) return std::string(text);
  if (text.size() == 7 && parse_day(std::string(text) + "-01")) return std::string(text);
  if (text.size() == 8 && all_digits(text))
    if (const auto day =
            parse_day(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6))))
      return format_day(*day);
  return {};
}

std::string from_mention(const DateMention& m) {
  if (m.year == 0) return {};
  if (m.month == 0) return fmt::format("{:04}", m.year);
  if (m.day == 0) return fmt::format("{:04}-{:02}", m.year, m.month);
  const auto day = calendar_day(m.year, m.month, m.day);
  return day ? format_day(*day) : std::string();
}

}  // namespace

std::string read_written_date(std::string_view written) {
  if (written.empty()) return {};
  const std::string cleaned = clean(written);
  std::string_view text = cleaned;
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (const auto day = parse_day(text)) return format_day(*day);
  if (all_digits(text))
    if (std::string day = from_epoch(text); !day.empty()) return day;
  if (std::string date = from_short_iso(text); !date.empty()) return date;
  const TokenStream tokens = plain_analyzer().analyze(text);
  std::string best;
  for (const DateMention& mention : find_dates(tokens))
    if (std::string date = from_mention(mention); date.size() > best.size()) best = std::move(date);
  return best;
}

}  // namespace mahdar
