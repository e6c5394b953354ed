#include "indexer/readers/feed_reader.h"

#include <string>
#include <vector>

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

TEST_CASE("items closed before a cut or a fault are kept, and it is reported") {
  struct Case {
    std::string end;  ///< of the file, after two items and what the table's feed ends in
    std::size_t kept;
  };
  const std::string item = "<item><title>خبر</title><link>https://example.org/";
  const std::string second = item + "2</link><description>";
  const std::string third = item + "3</link></item>";
  const std::vector<Case> cases = {
      {second + "لم يقبل الوفد", 1},
      {second + "لم يقبل", 1},
      {second + "نص</description", 1},
      {second + "نص</description>", 1},
      {second + "نص</description></item", 1},
      {second + "نص</description></item>", 2},
      {second + "نص</description></item>\n  ", 2},
      {second + "نص</description></item><", 2},
      {second + "نص</description></item><ite", 2},
      {second + "نص</description></item><item", 2},
      {second + "نص</description></item><item><ti", 2},
      {second + "نص</description></item></chan", 2},
      {second + "نص</description></item></channel>", 2},
      {second + "نص</description></item></channel></rs", 2},
      {second + "<![CDATA[نص </item> بعده", 1},
      {second + "<![CDATA[نص </item> بعده]]></description><a b='</item>'/>", 1},
      {second + "<![CDATA[<item><p>]]><!-- <item> --></description><a b=\"<c>'/>\"/><b/></item><item>", 2},
      {second + "نص</description><!-- </item>", 1},
      {second + "نص</description><?x </item>", 1},
      {item + "2", 1},
      {item, 1},
      {"<item><link href='https://example.org/2", 1},
      {"<item><title>خبر</title><link href='https://example.org/2'/>", 1},
      {"<item><title>خبر</titel></item>" + third, 1},
      {"<item><title>أقل < أكثر</title></item>" + third, 1},
      {second + "نص</description></item></item>" + third, 2},
      {second + "نص</description></item></a></item>" + third, 2},
  };
  const std::string whole = rss(item + "1</link><description>نص</description></item>");
  const std::string feed = whole.substr(0, whole.rfind("</channel>"));
  for (const Case& c : cases) {
    CAPTURE(c.end);
    const auto all = read_all(FileKind::kFeed, feed + c.end);
    CHECK(all.articles.size() == c.kept);
    for (const RawArticle& article : all.articles)
      CHECK(article.url == "https://example.org/" + std::to_string(article.record));
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors.front().message.starts_with("cut or damaged at byte"));
  }
}

TEST_CASE("a feed that ends in the middle is told from one that is damaged") {
  const std::string feed = "<rss><channel><title>ص</title><item><title>خبر</title>";
  for (const std::string end :
       {"", "<", "<li", "<link href='https://exa", "<description>لم <b>يقبل</b>", "<!-- <a> ",
        "<description><![CDATA[<p>لم</p> يقبل", "</item></channel></rs", "</item>\n"}) {
    CAPTURE(end);
    const auto all = read_all(FileKind::kFeed, feed + end);
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors.front().remedy == kCutFeedRemedy);
  }
  for (const std::string end :
       {"</titel></item>", "<a b=c></a></item>", "< </item>", "<description>أ < ب</description>"}) {
    CAPTURE(end);
    const auto all = read_all(FileKind::kFeed, feed + end + "</item></channel></rss>");
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors.front().remedy != kCutFeedRemedy);
  }
}

TEST_CASE("an entry of Atom that is cut is left out, in other encodings too") {
  const std::string declared = "<?xml version=\"1.0\" encoding=\"windows-1256\"?><feed>";
  const std::string entry = "<entry><title>\xce\xc8\xd1</title><id>tag:a,2017:1</id></entry>";
  for (const std::string end : {"<entry><title>\xce\xc8\xd1</title><id>tag:a,20", "<ent", "</feed"}) {
    CAPTURE(end);
    const auto all = read_all(FileKind::kFeed, declared + entry + end);
    REQUIRE(all.articles.size() == 1);
    CHECK(all.articles.front().title == "خبر");
    CHECK(all.errors.size() == 1);
  }
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
