#include "analyzers/about/calendar_day.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace mahdar {
namespace {

DateMention mention_of(int year, int month, int day, int end_day = 0, int direction = 0,
                       int other_month = 0) {
  DateMention mention;
  mention.year = year;
  mention.month = month;
  mention.day = day;
  mention.end_day = end_day;
  mention.direction = direction;
  mention.other_month = other_month;
  return mention;
}

std::string span_of(const DateMention& mention, std::string_view base) {
  const auto span = days_of(mention, *parse_day(base));
  return span ? format_day(span->first) + " " + format_day(span->last) : "none";
}

}  // namespace

TEST_CASE("what a mention leaves out is what brings it nearest") {
  CHECK(span_of(mention_of(2017, 10, 30), "2020-01-01") == "2017-10-30 2017-10-30");
  CHECK(span_of(mention_of(0, 10, 30), "2017-11-02") == "2017-10-30 2017-10-30");
  CHECK(span_of(mention_of(0, 12, 30), "2018-01-02") == "2017-12-30 2017-12-30");
  CHECK(span_of(mention_of(0, 1, 2), "2017-12-30") == "2018-01-02 2018-01-02");
  CHECK(span_of(mention_of(0, 10, 30, 31), "2017-10-31") == "2017-10-30 2017-10-31");
  CHECK(span_of(mention_of(0, 2, 29), "2017-03-01") == "2016-02-29 2016-02-29");
  CHECK(span_of(mention_of(2017, 0, 0), "2017-03-01") == "none");
}

TEST_CASE("past and coming say on which side") {
  CHECK(span_of(mention_of(0, 11, 30, 0, -1), "2017-10-31") == "2016-11-30 2016-11-30");
  CHECK(span_of(mention_of(0, 9, 1, 0, 1), "2017-10-31") == "2018-09-01 2018-09-01");
  CHECK(span_of(mention_of(0, 0, 16, 0, -1), "2018-01-05") == "2017-12-16 2017-12-16");
  CHECK(span_of(mention_of(0, 0, 11, 12), "2024-11-11") == "2024-11-11 2024-11-12");
}

TEST_CASE("of a pair of months that disagree the nearer counts") {
  CHECK(span_of(mention_of(0, 6, 4, 0, 0, 7), "2017-07-05") == "2017-07-04 2017-07-04");
  CHECK(span_of(mention_of(0, 12, 10, 0, 0, 1), "2019-12-11") == "2019-12-10 2019-12-10");
}

TEST_CASE("days are read as they are written") {
  CHECK(!parse_day("2017-02-30"));
  CHECK(!parse_day("2017-2-3"));
  CHECK(!parse_day(""));
  CHECK(weekday_of(*parse_day("2024-11-11")) == 1);
  CHECK(weekday_of(*parse_day("2017-10-29")) == 7);
  CHECK(rc::check([] {
    const CalendarDay day = CalendarDay(std::chrono::days(*rc::gen::inRange(-10000, 50000)));
    RC_ASSERT(parse_day(format_day(day)) == day);
  }));
}

}  // namespace mahdar
