#include "analyzers/about/written_date.h"

#include <string>

#include <doctest/doctest.h>

namespace mahdar {

TEST_CASE("dates as metadata write them") {
  struct Row {
    std::string phenomenon;
    std::string written;
    std::string date;
  };
  const Row rows[] = {
      {"ISO", "2017-10-30", "2017-10-30"},
      {"ISO with time and zone", "2017-10-30T22:15:00+03:00", "2017-10-30"},
      {"ISO with blanks around", "  2017-10-30 08:00 ", "2017-10-30"},
      {"ISO month", "2017-10", "2017-10"},
      {"year", "2017", "2017"},
      {"compact", "20171030", "2017-10-30"},
      {"RFC 2822", "Mon, 30 Oct 2017 14:05:00 +0000", "2017-10-30"},
      {"seconds since 1970", "1509321600", "2017-10-30"},
      {"milliseconds since 1970", "1509321600000", "2017-10-30"},
      {"English", "October 30, 2017", "2017-10-30"},
      {"Arabic", "الاثنين 30 تشرين الأول/أكتوبر 2017", "2017-10-30"},
      {"Arabic-Indic digits", "٣٠/١٠/٢٠١٧", "2017-10-30"},
      {"day first", "30.10.2017", "2017-10-30"},
      {"a month by name", "تشرين الأول 2017", "2017-10"},
      {"no such day", "2017-02-30", ""},
      {"no year", "30 أكتوبر", ""},
      {"no date", "قبل ساعتين", ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(read_written_date(row.written) == row.date);
  }
}

}  // namespace mahdar
