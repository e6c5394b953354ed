#include "searcher/web/pages.h"

#include <regex>
#include <set>

#include <doctest/doctest.h>

#include "../http/site.h"
#include "searcher/web/hit_list.h"

using namespace mahdar;
using test::Site;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The first link whose text or label holds `label`.
std::string link_to(const std::string& page, const std::string& label) {
  const std::regex link("<a ([^>]*)>((?:(?!</a>).)*)</a>");
  for (std::sregex_iterator match(page.begin(), page.end(), link), end; match != end; ++match) {
    if (!has(match->str(), label)) continue;
    const std::string attributes = (*match)[1];
    std::smatch href;
    REQUIRE(std::regex_search(attributes, href, std::regex("href=\"([^\"]*)\"")));
    return std::regex_replace(href[1].str(), std::regex("&amp;"), "&");
  }
  FAIL("no link to " << label);
  return {};
}

}  // namespace

TEST_CASE("the page is Arabic and right to left, or English and left to right") {
  Site site;
  const std::string arabic = site.get("/").body();
  CHECK(has(arabic, "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(has(arabic, "4 أخبار"));
  const std::string english = site.get(link_to(arabic, "English")).body();
  CHECK(has(english, "<html lang=\"en\" dir=\"ltr\">"));
  CHECK(has(english, "4 articles"));
  CHECK(link_to(english, "العربية") == "/");
}

TEST_CASE("without a script one goes from a search to a facet to an article and back") {
  Site site;
  const std::string words = percent_encoded("المعتقلين");
  const std::string found = site.get("/?q=" + words).body();
  CHECK(has(found, "خبران"));
  CHECK(has(found, "<mark>المعتقلين</mark>"));
  const std::string narrowed = link_to(found, ">روسيا<");
  const std::string page = site.get(narrowed).body();
  CHECK(has(page, "خبر واحد"));
  CHECK(has(page, "class=\"chip\""));
  const std::string article = site.get(link_to(page, "وفد روسيا")).body();
  CHECK(has(article, "id=\"match-1\""));
  CHECK(link_to(article, "العودة إلى النتائج") == narrowed);
  CHECK(link_to(page, "إزالة الدولة الضامنة: روسيا") == "/?q=" + words);
}

TEST_CASE("a value is chosen, joined by another, left out and let go") {
  Site site;
  const std::string one = site.get("/?round=7").body();
  CHECK(link_to(one, "الجولة الثامنة") == "/?round=7&round=8");
  CHECK(link_to(one, "إزالة الجولة: الجولة السابعة") == "/");
  CHECK(link_to(one, "استبعاد الجولة الثامنة") == "/?round=7&not=round%3A8");
  const std::string without = site.get("/?not=round%3A7").body();
  CHECK(has(without, "ما عدا"));
  CHECK(link_to(without, "إزالة الجولة: ما عدا") == "/");
}

TEST_CASE("months and articles without a date are chosen by dates") {
  Site site;
  const std::string page = site.get("/").body();
  CHECK(link_to(page, "كانون الأول/ديسمبر 2017") == "/?from=2017-12&to=2017-12");
  const std::string one = site.get("/?from=2017-12&to=2017-12").body();
  CHECK(has(one, "خبر واحد"));
  CHECK(link_to(one, "كانون الأول/ديسمبر 2017") == "/");
  CHECK(has(one, "<bdi>كانون الأول 2017</bdi>"));
  CHECK(has(site.get("/?from=unknown").body(), "خبر واحد"));
}

TEST_CASE("no text of an article or a question becomes markup") {
  Site site;
  const std::vector<std::string> payloads{test::kScript,
                                          "\"><img src=x onerror=alert(1)>",
                                          "' onfocus='alert(1)",
                                          "</title><script>alert(1)</script>",
                                          "javascript:alert(1)",
                                          "<svg/onload=alert(1)>",
                                          "{{7*7}}",
                                          "\\u003cscript\\u003e"};
  std::vector<std::string> targets{"/article/c%2F8", "/?explain=1", "/?lang=en"};
  for (const std::string& payload : payloads) {
    const std::string text = percent_encoded(payload);
    for (const char* name : {"q", "source", "round", "topic", "from", "not", "lang", "unknown"})
      targets.push_back("/?" + std::string(name) + "=" + text);
    targets.push_back("/?not=source:" + text);
    targets.push_back("/article/" + text);
    targets.push_back("/article/c%2F8?q=" + text);
  }
  const std::regex allowed("<script src=\"/assets/app\\.js\\?v=[0-9a-f]+\" type=\"module\"></script>");
  for (const std::string& target : targets) {
    const HttpResponse response = site.get(target);
    CHECK_MESSAGE(response.header("Content-Type") == "text/html; charset=utf-8", target);
    const std::string page = std::regex_replace(response.body(), allowed, "");
    for (const char* part :
         {"<script", "<img", "<svg/", " onerror=", " onload=", " onfocus=", "javascript:", " style="}) {
      // Escaped text may name them; an element or attribute may not.
      const std::regex element("<[^>]*" + std::string(part).substr(part[0] == '<' ? 1 : 0) + "[^>]*>");
      std::string elements;
      const std::regex tag("<[a-z/!][^>]*>");
      for (std::sregex_iterator match(page.begin(), page.end(), tag), end; match != end; ++match)
        elements += std::regex_replace(match->str(), std::regex("\"[^\"]*\""), "\"\"");
      CHECK_MESSAGE(!has(elements, part), target);
    }
    CHECK_MESSAGE(!std::regex_search(page, std::regex("href=\"(?!/|#|https?://)")), target);
  }
}

TEST_CASE("an address that is no web address is no link") {
  Site site;
  CHECK(!has(site.get("/article/a7").body(), "rel=\"noreferrer"));
}

TEST_CASE("wrong parameters and missing articles are told on a page") {
  Site site;
  const HttpResponse wrong = site.get("/?round=abc");
  CHECK(wrong.status() == 400);
  CHECK(has(wrong.body(), "في العنوان خطأ"));
  CHECK(has(wrong.body(), "<p dir=\"auto\">قيمة في العنوان ليست مما يعرفه الأرشيف"));
  CHECK(has(wrong.body(), "<a href=\"/\">بحث جديد</a>"));
  CHECK(has(site.get("/?round=abc&lang=en").body(), "<a href=\"/?lang=en\">New search</a>"));
  CHECK(site.get("/article/none").status() == 404);
  CHECK(has(site.get("/article/none?lang=en").body(), "There is no such article"));
}

TEST_CASE("reasons are shown where asked for") {
  Site site;
  const std::string target = "/?q=" + percent_encoded("معتقل");
  const std::string page = site.get(target).body();
  CHECK(!has(page, "class=\"reasons\""));
  const std::string why = site.get(link_to(page, "لماذا هذه النتيجة؟")).body();
  CHECK(has(why, "class=\"reasons\""));
  CHECK(has(why,
            "<bdi>معتقل</bdi> ← <bdi>المعتقلين</bdi>"
            "<small> (سابقة <bdi>ال</bdi>؛ مثنى أو جمع <bdi>ين</bdi>)</small>"));
  const std::string filtered = site.get(target + "&round=7&explain=1").body();
  CHECK(has(filtered, "القيم المختارة التي اجتازها"));
  CHECK(has(filtered, "✓ </span>الجولة: <bdi>الجولة السابعة</bdi>"));
}

TEST_CASE("a search is never a bare zero") {
  Site site;
  const std::string page = site.get("/?q=" + percent_encoded("المعتقلين بنغالور")).body();
  CHECK(has(page, "class=\"relaxed\""));
  CHECK(has(page, "<li>كما كُتبت تمامًا: <b>0</b></li>"));
  CHECK(has(page, "<li class=\"taken\" aria-current=\"step\">"));
  const std::string english = site.get("/?lang=en&q=" + percent_encoded("المعتقلين بنغالور")).body();
  CHECK(has(english, "<li>exactly as typed: <b>0</b></li>"));
}

TEST_CASE("pages lead to the next hits") {
  Site site;
  const std::string first = site.get("/?limit=2").body();
  const std::string next = link_to(first, "التالي");
  CHECK(next == "/?limit=2&offset=2");
  CHECK(has(site.get(next).body(), "<ol class=\"hits\" start=\"3\">"));
  CHECK(link_to(site.get(next).body(), "السابق") == "/?limit=2");
}

TEST_CASE("the time line names every round and its articles") {
  Site site;
  const std::string page = site.get("/").body();
  CHECK(has(page, "الجولة السابعة · "));
  CHECK(has(page, "30–31 تشرين الأول 2017 · خبران"));
  CHECK(has(page, "الجولة الثانية والعشرون"));
}

TEST_CASE("ids on a page are unique") {
  Site site;
  for (const char* target : {"/", "/?q=%D9%85%D8%B9%D8%AA%D9%82%D9%84&explain=1",
                             "/article/a7?q=%D9%85%D8%B9%D8%AA%D9%82%D9%84"}) {
    const std::string page = site.get(target).body();
    std::set<std::string> seen;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator match(page.begin(), page.end(), id), end; match != end; ++match)
      CHECK_MESSAGE(seen.insert((*match)[1]).second, match->str());
  }
}

TEST_CASE("assets are sent with their kind and kept by their version") {
  Site site;
  const std::string page = site.get("/").body();
  std::smatch version;
  REQUIRE(std::regex_search(page, version, std::regex("/assets/page\\.css\\?v=([0-9a-f]+)")));
  const HttpResponse sheet = site.get(version.str());
  CHECK(sheet.header("Content-Type") == "text/css; charset=utf-8");
  CHECK(has(std::string(sheet.header("Cache-Control")), "immutable"));
  CHECK(site.get("/assets/page.css?v=old").header("Cache-Control") == "no-cache");
  CHECK(site.get("/assets/app.js").header("Content-Type") == "text/javascript; charset=utf-8");
  for (const char* target :
       {"/assets/words.tsv", "/assets/../page.css", "/assets/none", "/assets/openapi.json"})
    CHECK_MESSAGE(site.get(target).status() == 404, target);
}

TEST_CASE("why a hit is one tells who corrected its values and marks what was overruled") {
  ResultPage page;
  page.request.explain = true;
  Hit& hit = page.hits.emplace_back();
  Article& article = hit.article;
  article.id = "a7";
  article.text = "وفد في أستانا\nنص\n";
  article.title_end = static_cast<std::uint32_t>(article.text.find('\n'));
  article.round.about = {8};
  article.round.evidence = {{{0, 6}, "title", 1}};
  article.guarantor.evidence = {{{0, 6}, "speech-verb", 1}};
  article.corrections = {{"round", "8", "7", "r.haddad", "<the headline>", "/srv/c.tsv:2"}};
  Html html;
  write_hits(html, page, Words(true), Taxonomy::bundled());
  const std::string text = html.take();
  CHECK(has(text, "<strong>Round: </strong><del>Round 7</del> <ins>Round 8</ins>"));
  CHECK(has(text, "r.haddad"));
  CHECK(has(text, "&lt;the headline&gt;"));
  CHECK_FALSE(has(text, "/srv/c.tsv"));
  const std::string_view mark = "(detected, and corrected)";
  CHECK(has(text, mark));
  CHECK(text.find(mark) == text.rfind(mark));
}

TEST_CASE("a citation on the page says of an inferred date that it is one") {
  Article article;
  article.text = "عنوان\n";
  article.title_end = static_cast<std::uint32_t>(article.text.find('\n'));
  article.source.id = "sana";
  article.date = {"2017-12-22", "day", "meta", "", 0.95, {}};
  const auto cited = [&](bool english) { return citation(article, Words(english), Taxonomy::bundled()); };
  CHECK(cited(true) == "SANA, «عنوان», 22 December 2017");
  article.date.basis = "round";
  CHECK(cited(true) == "SANA, «عنوان», inferred date (from the round): 22 December 2017");
  CHECK(has(cited(false), "تاريخ مستنتج (من تاريخ الجولة): 22 كانون الأول"));
}
