#include <string>

#include <doctest/doctest.h>

#include "indexer/readers/limits.h"
#include "tests/unit/indexer/read_all.h"

using namespace mahdar;
using tests::read_all;

TEST_CASE("a text file is one article, and its offsets are those of the file") {
  const std::string file = "العنوان: ختام الجولة\nالمصدر: سانا\n\nانتهت الجولة السابعة.\n";
  const auto all = read_all(FileKind::kText, file);
  REQUIRE(all.errors.empty());
  REQUIRE(all.articles.size() == 1);
  const RawArticle& article = all.articles.front();
  CHECK(article.title == "ختام الجولة");
  CHECK(article.source == "سانا");
  CHECK(article.text == "انتهت الجولة السابعة.\n");
  CHECK(file.substr(article.text_offset) == article.text);
  CHECK(file.substr(article.title_offset, article.title.size()) == article.title);
  CHECK(article.encoding == "UTF-8");
  CHECK(article.record == 0);
}

TEST_CASE("UTF-16 with a mark is decoded and reported") {
  const std::string bytes("\xFF\xFE\x23\x06\x33\x06\x2A\x06\x27\x06\x46\x06\x27\x06", 14);
  const auto all = read_all(FileKind::kText, bytes);
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].text == "أستانا");
  CHECK(all.articles[0].encoding == "UTF-16LE");
}

TEST_CASE("what holds no text is an error with a remedy") {
  for (const std::string& bytes : {std::string(), std::string(" \n\n"), std::string("---\n***\n")}) {
    const auto all = read_all(FileKind::kText, bytes);
    CHECK(all.articles.empty());
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors[0].path == "file");
    CHECK_FALSE(all.errors[0].remedy.empty());
  }
}

TEST_CASE("a file over the cap is refused, a text over its cap is cut between characters") {
  const std::string word = "أستانا ";
  std::string text;
  while (text.size() <= limits::kTextBytes) text += word;
  const auto cut = read_all(FileKind::kText, text);
  REQUIRE(cut.articles.size() == 1);
  CHECK(cut.articles[0].text.size() <= limits::kTextBytes);
  CHECK(cut.articles[0].text.size() > limits::kTextBytes - 4);
  CHECK((static_cast<unsigned char>(text[cut.articles[0].text.size()]) & 0xC0) != 0x80);
  CHECK(cut.articles[0].warnings.size() == 1);

  const auto refused = read_all(FileKind::kText, std::string(limits::kFileBytes + 1, 'a'));
  CHECK(refused.articles.empty());
  CHECK(refused.errors.size() == 1);
}
