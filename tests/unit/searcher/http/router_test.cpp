#include "searcher/http/router.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/http/gzip.h"
#include "searcher/http/web_search.h"
#include "site.h"

using namespace mahdar;
using nlohmann::json;
using test::Site;

TEST_CASE("a search over HTTP is the command line's JSON") {
  Site site;
  const json page = site.get_json("/api/search?q=" + percent_encoded("المعتقلين") + "&guarantor=russia");
  CHECK(page["schema_version"] == 1);
  CHECK(page["total"] == 1);
  CHECK(page["hits"][0]["id"] == "a7");
  CHECK(page["hits"][0]["highlights"].size() == 1);
  CHECK(page["facets"]["guarantor"].size() == 2);
  CHECK(page["query"]["filters"]["guarantor"] == json{"russia"});
}

TEST_CASE("a wrong parameter is an error with a message") {
  Site site;
  for (const char* target :
       {"/api/search?round=x", "/api/search?rounds=7", "/api/facet?facet=shoe", "/api/facet",
        "/api/rounds?limit=x", "/feed.atom?sort=x", "/export.csv?limit=1001"}) {
    const json error = site.get_json(target, 400);
    CHECK(error["error"]["status"] == 400);
    CHECK(!error["error"]["message"].get<std::string>().empty());
  }
}

TEST_CASE("values are found within a facet") {
  Site site;
  CHECK(site.get_json("/api/facet?facet=country")["values"].size() == 2);
  const json some = site.get_json("/api/facet?facet=country&contains=" + percent_encoded("ترك"));
  REQUIRE(some["values"].size() == 1);
  CHECK(some["values"][0]["value"] == "TR");
  CHECK(site.get_json("/api/facet?facet=country&contains=turk")["values"].size() == 1);
}

TEST_CASE("a query is completed with words and values") {
  Site site;
  const json words = site.get_json("/api/suggest?q=" + percent_encoded("ملف المعت"))["suggestions"];
  REQUIRE(!words.empty());
  CHECK(words.back()["text"] == "ملف المعتقلين");
  CHECK(words.back()["kind"] == "word");
  CHECK(words.back()["articles"] == 2);
  const json values = site.get_json("/api/suggest?q=" + percent_encoded("ملف روس"))["suggestions"];
  REQUIRE(!values.empty());
  CHECK(values[0]["text"] == "ملف guarantor:russia");
  CHECK(values[0]["label"] == "روسيا");
  CHECK(values[1]["text"] == "ملف country:RU");
  CHECK(site.get_json("/api/suggest?q=" + percent_encoded("Russ"))["suggestions"][0]["kind"] == "guarantor");
  for (const char* text : {"", " ", "ا", "-المع", "round:7", "\"المع"})
    CHECK(site.get_json("/api/suggest?q=" + percent_encoded(text))["suggestions"].empty());
}

TEST_CASE("an article comes with the words a query asks for") {
  Site site;
  const json article = site.get_json("/api/article/a7?q=" + percent_encoded("معتقل"));
  CHECK(article["id"] == "a7");
  REQUIRE(article["matches"].size() == 1);
  const auto begin = article["matches"][0]["begin"].get<std::size_t>();
  const auto end = article["matches"][0]["end"].get<std::size_t>();
  CHECK(article["text"].get<std::string>().substr(begin, end - begin) == "المعتقلين");
  CHECK(site.get_json("/api/article/a7")["matches"].empty());
  CHECK(site.get_json("/api/article/c%2F8")["id"] == "c/8");
  CHECK(site.get_json("/api/article/c/8")["id"] == "c/8");
  site.get_json("/api/article/none", 404);
  site.get_json("/api/similar/none", 404);
  CHECK(site.get_json("/api/similar/a7")["hits"].size() >= 1);
}

TEST_CASE("rounds are counted by guarantor") {
  Site site;
  const json rounds = site.get_json("/api/rounds");
  REQUIRE(rounds["rounds"].size() == 3);
  CHECK(rounds["rounds"][0]["round"] == 7);
  CHECK(rounds["rounds"][0]["count"] == 2);
  CHECK(rounds["rounds"][0]["guarantors"] == json{{"russia", 1}, {"turkey", 1}});
  CHECK(rounds["rounds"][0]["start"] == "2017-10-30");
  CHECK(rounds["rounds"][2]["count"] == 0);
  CHECK(rounds["unknown"] == 1);
  CHECK(rounds["months"].size() == 3);
}

TEST_CASE("the filter of rounds takes no guarantor from the other rounds' bars") {
  Site site;
  const json all = site.get_json("/api/rounds");
  const json narrowed = site.get_json("/api/rounds?round=8");
  for (std::size_t i = 0; i < all["rounds"].size(); ++i)
    CHECK(narrowed["rounds"][i]["guarantors"] == all["rounds"][i]["guarantors"]);
  CHECK(narrowed["guarantors"] == all["guarantors"]);
  const json russian = site.get_json("/api/rounds?guarantor=russia");
  CHECK(russian["rounds"][0]["guarantors"] == json{{"russia", 1}});
}

TEST_CASE("what was relaxed is cut by guarantor too, as it was relaxed for the page") {
  Site site;
  for (const std::string& target :
       {"q=" + percent_encoded("المعتقلين بنغالور"), "q=" + percent_encoded("المعتقلن"),
        "q=" + percent_encoded("أستانا \"ملف وفد\""), "q=" + percent_encoded("عنوان:بنغالور أستانا"),
        "q=" + percent_encoded("لافرنتيف") + "&country=TR", "q=" + percent_encoded("بحث موسكو حضرت"),
        std::string("country=TR&guarantor=none"), "match=any&q=" + percent_encoded("المعتقلن بنغالور")}) {
    CAPTURE(target);
    CHECK(!site.get_json("/api/search?" + target)["query"]["relaxed"].is_null());
    std::size_t counted = 0;
    const json rounds = site.get_json("/api/rounds?" + target)["rounds"];
    for (const json& round : rounds) {
      std::size_t sum = 0;
      for (const json& count : round["guarantors"]) sum += count.get<std::size_t>();
      CHECK(sum == round["count"]);
      counted += sum;
    }
    CHECK(counted > 0);
  }
}

TEST_CASE("a feed is well-formed whatever articles hold") {
  Site site;
  const HttpResponse feed = site.get("/feed.atom?q=" + percent_encoded("أستانا"));
  CHECK(feed.header("Content-Type") == "application/atom+xml; charset=utf-8");
  CHECK(feed.body().find("<script") == std::string::npos);
  CHECK(feed.body().find("&lt;script&gt;") != std::string::npos);
  CHECK(feed.body().find("http://localhost:8080/article/c%2F8") != std::string::npos);
  CHECK(feed.body().find("<updated>2017-12-21T00:00:00Z</updated>") != std::string::npos);
  CHECK(feed.body().find("<updated>2017-10-01T00:00:00Z</updated>") != std::string::npos);
}

TEST_CASE("a feed names who wrote or brought an article, else itself") {
  Site site;
  const std::string known = site.get("/feed.atom?round=7").body();
  CHECK(known.find("<author><name>سانا</name></author><summary>") != std::string::npos);
  const std::string none = site.get("/feed.atom?q=" + percent_encoded("الزراعة")).body();
  CHECK(none.find("<entry>") != std::string::npos);
  CHECK(none.find("unknown") == std::string::npos);
  CHECK(none.find("<author><name>محضر</name></author>\n<entry>") != std::string::npos);
  CHECK(none.find("<author>") == none.rfind("<author>"));
}

TEST_CASE("dates filter everywhere as on the command line") {
  Site site;
  CHECK(site.get_json("/api/search?date=2017-12")["total"] == 1);
  CHECK(site.get("/feed.atom?date=2017-12").body().find("c%2F8") != std::string::npos);
  CHECK(site.get("/export.csv?date=2017-12").status() == 200);
  CHECK(site.get("/?date=2017-12").body().find("خبر واحد") != std::string::npos);
  site.get_json("/api/search?date=someday", 400);
}

TEST_CASE("feeds, citations and canonical links lead to the public address") {
  Site site;
  site.context.public_url = "https://archive.example.org";
  const HttpResponse feed = site.get("/feed.atom?q=" + percent_encoded("أستانا"));
  CHECK(feed.body().find("<id>https://archive.example.org/feed.atom?q=") != std::string::npos);
  CHECK(feed.body().find("https://archive.example.org/article/c%2F8") != std::string::npos);
  CHECK(feed.body().find("localhost") == std::string::npos);
  CHECK(site.get("/export.ris").body().find("UR  - https://archive.example.org/article/c%2F8") !=
        std::string::npos);
  CHECK(site.get("/article/c%2F8?q=x").header("Link") ==
        "<https://archive.example.org/article/c%2F8>; rel=\"canonical\"");
  CHECK(site.get("/article/none").header("Link").empty());
}

TEST_CASE("nothing tells where files lie on the server's machine") {
  Site site;
  for (const char* target : {"/api/search?explain=1", "/api/article/a7", "/api/similar/a7", "/export.csv",
                             "/export.jsonl", "/export.ris", "/export.bib", "/feed.atom", "/article/a7"}) {
    CAPTURE(target);
    const HttpResponse response = site.get(target);
    REQUIRE(response.status() == 200);
    CHECK(response.body().find("\"path\"") == std::string::npos);
    CHECK(response.body().find(",path,") == std::string::npos);
    CHECK(response.body().find("/archive/news/") == std::string::npos);
  }
}

TEST_CASE("an outlet whose name holds a comma is chosen as one") {
  Site site;
  const json found = site.get_json("/api/search?source=" + percent_encoded("النهار، بيروت"));
  CHECK(found["total"] == 1);
  CHECK(found["hits"][0]["id"] == "b7");
  const std::string page = site.get("/").body();
  const std::string link = "source=" + percent_encoded("\"النهار، بيروت\"");
  REQUIRE(page.find(link) != std::string::npos);
  CHECK(site.get_json("/api/search?" + link)["total"] == 1);
  CHECK(site.get_json("/api/search?not=source:" + percent_encoded("\"النهار، بيروت\""))["total"] == 3);
}

TEST_CASE("a search is exported as files") {
  Site site;
  for (const auto& [name, mark] : std::vector<std::pair<std::string, std::string>>{
           {"csv", "id,"}, {"bib", "@misc"}, {"ris", "TY  - NEWS"}, {"jsonl", "\"id\":\"a7\""}}) {
    const HttpResponse file = site.get("/export." + name + "?guarantor=russia");
    CHECK(file.status() == 200);
    CHECK(file.body().find(mark) != std::string::npos);
    CHECK(file.header("Content-Disposition") == "attachment; filename=\"mahdar." + name + "\"");
  }
}

TEST_CASE("an export may take near spellings, but never leaves out a filter") {
  Site site;
  const auto rows = [&](const std::string& words) {
    const HttpResponse file = site.get("/export.csv?round=7&q=" + percent_encoded(words));
    return std::ranges::count(file.body(), '\n') - 1;
  };
  CHECK(rows("المعتقلين") == 2);
  CHECK(rows("المعتقلن") == 2);
  CHECK(rows("القمح") == 0);
}

TEST_CASE("only known hosts, methods and targets are answered") {
  Site site;
  HttpRequest request;
  request.host = "evil.example";
  CHECK(site.ask(request).status() == 421);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""}) {
    request = {};
    request.method = method;
    const HttpResponse response = site.ask(request);
    CHECK(response.status() == 405);
    CHECK(response.header("Allow") == "GET, HEAD");
  }
  CHECK(site.get("/?q=" + std::string(kMaxTargetBytes, 'a')).status() == 414);
  CHECK(site.get("/?q=%").status() == 400);
  for (const char* target : {"/nothing", "/api", "/api/article/", "/api/searchx", "/../etc/passwd", "//"})
    CHECK_MESSAGE(site.get(target).status() == 404, target);
}

TEST_CASE("every answer carries the headers that tie a browser's hands") {
  Site site;
  HttpRequest foreign;
  foreign.host = "evil.example";
  for (const HttpResponse& response : {site.get("/api/search"), site.get("/nothing"), site.get("/?q=%"),
                                       site.ask(foreign), plain_answer(431, "x")}) {
    CHECK(response.header("Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(response.header("Content-Security-Policy").find("unsafe") == std::string::npos);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "no-referrer");
  }
}

TEST_CASE("a copy of this state of the index need not be sent again") {
  Site site;
  HttpRequest request;
  request.target = "/api/search?q=x";
  const HttpResponse first = site.ask(request);
  request.if_none_match = std::string(first.header("ETag"));
  CHECK(!request.if_none_match.empty());
  const HttpResponse second = site.ask(request);
  CHECK(second.status() == 304);
  CHECK(second.body().empty());
  CHECK(second.header("ETag") == first.header("ETag"));
  HttpRequest other = request;
  other.target = "/api/search?q=y";
  CHECK(site.ask(other).status() == 200);
  site.index.add({{"new", "خبر", "جديد", {}, {}, "none", {}, "", ""}});
  CHECK(site.ask(request).status() == 200);
  site.index.switch_generation();
  CHECK(site.ask(request).header("ETag") != first.header("ETag"));
}

TEST_CASE("an answer is kept for one state of the index, one address and one encoding") {
  Site site;
  AnswerCache answers(1 << 20);
  site.context.answers = &answers;
  HttpRequest request;
  request.target = "/api/search?q=%D8%A7%D9%84%D9%87%D8%AF%D9%86%D8%A9";
  const HttpResponse first = site.ask(request);
  const HttpResponse again = site.ask(request);
  CHECK(again.body() == first.body());  // it holds the time the search took
  CHECK(again.headers() == first.headers());
  CHECK(answers.to_text().find("mahdar_answers_given_again_total 1\n") != std::string::npos);
  CHECK(site.get("/metrics").body().find("mahdar_answers_made_total 1\n") != std::string::npos);
  HttpRequest long_one;
  long_one.target = "/openapi.json";
  long_one.accepts_gzip = true;
  CHECK(site.ask(long_one).header("Content-Encoding") == "gzip");
  long_one.accepts_gzip = false;
  CHECK(site.ask(long_one).header("Content-Encoding").empty());
  request.host = "127.0.0.1";
  CHECK(site.ask(request).header("ETag") != first.header("ETag"));
  request.host.clear();
  site.index.add({{"new", "خبر", "الهدنة", {}, {}, "none", {}, "", ""}});
  const auto total = [](const HttpResponse& r) {
    return nlohmann::json::parse(r.body())["total"].get<int>();
  };
  CHECK(total(site.ask(request)) == total(first) + 1);
  CHECK(site.get("/api/search?wrong=1").status() == 400);
  CHECK(site.get("/api/search?wrong=1").status() == 400);
}

TEST_CASE("what took long may be cut short and is not kept") {
  AnswerCache answers(1 << 20);
  answers.keep("a", HttpResponse(200, "text/plain", "x"),
               AnswerCache::kSlowest + std::chrono::milliseconds(1));
  answers.keep("b", HttpResponse(200, "text/plain", "x"), AnswerCache::kSlowest);
  answers.keep("c", HttpResponse(404, "text/plain", "x"), {});
  CHECK(!answers.find("a"));
  CHECK(answers.find("b"));
  CHECK(!answers.find("c"));
}

TEST_CASE("commits and generation switches are followed") {
  Site site;
  CHECK(site.get_json("/api/search")["index"]["articles"] == 4);
  site.index.add({{"new", "خبر", "جديد", {}, {}, "none", {}, "", ""}});
  CHECK(site.get_json("/api/search")["index"]["articles"] == 5);
  site.index.switch_generation();
  CHECK(site.get_json("/api/search")["index"]["articles"] == 0);
}

TEST_CASE("long answers are compressed for those who take it") {
  Site site;
  HttpRequest request;
  request.target = "/api/rounds";
  const HttpResponse plain = site.ask(request);
  CHECK(plain.header("Content-Encoding").empty());
  CHECK(plain.header("Vary") == "Accept-Encoding");
  request.accepts_gzip = true;
  const HttpResponse packed = site.ask(request);
  CHECK(packed.header("Content-Encoding") == "gzip");
  CHECK(packed.body() == gzip(plain.body()));
}

TEST_CASE("health and figures are told") {
  Site site;
  CHECK(site.get("/healthz").body() == "ok\n");
  CHECK(site.get("/healthz").header("Cache-Control") == "no-store");
  site.metrics.count_answer(200, std::chrono::microseconds(3000));
  site.metrics.count_answer(404, std::chrono::microseconds(20));
  const std::string text = site.get("/metrics").body();
  CHECK(text.find("mahdar_responses_total{class=\"2xx\"} 1\n") != std::string::npos);
  CHECK(text.find("mahdar_responses_total{class=\"4xx\"} 1\n") != std::string::npos);
  CHECK(text.find("mahdar_response_seconds_bucket{le=\"0.005\"} 2\n") != std::string::npos);
  CHECK(text.find("mahdar_response_seconds_bucket{le=\"0.001\"} 1\n") != std::string::npos);
  CHECK(text.find("mahdar_index_articles 4\n") != std::string::npos);
}

TEST_CASE("a damaged index is 503 with a reason for the log only") {
  Site site;
  std::filesystem::remove(site.index.root() / "CURRENT");
  HttpRequest request;
  request.host = "localhost";
  request.target = "/api/search";
  std::string fault;
  const HttpResponse response = route(request, site.context, &fault);
  CHECK(response.status() == 503);
  CHECK(!response.header("Retry-After").empty());
  CHECK(fault.find(site.index.root().string()) != std::string::npos);
  CHECK(response.body().find(site.index.root().string()) == std::string::npos);
}

TEST_CASE("the description names every route and every parameter") {
  Site site;
  const json description = site.get_json("/openapi.json");
  std::set<std::string> described;
  for (const auto& [path, methods] : description["paths"].items())
    described.insert(path.substr(0, path.find('{')));
  std::set<std::string> known;
  for (const Route& row : routes()) known.emplace(row.path);
  CHECK(described == known);
  std::set<std::string> parameters;
  for (const auto& [name, parameter] : description["components"]["parameters"].items())
    parameters.insert(name);
  const auto names = web_search_parameters();
  CHECK(parameters == std::set<std::string>(names.begin(), names.end()));
}
