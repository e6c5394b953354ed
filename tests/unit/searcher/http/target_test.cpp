#include "searcher/http/target.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

TEST_CASE("a target is split and decoded") {
  const auto target = parse_target("/article/a%2Fb?q=%D8%A3%D8%B3+x&round=7&round=8&&empty=&bare#part");
  REQUIRE(target);
  CHECK(target->path == "/article/a/b");
  CHECK(target->parameters ==
        Parameters{{"q", "أس x"}, {"round", "7"}, {"round", "8"}, {"empty", ""}, {"bare", ""}});
  CHECK(parameter(target->parameters, "round") == "7");
  CHECK(parameter(target->parameters, "none").empty());
}

TEST_CASE("a plus is a space in a query only") {
  CHECK(parse_target("/a+b?q=a+b")->path == "/a+b");
}

TEST_CASE("broken targets are refused") {
  for (const char* text : {"", "x", "http://host/", "/%", "/%4", "/%zz", "/?q=%", "/?%f=1", "/%00", "/?q=%00",
                           "/?q=%FF", "/?q=%C0%AF", "/?q=%ED%A0", "*"})
    CHECK_MESSAGE(!parse_target(text), text);
}

TEST_CASE("what is encoded is decoded again") {
  const auto holds = rc::check([] {
    const auto code_points = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x600, 0x700)));
    std::string text;
    for (const char32_t code : code_points) {
      if (code < 0x80) {
        text.push_back(static_cast<char>(code));
      } else {
        text.push_back(static_cast<char>(0xC0 | (code >> 6)));
        text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
      }
    }
    const auto target = parse_target("/" + percent_encoded(text) + "?" + to_query_string({{text, text}}));
    RC_ASSERT(target.has_value());
    RC_ASSERT(target->path == "/" + text);
    RC_ASSERT(target->parameters == (Parameters{{text, text}}));
  });
  CHECK(holds);
}
