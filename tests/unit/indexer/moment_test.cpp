#include "indexer/readers/moment.h"

#include <doctest/doctest.h>

#include "indexer/article_version.h"

using namespace mahdar;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kNoon = 1'509'451'200 * kSecond;  // 2017-10-31T12:00:00Z

RawArticle line(std::string version, std::string date = {}) {
  RawArticle article;
  article.record = 1;
  article.version = std::move(version);
  article.date = std::move(date);
  return article;
}

}  // namespace

TEST_CASE("a moment in the ways of feeds, archives and pages") {
  for (const char* written :
       {"2017-10-31T12:00:00Z", "2017-10-31T15:00:00+03:00", "2017-10-31T15:00+0300", "2017-10-31 12:00",
        " 2017-10-31T12:00:00.000Z\n", "Tue, 31 Oct 2017 12:00:00 GMT", "Tue, 31 Oct 2017 15:00:00 +0300",
        "31 Oct 17 07:00 EST", "2017-10-31T04:30:00-07:30"})
    CHECK_MESSAGE(moment_of(written) == kNoon, written);
  CHECK(moment_of("2017-10-31T12:00:00.25Z") == kNoon + kSecond / 4);
  CHECK(moment_of("2017-10-31") == kNoon - 12 * 3600 * kSecond);
  CHECK(moment_of("Tue, 31 Oct 2017") == kNoon - 12 * 3600 * kSecond);
}

TEST_CASE("what is less than a day, or no date, is no moment") {
  for (const char* written : {"", "2017", "2017-10", "2017-02-30", "1509451200", "0000-01-01", "9999-12-31",
                              "31 تشرين الأول 2017", "2017/10/31", "-", ":", "12:00"})
    CHECK_MESSAGE(!moment_of(written), written);
}

TEST_CASE("a version goes by its own time, then by its file's, then by its path") {
  const std::string undated = version_value(line(""));
  const std::string dated = version_value(line("2017-10-31T12:00:00Z"));
  CHECK(version_value(line("", "2017-10-31T12:00:00Z")) == dated);
  CHECK(version_value(line("soon", "2017-10-31T12:00:00Z")) == dated);
  CHECK(ArticleVersion(dated, 1, "/a") < ArticleVersion(undated, kNoon + 1, "/a"));
  CHECK(ArticleVersion(dated, 1, "/b") < ArticleVersion(dated, 2, "/a"));
  CHECK(ArticleVersion(dated, 1, "/a") < ArticleVersion(dated, 1, "/b"));
  RawArticle alone = line("2017-10-31");
  alone.record = 0;
  CHECK(version_value(alone).empty());
}

TEST_CASE("two articles of a file with one id are versions where both have a time of their own") {
  const std::string first = version_value(line("2017-10-30"));
  const std::string second = version_value(line("2017-10-31"));
  const std::string none = version_value(line(""));
  CHECK(compare_in_file(first, "x", second, "y") == LaterArticle::kNewer);
  CHECK(compare_in_file(first, "x", second, "x") == LaterArticle::kNewer);
  CHECK(compare_in_file(second, "x", first, "y") == LaterArticle::kOlder);
  CHECK(compare_in_file(first, "x", first, "x") == LaterArticle::kCopy);
  CHECK(compare_in_file(first, "x", first, "y") == LaterArticle::kConflict);
  CHECK(compare_in_file(none, "x", second, "y") == LaterArticle::kConflict);
  CHECK(compare_in_file(none, "x", none, "x") == LaterArticle::kCopy);
}
