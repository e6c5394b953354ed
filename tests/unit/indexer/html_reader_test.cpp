#include "indexer/readers/html_reader.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/indexer/read_all.h"

using namespace mahdar;
using tests::read_all;

namespace {

const std::string kFirst =
    "انتهت في العاصمة الكازاخية أعمال الجولة السابعة من المحادثات حول سوريا بحضور الدول الضامنة.";
const std::string kSecond =
    "وقال رئيس الوفد إن المجتمعين بحثوا ملف المعتقلين ومناطق خفض التصعيد في يومين من اللقاءات.";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"ar\"><head>" + head + "</head><body>" + body + "</body></html>";
}

RawArticle read_one(const std::string& html) {
  const auto all = read_all(FileKind::kHtml, html);
  REQUIRE(all.articles.size() == 1);
  return all.articles.front();
}

}  // namespace

TEST_CASE("the running text is kept, the furniture of the page is not") {
  const std::string body =
      "<nav><a href='/'>الرئيسية</a><a href='/w'>العالم</a></nav>"
      "<div class='menu top'>القائمة الكاملة للأقسام والصفحات التي يمكن زيارتها في هذا الموقع الإخباري "
      "الكبير</div>"
      "<article><h1>ختام الجولة</h1><p>" +
      kFirst + "</p><script>var x = '<p>لا</p>';</script><p>" + kSecond +
      "</p>"
      "<ul class='related-news'><li><a href='1'>خبر قديم عن الجولة السادسة وما جرى فيها من "
      "محادثات</a></li></ul></article>"
      "<div><a href='/1'>أخبار أخرى قد تهمك من الموقع نفسه ومن مواقع صديقة</a></div>"
      "<footer>جميع الحقوق محفوظة لصاحب الموقع وشركائه في جميع أنحاء العالم منذ سنة ألفين وعشر</footer>";
  const RawArticle article = read_one(page("<title>ختام الجولة - موقع الأخبار</title>", body));
  CHECK(article.title == "ختام الجولة");
  CHECK(article.text == kFirst + "\n" + kSecond + "\n");
  CHECK(article.language == "ar");
}

TEST_CASE("line breaks and entities become text") {
  const RawArticle article =
      read_one(page("", "<div>" + kFirst + "<br><br>" + kSecond + " &laquo;نعم&raquo;&nbsp;&amp;</div>"));
  CHECK(article.text == kFirst + "\n" + kSecond + " «نعم» &\n");
}

TEST_CASE("metadata: the most trustworthy wins") {
  struct Row {
    const char* name;
    std::string head;
    std::string_view title, date, source, url;
  };
  const Row rows[] = {
      {"OpenGraph",
       "<meta property='og:title' content='ت'><meta property='og:site_name' content='م'>"
       "<meta property='article:published_time' content='2017-10-30T10:00:00Z'>"
       "<meta property='og:url' content='https://a.example/1'>",
       "ت", "2017-10-30T10:00:00Z", "م", "https://a.example/1"},
      {"JSON-LD over OpenGraph",
       "<meta property='og:title' content='ت'><script "
       "type='application/ld+json'>{\"@context\":\"https://schema.org\","
       "\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":\"NewsArticle\",\"headline\":\"ع\","
       "\"datePublished\":\"2017-10-31\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"ن\"}}]}</"
       "script>",
       "ع", "2017-10-31", "ن", ""},
      {"plain meta",
       "<title>خبر طويل | م</title><meta name='date' content='2017-11-01'>"
       "<link rel='canonical' href='https://a.example/2'>",
       "خبر طويل", "2017-11-01", "", "https://a.example/2"},
      {"broken JSON-LD is passed over",
       "<title>خبر</title><script type='application/ld+json'>{\"@type\":</script>", "خبر", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const RawArticle article = read_one(page(row.head, "<p>" + kFirst + "</p>"));
    CHECK(article.title == row.title);
    CHECK(article.date == row.date);
    CHECK(article.source == row.source);
    CHECK(article.url == row.url);
  }
}

TEST_CASE("the author of a page is kept, that of JSON-LD before that of meta") {
  const std::string meta = "<meta name='author' content='هند'>";
  CHECK(read_one(page(meta, "<p>" + kFirst + "</p>")).author == "هند");
  const std::string json_ld =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"سمير\"}]}"
      "</script>";
  CHECK(read_one(page(meta + json_ld, "<p>" + kFirst + "</p>")).author == "سمير");
}

TEST_CASE("the declared encoding is found in either form") {
  CHECK(declared_charset("<meta charset=\"windows-1256\">") == "windows-1256");
  CHECK(declared_charset("<META http-equiv=Content-Type content='text/html; charset = ISO-8859-6'>") ==
        "iso-8859-6");
  CHECK(declared_charset("<meta name='charset'>").empty());
  CHECK(declared_charset("charset").empty());
  CHECK(declared_charset("charset=").empty());
}

TEST_CASE("a page in windows-1256 is decoded as it declares") {
  const auto all = read_all(
      FileKind::kHtml,
      "<html><head><meta charset=windows-1256></head><body><p>\xC3\xD3\xCA\xC7\xE4\xC7 7</p></body></html>");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].text == "أستانا 7\n");
  CHECK(all.articles[0].encoding == "windows-1256");
}

TEST_CASE("hostile pages end in an answer") {
  std::string nested;
  for (int i = 0; i < 100000; ++i) nested += "<div>";
  std::string attributes = "<p";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=1";
  std::string entities = "<p>";
  for (int i = 0; i < 100000; ++i) entities += "&lt;";
  const std::string rows[] = {
      page("", nested + kFirst),
      page("", attributes + ">" + kFirst),
      page("", entities + kFirst),
      "<html><body><p>" + kFirst + "</p><script>" + std::string(100000, 'x'),
      page("", "<p>" + kFirst + std::string("\0\0", 2) + "</p>"),
      "<html><!--" + kFirst,
      "<",
  };
  for (const std::string& html : rows) {
    const auto all = read_all(FileKind::kHtml, html);
    CHECK(all.articles.size() + all.errors.size() == 1);
  }
  CHECK(read_one(rows[0]).text.find(kFirst) != std::string::npos);
  CHECK(read_one(rows[1]).text.find(kFirst) != std::string::npos);
}
