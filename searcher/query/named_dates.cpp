#include <string>
#include <utility>

#include <fmt/format.h>

#include "analyzers/about/date_finder.h"
#include "schema/field.h"
#include "searcher/query/date_range.h"
#include "searcher/query/named_matter.h"

namespace mahdar {
namespace {

/// First and last day as a filter takes them, both the month where no day is named; empty where the words do
/// not settle them.
std::pair<std::string, std::string> days_of(const DateMention& date) {
  if (date.kind != DateMention::Kind::kCalendar || date.year == 0 || date.month == 0 || date.other_month != 0)
    return {};
  const std::string month = fmt::format("{:04}-{:02}", date.year, date.month);
  if (date.day == 0) return {month, month};
  const int last = date.end_day != 0 ? date.end_day : date.day;
  return {fmt::format("{}-{:02}", month, date.day), fmt::format("{}-{:02}", month, last)};
}

/// Whether an article is of these days. Of the month's articles one that fits is soon found.
bool has_articles(const Xapian::Database& database, const DateMention& date, const std::string& low,
                  const std::string& high) {
  const std::string month = make_term(prefix::kMonth, fmt::format("{:04}{:02}", date.year, date.month));
  if (date.day == 0 || !database.term_exists(month)) return database.term_exists(month);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query({Xapian::Query::OP_FILTER, Xapian::Query(month),
                     Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot::kDate, low, high)});
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace

std::vector<NamedMatter> named_dates(const WordRun& run, const QueryContext& context) {
  std::vector<NamedMatter> matters;
  for (const DateMention& date : find_dates(run.stream)) {
    const auto [from, to] = days_of(date);
    if (from.empty()) continue;
    auto [low, high] = date_slot_range(from, to);
    if (!has_articles(context.database, date, low, high)) continue;
    const std::string days = from == to ? from : from + ".." + to;
    const std::size_t end = date.first_token + date.token_count;
    const ByteRange range = run.range(date.first_token, end - 1);
    matters.push_back(
        {date.first_token,
         end,
         MatchQuery::dates(std::move(low), std::move(high)),
         {"read-as-date",
          "read as the date " + days + ", whose articles come first; narrow to them by date:" + days,
          "قُرئت بوصفها التاريخ " + days + "، فقُدّمت مقالاته؛ للتضييق عليها اكتب تاريخ:" + days, range.begin,
          range.end}});
  }
  return matters;
}

}  // namespace mahdar
