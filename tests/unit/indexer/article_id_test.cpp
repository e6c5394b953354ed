#include "indexer/article_id.h"

#include <doctest/doctest.h>

#include "indexer/content_hash.h"
#include "indexer/write/file_plan.h"

using namespace mahdar;

TEST_CASE("an article is identified by its own id, else its address, content or path") {
  RawArticle raw;
  raw.text = "نص";
  const std::string hash = content_hash(raw);
  CHECK(article_id(raw, "2017/astana-7", hash) == "2017/astana-7");
  raw.record = 4;
  CHECK(article_id(raw, "dump", hash).size() == 16);
  raw.url = "https://a.example/1";
  CHECK(article_id(raw, "dump", hash) == "https://a.example/1");
  raw.id = "own";
  CHECK(article_id(raw, "dump", hash) == "own");
}

TEST_CASE("the id of a path drops the ending, and nothing else") {
  CHECK(path_id("2017/a.txt") == "2017/a");
  CHECK(path_id("a.b.html") == "a.b");
  CHECK(path_id("a.v2") == "a.v2");
  CHECK(path_id("dump.jsonl.gz") == "dump");
  CHECK(path_id("2017.txt/a") == "2017.txt/a");
}

TEST_CASE("files that would share an id are kept apart, the first keeps the plain one") {
  PathIds ids([](const std::string& id) { return id == "taken"; });
  const auto file = [](const std::string& relative) {
    SourceFile source;
    source.relative = relative;
    source.path = "/root/" + relative;
    return source;
  };
  CHECK(ids.assign(file("a.html")) == "a");
  const std::string second = ids.assign(file("a.txt"));
  CHECK(second.starts_with("a~"));
  CHECK(ids.assign(file("taken.txt")).starts_with("taken~"));
  CHECK(path_id_apart("a.txt", "/root/a.txt") == second);
}

TEST_CASE("the content hash sees every field, and where one ends and the next begins") {
  RawArticle first;
  first.id = "ab";
  RawArticle second;
  second.id = "a";
  second.url = "b";
  CHECK(content_hash(first) != content_hash(second));
  RawArticle moved = first;
  moved.path = "elsewhere";
  moved.record = 9;
  CHECK(content_hash(first) == content_hash(moved));
}

TEST_CASE("a name that is not UTF-8 gives an id that is, and other bytes another id") {
  CHECK(path_id("x\xFF\xFE.txt") == "x%FF%FE");
  CHECK(path_id("x\xFF\xFD.txt") == "x%FF%FD");
  CHECK(path_id("خبر.txt") == "خبر");
}
