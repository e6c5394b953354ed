#include "searcher/query/query_parser.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/query_caps.h"
#include "searcher/query/query_rewrite.h"
#include "small_taxonomy.h"

using namespace mahdar;

namespace {

ParsedQuery parse(std::string_view text) {
  return parse_query(text, test::small_taxonomy());
}

std::string canonical(std::string_view text) {
  return to_text(parse(text).root);
}

std::vector<std::string> codes(std::string_view text) {
  std::vector<std::string> list;
  for (const auto& diagnostic : parse(text).diagnostics) list.push_back(diagnostic.code);
  return list;
}

std::size_t depth_of(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const auto& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

/// Texts made of what queries are made of, well formed and not.
rc::Gen<std::string> query_text() {
  const auto piece = rc::gen::element<std::string>(
      "وفد", "المعارضة", "أستانة8", "a", "٢٢٥٤", " ", " ", " ", "\"", "«", "»", "(", ")", "-", "=", "*", "~",
      "AND", "OR", "NOT", "&&", "||", "title:", "جولة:", "round:", "date:", "7-9", "7,8", "2017-10..2017-12",
      "أو", " أو ", " | ", "او", "x:", "،", "؟", "\xE2\x80\x8F", "\xD8", "+", "!", "source:", "..");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const auto& part : pieces) text += part;
                        return text;
                      });
}

}  // namespace

TEST_CASE("a query is read as its canonical form says") {
  struct Case {
    std::string name;
    std::string query;
    std::string canonical;
  };
  const Case cases[]{
      {"nothing", "", ""},
      {"blanks and signs", "  ، ؟ ! ؛ ", ""},
      {"words", "وفد المعارضة", "وفد المعارضة"},
      {"Arabic comma between words", "وفد، المعارضة؟", "وفد المعارضة"},
      {"straight quotes", "\"وفد المعارضة\"", "\"وفد المعارضة\""},
      {"angle quotes", "«وفد المعارضة»", "\"وفد المعارضة\""},
      {"curly quotes", "“وفد المعارضة”", "\"وفد المعارضة\""},
      {"low and high quotes", "„وفد المعارضة“", "\"وفد المعارضة\""},
      {"empty phrase", "\"\" وفد", "وفد"},
      {"exact word", "=إيران", "=إيران"},
      {"exact phrase", "=\"وفد المعارضة\"", "=\"وفد المعارضة\""},
      {"exact angle phrase", "=«وفد المعارضة»", "=\"وفد المعارضة\""},
      {"looseness after a phrase is no part of it", "\"وفد المعارضة\"~3 جولة", "\"وفد المعارضة\" جولة"},
      {"minus", "وفد -النظام", "وفد -النظام"},
      {"hyphen within a word", "نور-سلطان", "نور-سلطان"},
      {"minus and space is no operator", "وفد - النظام", "وفد النظام"},
      {"two negations", "--وفد", "وفد"},
      {"NOT", "وفد NOT النظام", "وفد -النظام"},
      {"AND", "وفد AND النظام", "وفد AND النظام"},
      {"ampersands", "وفد && النظام", "وفد AND النظام"},
      {"bars", "وفد || النظام", "وفد OR النظام"},
      {"small and is a word", "war and peace", "war and peace"},
      {"AND binds closer than OR", "a OR b AND c", "a OR (b AND c)"},
      {"words side by side bind closest", "a b OR c", "(a b) OR c"},
      {"parentheses", "(a OR b) c", "(a OR b) c"},
      {"redundant parentheses", "((a))", "a"},
      {"negated group", "-(a b)", "-(a b)"},
      {"prefix", "معتقل*", "معتقل*"},
      {"near spelling", "لافرنتيف~", "لافرنتيف~"},
      {"near spelling with a number", "لافرنتيف~2", "لافرنتيف~"},
      {"plus is understood", "+وفد", "وفد"},
      {"bidi marks", "\u200Fوفد\u200E \u2067المعارضة\u2069", "وفد المعارضة"},
      {"bidi mark before an operator", "وفد \u200F-النظام", "وفد -النظام"},
      {"round, English", "round:7", "round:7"},
      {"round, Arabic", "جولة:8", "round:8"},
      {"round with the article", "الجولة:8", "round:8"},
      {"round with a space", "جولة: 8", "round:8"},
      {"round in Arabic digits", "جولة:٧", "round:7"},
      {"rounds by range", "round:7-9", "round:7,8,9"},
      {"rounds by list", "round:7,22", "round:7,22"},
      {"rounds by Arabic comma", "جولة:7،22", "round:7,22"},
      {"round by name", "جولة:السابعة", "round:7"},
      {"country by Arabic name", "دولة:روسيا", "country:RU"},
      {"country by folded name", "دولة:ايران", "country:IR"},
      {"country by several words", "country:(الاتحاد الروسي)", "country:RU"},
      {"countries by OR", "country:(روسيا OR تركيا)", "country:RU OR country:TR"},
      {"guarantor", "ضامن:تركيا", "guarantor:turkey"},
      {"person quoted", "شخص:\"دي ميستورا\"", "person:staffan-de-mistura"},
      {"topic by alias", "topic:detainees", "topic:detainees_exchange"},
      {"source", "مصدر:سانا", "source:sana"},
      {"source beyond the taxonomy", "source:\"جريدة ما\"", "source:\"جريدة ما\""},
      {"date range", "date:2017-10..2017-12", "date:2017-10..2017-12"},
      {"one date", "تاريخ:2017", "date:2017"},
      {"open date", "date:2017-10-30..", "date:2017-10-30.."},
      {"date in Arabic digits", "تاريخ:٢٠١٧-١٠..٢٠١٧-١٢", "date:2017-10..2017-12"},
      {"title word", "عنوان:أستانا", "title:أستانا"},
      {"title phrase", "title:\"وفد المعارضة\"", "title:\"وفد المعارضة\""},
      {"title group", "title:(a b)", "title:a title:b"},
      {"excluded field", "وفد -source:sana", "وفد -source:sana"},
      {"clock time is text", "10:30", "10:30"},
      {"address is text", "http://example.org/", "http://example.org/"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(canonical(c.query) == c.canonical);
  }
}

TEST_CASE("what is no syntax is read as words, and said so") {
  struct Case {
    std::string name;
    std::string query;
    std::string canonical;
    std::string code;
  };
  const Case cases[]{
      {"open quote", "\"وفد المعارضة", "وفد المعارضة", "unclosed-quote"},
      {"open parenthesis", "(وفد المعارضة", "وفد المعارضة", "unbalanced-parenthesis"},
      {"closed parenthesis", "وفد) المعارضة", "وفد المعارضة", "unbalanced-parenthesis"},
      {"operator at the end", "وفد AND", "وفد", "dangling-operator"},
      {"operator at the beginning", "OR وفد", "وفد", "dangling-operator"},
      {"NOT at the end", "وفد NOT", "وفد", "dangling-operator"},
      {"unknown field", "colour:وفد", "colour:وفد", "unknown-field"},
      {"unknown country", "country:أطلانطس", "أطلانطس", "unknown-value"},
      {"no date", "date:2017-13", "2017-13", "unknown-value"},
      {"syntax in a value nobody knows", "round:title:x،AND", "title x and", "unknown-value"},
      {"wildcard of one letter", "و*", "و", "short-wildcard"},
      {"wildcard before a word", "*تقلين", "*تقلين", "misplaced-wildcard"},
      {"wildcard before and behind a word", "*تقل*", "*تقل*", "misplaced-wildcard"},
      {"wildcard in a word", "زل*ل", "زل*ل", "misplaced-wildcard"},
      {"wildcards in and behind a word", "زل*ل*", "زل*ل", "misplaced-wildcard"},
      {"wildcard of an exact word", "=زلز*", "=زلز*", "misplaced-wildcard"},
      {"near spelling of an exact word", "=زلز~", "=زلز~", "misplaced-wildcard"},
      {"wildcard in a phrase", "\"محافظة ح*\"", "\"محافظة ح*\"", "misplaced-wildcard"},
      {"wildcard before an operator's name", "*NOT", "*NOT", "misplaced-wildcard"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(canonical(c.query) == c.canonical);
    CHECK(codes(c.query) == std::vector{c.code});
  }
}

TEST_CASE("أو between two operands binds only these") {
  struct Case {
    std::string query;
    std::string canonical;
  };
  const Case cases[]{
      {"جنيف أو سوتشي", "جنيف OR سوتشي"},
      {"جنيف او سوتشي", "جنيف OR سوتشي"},
      {"جنيف | سوتشي", "جنيف OR سوتشي"},
      {"جنيف|سوتشي", "جنيف OR سوتشي"},
      {"وفد روسيا أو تركيا", "وفد (روسيا OR تركيا)"},
      {"روسيا أو تركيا وفد", "(روسيا OR تركيا) وفد"},
      {"a أو b أو c", "a OR b OR c"},
      {"a b أو c d أو e", "a (b OR c) (d OR e)"},
      {"\"وفد المعارضة\" أو (a b) c", "(\"وفد المعارضة\" OR (a b)) c"},
      {"a أو =b", "a OR =b"},
      {"ضامن:روسيا أو ضامن:تركيا وفد", "(guarantor:russia OR guarantor:turkey) وفد"},
      {"دولة:(روسيا أو تركيا)", "country:RU OR country:TR"},
      {"a أو b OR c d", "(a OR b) OR (c d)"},
      {"a OR b أو c d", "a OR ((b OR c) d)"},
      {"a -b أو c", "a -(b OR c)"},
      {"a أو -b", "a OR -b"},
      {"a أو أو b", "a OR b"},
      {"أو سوتشي", "أو سوتشي"},
      {"جنيف أو", "جنيف أو"},
      {"a (أو b)", "a (أو b)"},
      {"a AND أو b", "a AND (أو b)"},
      {"=أو", "=أو"},
      {"a =أو b", "a =أو b"},
      {"\"a أو b\"", "\"a أو b\""},
      {"a (أو) b", "a b"},
      {"| a |", "a"},
      {"a NOT | b", "a -b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(canonical(c.query) == c.canonical);
    CHECK(codes(c.query).empty());
  }
}

TEST_CASE("where any word suffices, أو stays a word") {
  const auto any = [](std::string_view text) {
    return to_text(parse_query(text, test::small_taxonomy(), MatchMode::kAny).root);
  };
  CHECK(any("مجلس الأمن أو الأمم المتحدة") == "مجلس الأمن أو الأمم المتحدة");
  CHECK(any("a | b") == "a b");
  CHECK(any("a OR b") == "a OR b");
}

TEST_CASE("words meant as operators are told of") {
  const auto told = [](std::string_view text) {
    return codes(text) == std::vector<std::string>{"spoken-operator"};
  };
  for (const char* text :
       {"جنيف or سوتشي", "war and not peace", "a not b", "أستانا وليس جنيف", "روسيا ولا تركيا"}) {
    CAPTURE(text);
    CHECK(told(text));
  }
  for (const char* text : {"or سوتشي", "جنيف or", "=or a", "a =or b", "\"a or b\"", "war and peace", "a OR b",
                           "title:or b", "من حضر الجولة السابعة ولا يزال في أستانا"}) {
    CAPTURE(text);
    CHECK_FALSE(told(text));
  }
  const std::string text = "a not b";
  const auto parsed = parse(text);
  CHECK(parsed.diagnostics.front().begin == 2);
  CHECK(parsed.diagnostics.front().end == 5);
  CHECK(parsed.diagnostics.front().message.find("-b") != std::string::npos);
  CHECK(parsed.diagnostics.front().message_ar.find("-b") != std::string::npos);
  CHECK(parse_query("a or b", test::small_taxonomy(), MatchMode::kAny).diagnostics.empty());
}

TEST_CASE("diagnostics point at the place") {
  const std::string text = "وفد \"المعارضة";
  const auto parsed = parse(text);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(text.substr(parsed.diagnostics[0].begin, parsed.diagnostics[0].end - parsed.diagnostics[0].begin) ==
        "\"");
  CHECK_FALSE(parsed.diagnostics[0].message_ar.empty());
}

TEST_CASE("caps hold and are reported") {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "كلمة ";
  CHECK(parse(words).root.children.size() == query_caps::kWords);
  CHECK(codes(words) == std::vector<std::string>{"too-many-words"});

  const std::string deep = std::string(500, '(') + "وفد" + std::string(500, ')') + " جولة";
  CHECK(depth_of(parse(deep).root) <= query_caps::kDepth + 1);
  CHECK(canonical(deep) == "وفد جولة");
  CHECK(codes(deep) == std::vector<std::string>{"too-deep"});

  std::string nested;
  for (int i = 0; i < 500; ++i) nested += "a AND (b OR ";
  CHECK(depth_of(parse(nested).root) <= 2 * query_caps::kDepth + 2);

  std::string wild;
  for (int i = 0; i < 9; ++i) wild += "معتقل* ";
  CHECK(parse(wild).root.children.back().form == WordForm::kPlain);
  CHECK(codes(wild) == std::vector<std::string>{"too-many-wildcards"});

  const std::string longest = std::string(query_caps::kTextBytes - 1, 'a') + "ب";
  CHECK(codes(longest) == std::vector<std::string>{"query-too-long"});
}

TEST_CASE("any bytes give a query whose canonical form reads as itself") {
  CHECK(rc::check("canonical form is stable", [] {
    const std::string text = *query_text();
    const ParsedQuery once = parse(text);
    const ParsedQuery twice = parse(to_text(once.root));
    RC_ASSERT(to_text(twice.root) == to_text(once.root));
    RC_ASSERT(same_query(once.root, twice.root));
    for (const auto& diagnostic : once.diagnostics) {
      RC_ASSERT(diagnostic.begin <= diagnostic.end);
      RC_ASSERT(diagnostic.end <= text.size());
    }
  }));
  CHECK(rc::check("arbitrary bytes", [](const std::string& text) {
    const ParsedQuery once = parse(text);
    RC_ASSERT(same_query(once.root, parse(to_text(once.root)).root));
  }));
}

TEST_CASE("filters beside the words are taken out, those under OR stay") {
  auto parsed = parse("وفد round:7 -source:sana (topic:ceasefire OR جولة:8)");
  const auto filters = take_filters(parsed.root);
  REQUIRE(filters.size() == 2);
  CHECK(filters[0] == Filter{Field::kRound, {"7"}, false});
  CHECK(filters[1] == Filter{Field::kSource, {"sana"}, true});
  CHECK(to_text(parsed.root) == "وفد (topic:ceasefire OR round:8)");
}
