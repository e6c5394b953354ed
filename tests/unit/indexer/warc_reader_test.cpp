#include "indexer/readers/warc_reader.h"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "indexer/readers/http_message.h"
#include "indexer/readers/warc_record.h"
#include "tests/unit/indexer/read_all.h"

using namespace mahdar;
using tests::read_all;

namespace {

std::string record(std::string_view type, std::string_view uri, std::string_view block,
                   std::string_view content_type = "application/http; msgtype=response") {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nwarc-target-uri: {}\r\nWARC-Date: 2023-01-01T00:00:00Z\r\nContent-Type: "
      "{}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      type, uri, content_type, block.size(), block);
}

std::string answer(std::string_view headers, std::string_view body, int status = 200) {
  return fmt::format("HTTP/1.1 {} X\r\n{}\r\n\r\n{}", status, headers, body);
}

const std::string kPage =
    "<html><head><title>ختام الجولة الثامنة</title></head><body><p>انتهت المحادثات.</p></body></html>";

}  // namespace

TEST_CASE("a stored page is an article under its own address, without the crawl's date") {
  const auto all =
      read_all(FileKind::kWarc,
               record("warcinfo", "", "software: x", "application/warc-fields") +
                   record("response", "<https://example.org/a>", answer("Content-Type: text/html", kPage)));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.errors.empty());
  const RawArticle& article = all.articles.front();
  CHECK(article.url == "https://example.org/a");
  CHECK(article.title == "ختام الجولة الثامنة");
  CHECK(article.text == "انتهت المحادثات.\n");
  CHECK(article.record == 2);
  CHECK(article.date.empty());
}

TEST_CASE("pictures, failures, redirects and revisits are passed over in silence") {
  const auto all = read_all(
      FileKind::kWarc,
      record("response", "https://example.org/p.png", answer("Content-Type: image/png", "\x89PNG")) +
          record("response", "https://example.org/x", answer("Content-Type: text/html", kPage, 404)) +
          record("response", "https://example.org/y", answer("Content-Type: text/html", kPage, 302)) +
          record("revisit", "https://example.org/a", answer("Content-Type: text/html", "")) +
          record("request", "https://example.org/a", "GET / HTTP/1.1\r\n\r\n"));
  CHECK(all.articles.empty());
  CHECK(all.errors.empty());
}

TEST_CASE("the charset of the server's header is believed") {
  const std::string cp1256 = "<html><body><p>\xE3\xCD\xE6\xD1 \xC3\xD3\xCA\xC7\xE4\xC7</p></body></html>";
  const auto all =
      read_all(FileKind::kWarc, record("response", "https://example.org/a",
                                       answer("Content-Type: text/html; charset=\"windows-1256\"", cp1256)));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles.front().text == "محور أستانا\n");
  CHECK(all.articles.front().encoding == "windows-1256");
}

TEST_CASE("a damaged record is reported and ends the reading; what stood before it is kept") {
  const std::string good =
      record("response", "https://example.org/a", answer("Content-Type: text/html", kPage));
  for (const std::string& bad :
       {good.substr(0, good.size() - 30), std::string("WARC/1.0\r\n\r\n"), std::string("junk")}) {
    const auto all = read_all(FileKind::kWarc, good + bad);
    CHECK(all.articles.size() == 1);
    REQUIRE(all.errors.size() == 1);
    CHECK(all.errors.front().message == "record 2 is cut or damaged");
  }
}

TEST_CASE("what is wrong inside a record does not touch the others") {
  const auto all = read_all(
      FileKind::kWarc,
      record("response", "https://example.org/1",
             answer("Content-Type: text/html\r\nContent-Encoding: br", "xx")) +
          record("response", "https://example.org/2", "not http") +
          record("response", "https://example.org/3", answer("Content-Type: text/html", "<html></html>")) +
          record("response", "https://example.org/4", answer("Content-Type: text/html", kPage)));
  CHECK(all.articles.size() == 1);
  REQUIRE(all.errors.size() == 3);
  CHECK(all.errors[0].message == "record 1 (https://example.org/1): compressed as br, which is not read");
  CHECK(all.errors[2].message == "record 3 (https://example.org/3): no text in the page");
}

TEST_CASE("chunks are joined, and a cut chunk gives what is there") {
  const auto whole =
      parse_http_message(answer("Content-Type: Text/HTML ; charset=UTF-8\r\nTransfer-Encoding: chunked",
                                "4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n"));
  REQUIRE(whole);
  CHECK(whole->body == "abcdef");
  CHECK(whole->media_type == "text/html");
  CHECK(whole->charset == "utf-8");
  const auto cut = parse_http_message(answer("Transfer-Encoding: chunked", "4\r\nabcd\r\nff\r\nef"));
  REQUIRE(cut);
  CHECK(cut->body == "abcdef");
}

TEST_CASE("a body that says it is compressed and is not is taken as it is") {
  const auto message = parse_http_message(answer("Content-Encoding: gzip", "plain"));
  REQUIRE(message);
  CHECK(message->body == "plain");
}

TEST_CASE("a head tells where its record ends") {
  const auto head = parse_warc_head("WARC/1.1\nWARC-Type: resource\nContent-Length: 5\n\nabcde");
  REQUIRE(head);
  CHECK(head->type == "resource");
  CHECK(head->block_bytes == 5);
  CHECK(head->head_bytes == 48);
  CHECK_FALSE(parse_warc_head("WARC/1.1\r\nContent-Length: -5\r\n\r\n"));
  CHECK_FALSE(parse_warc_head("WARC/1.1\r\nContent-Length: 5"));
  CHECK_FALSE(parse_warc_head("GET / HTTP/1.1\r\n\r\n"));
}
