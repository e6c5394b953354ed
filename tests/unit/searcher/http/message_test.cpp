#include "searcher/http/message.h"

#include <stdexcept>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("a header that would end its line is not set") {
  HttpResponse response(200, "text/plain", "x");
  for (const std::string_view value :
       {std::string_view("a\r\nSet-Cookie: b"), std::string_view("a\nb"), std::string_view("a\rb"),
        std::string_view("a\0b", 3), std::string_view("\x7f"), std::string_view("محضر")})
    CHECK_THROWS_AS(response.set_header("X-Test", value), std::invalid_argument);
  for (const std::string_view name : {"", "A B", "A:", "A\r\nB", "ض"})
    CHECK_THROWS_AS(response.set_header(name, "1"), std::invalid_argument);
  CHECK(response.headers().size() == 1);
}

TEST_CASE("a header is replaced whatever its case") {
  HttpResponse response(200, "text/plain", "x");
  response.set_header("content-type", "text/html");
  CHECK(response.header("Content-Type") == "text/html");
  CHECK(response.headers().size() == 1);
}
