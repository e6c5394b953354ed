#include "analyzers/about/url_date.h"

#include <string>

#include <doctest/doctest.h>

namespace mahdar {

TEST_CASE("dates in addresses") {
  struct Row {
    std::string phenomenon;
    std::string url;
    std::string date;
  };
  const Row rows[] = {
      {"folders", "https://a.example/2017/03/14/talks", "2017-03-14"},
      {"folders without zeros", "https://a.example/2017/3/4/talks", "2017-03-04"},
      {"compact", "https://a.example/20170504/talks-1023851908.html", "2017-05-04"},
      {"dashes inside a name", "https://a.example/story-2019-12-11-talks", "2019-12-11"},
      {"dots", "https://a.example/news/2021.02.16", "2021-02-16"},
      {"behind another folder", "https://a.example/story/2019/12/11/x", "2019-12-11"},
      {"a page of a number in the folders of a month", "https://a.example/2017/12/8.html", "2017-12"},
      {"folders of a month", "https://a.example/2017/03/talks", "2017-03"},
      {"a timestamp", "https://a.example/world/201702131022229367-talks/", "2017-02-13"},
      {"a long id", "https://a.example/world/201702139922229367", ""},
      {"day first, in folders", "https://a.example/20925/01/05/2017/", "2017-05-01"},
      {"day first, compact", "https://a.example/view.aspx?cdate=23012017&id=9", "2017-01-23"},
      {"day first, with the story's number", "https://a.example/ac410226-21112212.html", "2022-11-21"},
      {"no such month", "https://a.example/2017/13/14/talks", ""},
      {"no such day", "https://a.example/2017-02-30", ""},
      {"an id", "https://a.example/news/1963433", ""},
      {"an id of eight digits", "https://a.example/news/52138899", ""},
      {"a longer id", "https://a.example/news/201703141", ""},
      {"percent escapes hold no digits", "https://a.example/%D8%A7%2017/%d8%a3", ""},
      {"the host is not read", "https://2017-03-14.example/talks", ""},
      {"different signs", "https://a.example/2017/03-14x", ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(date_in_url(row.url) == row.date);
  }
}

}  // namespace mahdar
