#include "searcher/highlight/excerpt.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace mahdar;

namespace {

const std::string kRle = "\u202B";
const std::string kLro = "\u202D";
const std::string kPdf = "\u202C";
const std::string kRli = "\u2067";
const std::string kFsi = "\u2068";
const std::string kPdi = "\u2069";

ByteRange whole(const std::string& text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

}  // namespace

TEST_CASE("direction controls come in pairs") {
  struct Case {
    std::string name;
    std::string text;
    std::string excerpt;
  };
  const Case cases[]{
      {"nothing", "", ""},
      {"no controls", "وفد (2)", "وفد (2)"},
      {"a pair", "أ " + kRle + "a" + kPdf + " ب", "أ " + kRle + "a" + kPdf + " ب"},
      {"an isolate", kFsi + "a" + kPdi, kFsi + "a" + kPdi},
      {"single marks stay", "\u200Fأ\u200E", "\u200Fأ\u200E"},
      {"a beginning without its end", "أ " + kRli + "a b", "أ " + kRli + "a b" + kPdi},
      {"two beginnings", kRle + kRli + "a", kRle + kRli + "a" + kPdi + kPdf},
      {"an end without its beginning", "a" + kPdf + " b" + kPdi, "a b"},
      {"an override and its end", kLro + "a" + kPdf + "b", "ab"},
      {"an override in an embedding", kRle + kLro + "a" + kPdf + "b" + kPdf, kRle + "ab" + kPdf},
      {"an embedding closed by its isolate's end", kRli + kRle + "a" + kPdi + "b",
       kRli + kRle + "a" + kPdf + kPdi + "b"},
      {"an end that lies outside of the isolate", kRle + kRli + "a" + kPdf + "b" + kPdi + kPdf,
       kRle + kRli + "ab" + kPdi + kPdf},
      {"nothing goes beyond its paragraph", kRle + "a\nb" + kPdf, kRle + "a" + kPdf + " b"},
      {"one line", "a\n\tb\r\nc", "a  b  c"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(make_excerpt(c.text, whole(c.text), {}).text == c.excerpt);
  }
}

TEST_CASE("ranges follow their words") {
  const std::string text = "قبل " + kLro + "و" + kPdf + "فد\nبعد " + kRle + "وفد";
  const auto first = static_cast<std::uint32_t>(text.find("و"));
  const auto second = static_cast<std::uint32_t>(text.rfind("وفد"));
  const auto begin = static_cast<std::uint32_t>(text.find(kLro));
  const auto end = static_cast<std::uint32_t>(text.size());
  const auto line = static_cast<std::uint32_t>(text.find('\n'));
  const Excerpt excerpt = make_excerpt(text, {begin, end}, {{first, line}, {second, end}});
  REQUIRE(excerpt.ranges.size() == 2);
  for (const ByteRange& range : excerpt.ranges)
    CHECK(excerpt.text.substr(range.begin, range.end - range.begin) == "وفد");
  CHECK(excerpt.text == "وفد بعد " + kRle + "وفد" + kPdf);
}

TEST_CASE("ranges side by side stay apart") {
  const std::string text = "أستانة8";
  const Excerpt excerpt = make_excerpt(text, whole(text), {{0, 12}, {12, 13}});
  CHECK(excerpt.ranges == std::vector<ByteRange>{{0, 12}, {12, 13}});
}
