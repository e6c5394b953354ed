#include <string>

#include <doctest/doctest.h>

#include "indexer/readers/json_article.h"
#include "indexer/readers/json_split.h"
#include "tests/unit/indexer/read_all.h"

using namespace mahdar;
using tests::read_all;

TEST_CASE("an object a line, and one bad line never stops the rest") {
  const std::string file =
      "\xEF\xBB\xBF{\"id\": \"a\", \"title\": \"خبر\", \"text\": \"نص\", \"date\": \"2017-10-30\", "
      "\"source\": \"sana\", "
      "\"url\": \"https://a.example/1\", \"language\": \"ar\", \"extra\": {\"deep\": [1, {\"id\": "
      "\"no\"}]}}\n"
      "\n"
      "{\"id\": \"b\", \"text\": \n"
      "{\"id\": 12, \"text\": \"نص آخر\"}\r\n";
  const auto all = read_all(FileKind::kJsonLines, file);
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[0].id == "a");
  CHECK(all.articles[0].title == "خبر");
  CHECK(all.articles[0].text == "نص");
  CHECK(all.articles[0].date == "2017-10-30");
  CHECK(all.articles[0].source == "sana");
  CHECK(all.articles[0].url == "https://a.example/1");
  CHECK(all.articles[0].language == "ar");
  CHECK(all.articles[0].record == 1);
  CHECK(all.articles[1].id == "12");
  CHECK(all.articles[1].record == 4);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].line == 3);
  CHECK(all.errors[0].path == "file");
}

TEST_CASE("a piece of a file counts its lines from where it begins") {
  const auto all = read_all(FileKind::kJsonLines, "{\"text\": \"نص\"}\nx\n", {"file", 1001});
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].record == 1001);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].line == 1002);
}

TEST_CASE("an author is a name, an object with one, or the first of several; anything else is none") {
  struct Row {
    const char* name;
    std::string value, author;
  };
  const Row rows[] = {
      {"a name", R"("سمير")", "سمير"},
      {"an object", R"({"@type": "Person", "url": "x", "name": "سمير"})", "سمير"},
      {"several", R"(["سمير", "هند"])", "سمير"},
      {"several objects", R"([{"name": "سمير"}, {"name": "هند"}])", "سمير"},
      {"null", "null", ""},
      {"a number", "7", ""},
      {"yes", "true", ""},
      {"nothing", "[]", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto all = read_all(FileKind::kJsonLines,
                              "{\"author\": " + row.value + ", \"text\": \"نص\", \"name\": \"لا\"}\n");
    REQUIRE(all.articles.size() == 1);
    CHECK(all.articles[0].author == row.author);
    CHECK(all.articles[0].text == "نص");
  }
}

TEST_CASE("what is wrong with an object is said in words") {
  struct Row {
    const char* name;
    std::string json;
    std::string_view part;
  };
  const Row rows[] = {
      {"cut off", R"({"id": "a")", "not valid JSON"},
      {"an array", R"([1])", "not an object"},
      {"a string", R"("text")", "not an object"},
      {"a list as text", R"({"text": ["a", "b"]})", "\"text\" is not a string"},
      {"an object as title", R"({"title": {"ar": "b"}})", "\"title\" is not a string"},
      {"a number as text", R"({"text": 12})", "\"text\" is not a string"},
      {"true as date", R"({"date": true})", "\"date\" is not a string"},
      {"a lone surrogate", R"({"text": "\ud800"})", "not valid JSON"},
      {"too deep", "{\"x\": " + std::string(100, '[') + std::string(100, ']') + "}", "nested deeper"},
      {"a million brackets", "{\"x\": " + std::string(1000000, '['), "nested deeper"},
      {"two objects", R"({"id": "a"} {"id": "b"})", "not valid JSON"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto parsed = parse_json_article(row.json);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().find(row.part) != std::string::npos);
  }
}

TEST_CASE("null is as if absent, and inner keys do not count") {
  const auto parsed =
      parse_json_article(R"({"id": null, "meta": {"title": "inner"}, "title": "outer", "n": 1.5})");
  REQUIRE(parsed.has_value());
  CHECK(parsed->id.empty());
  CHECK(parsed->title == "outer");
}

TEST_CASE("objects over several lines and arrays of them are taken apart") {
  const std::string pretty = "{\n  \"id\": \"a\",\n  \"text\": \"نص } {\"\n}\n";
  const auto one = read_all(FileKind::kJsonLines, pretty);
  REQUIRE(one.articles.size() == 1);
  CHECK(one.articles[0].text == "نص } {");
  const auto many = read_all(FileKind::kJsonLines,
                             "[{\"id\": \"a\", \"text\": \"نص\"},\n {\"id\": \"b\", \"text\": \"نص\"}]");
  REQUIRE(many.articles.size() == 2);
  CHECK(many.articles[1].record == 2);
  CHECK(read_all(FileKind::kJsonLines, std::string(1000000, '[')).errors.size() == 1);
}

TEST_CASE("the text of a page in a line is taken out of its markup") {
  const auto all = read_all(
      FileKind::kJsonLines,
      R"({"id": "a", "html": "<html><head><title>خبر</title></head><body><p>نص الخبر</p></body></html>"})");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].title == "خبر");
  CHECK(all.articles[0].text == "نص الخبر\n");
}

TEST_CASE("a line in windows-1256 is decoded") {
  // "أستانا مدينة في كازاخستان وفيها عقدت المحادثات" in windows-1256
  const std::string text =
      "\xC3\xD3\xCA\xC7\xE4\xC7 \xE3\xCF\xED\xE4\xC9 \xDD\xED \xDF\xC7\xD2\xC7\xCE\xD3\xCA\xC7\xE4 "
      "\xE6\xDD\xED\xE5\xC7 "
      "\xDA\xDE\xCF\xCA \xC7\xE1\xE3\xCD\xC7\xCF\xCB\xC7\xCA";
  const auto all = read_all(FileKind::kJsonLines, "{\"id\": \"a\", \"text\": \"" + text + "\"}\n");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].text == "أستانا مدينة في كازاخستان وفيها عقدت المحادثات");
  CHECK(all.articles[0].encoding == "windows-1256");
}

TEST_CASE("a line without words is refused") {
  const auto all = read_all(FileKind::kJsonLines, "{\"id\": \"a\"}\n{\"id\": \"b\", \"text\": \"  \"}\n");
  CHECK(all.articles.empty());
  CHECK(all.errors.size() == 2);
}
