#include "indexer/readers/feed_reader.h"

#include <string>

#include <doctest/doctest.h>

#include "indexer/readers/rfc822_date.h"
#include "tests/unit/indexer/read_all.h"

using namespace mahdar;
using tests::read_all;

namespace {

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
         "<channel><title>صحيفة المثال</title><language>ar</language>" +
         items + "</channel></rss>";
}

}  // namespace

TEST_CASE("an item of RSS is an article with the feed's title as its source") {
  const auto all =
      read_all(FileKind::kFeed, rss("<item><title>ختام &quot;الجولة&quot;</title>"
                                    "<link>https://example.org/1</link>"
                                    "<pubDate>Tue, 31 Oct 2017 18:05:00 +0300</pubDate>"
                                    "<description>&lt;p&gt;سطر أول&lt;/p&gt;&lt;p&gt;سطر ثان&lt;/p&gt;"
                                    "</description></item>"));
  REQUIRE(all.articles.size() == 1);
  const RawArticle& article = all.articles.front();
  CHECK(article.title == "ختام \"الجولة\"");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.date == "2017-10-31");
  CHECK(article.source == "صحيفة المثال");
  CHECK(article.language == "ar");
  CHECK(article.text == "سطر أول\nسطر ثان\n");
  CHECK(article.record == 1);
}

TEST_CASE("the whole content goes before a description of it") {
  const auto all =
      read_all(FileKind::kFeed, rss("<item><title>عنوان</title><description>مختصر</description>"
                                    "<content:encoded><![CDATA[<p>النص كله</p>]]></content:encoded></item>"));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles.front().text == "النص كله\n");
}

TEST_CASE("an entry of Atom is an article, its markup as elements or as text") {
  const std::string atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\"><title>وكالة المثال</title>"
      "<entry><title type=\"html\">خبر &lt;b&gt;أول&lt;/b&gt;</title><id>tag:example.org,2017:1</id>"
      "<link rel=\"self\" href=\"https://example.org/feed\"/><link href=\"https://example.org/a\"/>"
      "<published>2017-12-22T10:00:00Z</published>"
      "<content type=\"xhtml\"><div><p>فقرة أولى</p><p>فقرة ثانية</p></div></content></entry>"
      "<entry><title>خبر ثان</title><id>tag:example.org,2017:2</id><summary>مختصر "
      "الخبر</summary></entry></feed>";
  const auto all = read_all(FileKind::kFeed, atom);
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[0].title == "خبر أول");
  CHECK(all.articles[0].url == "https://example.org/a");
  CHECK(all.articles[0].text == "فقرة أولى\nفقرة ثانية\n");
  CHECK(all.articles[0].date == "2017-12-22T10:00:00Z");
  CHECK(all.articles[1].url.empty());
  CHECK(all.articles[1].id == "tag:example.org,2017:2");
}

TEST_CASE("an item without words is reported, the others are kept") {
  const auto all =
      read_all(FileKind::kFeed, rss("<item><title> </title></item><item><title>خبر</title></item>"));
  CHECK(all.articles.size() == 1);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors.front().message == "item 1 has neither title nor text");
}

TEST_CASE("items before a cut are kept, and the cut is reported") {
  std::string cut = rss("<item><title>خبر أول</title></item><item><title>خبر ثان</title></item>");
  cut.resize(cut.rfind("</item>"));
  const auto all = read_all(FileKind::kFeed, cut);
  CHECK(all.articles.size() == 2);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors.front().message.starts_with("cut or damaged at byte"));
}

TEST_CASE("entities of a document type are never expanded") {
  const auto all = read_all(FileKind::kFeed,
                            "<!DOCTYPE rss [<!ENTITY a \"كلمة\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                            "<rss><channel><item><title>خبر &a; &b;</title></item></channel></rss>");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles.front().title == "خبر &a; &b;");
}

TEST_CASE("other XML is named as what it is not") {
  const auto all = read_all(FileKind::kFeed, "<?xml version=\"1.0\"?><note>نص</note>");
  CHECK(all.articles.empty());
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors.front().message == "neither RSS nor Atom");
}

TEST_CASE("dates of feeds and mails are read, others left as they are") {
  CHECK(iso_date("Mon, 30 Oct 2017 10:00:00 GMT") == "2017-10-30");
  CHECK(iso_date("5 Jul 17 23:59 +0600") == "2017-07-05");
  CHECK(iso_date("30 OCTOBER 1998") == "1998-10-30");
  CHECK(iso_date(" 2017-10-30T10:00:00+03:00\n") == "2017-10-30T10:00:00+03:00");
  CHECK(iso_date("Mon, 45 Oct 2017") == "Mon, 45 Oct 2017");
  CHECK(iso_date("").empty());
}
