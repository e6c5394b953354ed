#include "searcher/http/web_search.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "../small_taxonomy.h"

using namespace mahdar;

namespace {

Result<WebSearch> read(const Parameters& parameters, bool strict = true) {
  return read_web_search(parameters, test::small_taxonomy(), strict, 100);
}

}  // namespace

TEST_CASE("a URL asks what the command line asks") {
  const auto search = read({{"q", "لافرنتيف"},
                            {"round", "7-8"},
                            {"country", "روسيا"},
                            {"guarantor", "turkey"},
                            {"from", "2017-10"},
                            {"to", "2017-12"},
                            {"not", "round:22"},
                            {"sort", "newest"},
                            {"match", "any"},
                            {"offset", "20"},
                            {"limit", "5"},
                            {"lang", "en"},
                            {"explain", "1"},
                            {"exact", "1"},
                            {"relax", "0"},
                            {"facets", "round,month"}});
  REQUIRE(search);
  const SearchRequest& request = search->request;
  CHECK(request.text == "لافرنتيف");
  CHECK(request.filters == std::vector<Filter>{{Field::kRound, {"7", "8"}, false},
                                               {Field::kCountry, {"RU"}, false},
                                               {Field::kGuarantor, {"turkey"}, false},
                                               {Field::kRound, {"22"}, true},
                                               {Field::kDate, {"2017-10", "2017-12"}, false}});
  CHECK(request.sort == SortOrder::kNewest);
  CHECK(request.match == MatchMode::kAny);
  CHECK(request.offset == 20);
  CHECK(request.limit == 5);
  CHECK(request.explain);
  CHECK(request.exact);
  CHECK(!request.relax);
  CHECK(request.facets == std::vector<Facet>{Facet::kRound, Facet::kMonth});
  CHECK(search->english);
}

TEST_CASE("what an empty form sends asks for nothing") {
  const auto search = read({{"q", ""}, {"from", ""}, {"round", ""}, {"sort", ""}});
  REQUIRE(search);
  CHECK(search->request.filters.empty());
  CHECK(to_parameters(search->request, false).empty());
}

TEST_CASE("a search gives the URL it came from") {
  const Parameters all{{"q", "لافرنتيف"},   {"round", "7"},      {"round", "8"},
                       {"country", "RU"},   {"not", "round:22"}, {"not", "date:2018..2019"},
                       {"from", "2017-10"}, {"match", "any"},    {"exact", "1"},
                       {"relax", "0"},      {"explain", "1"},    {"sort", "newest"},
                       {"limit", "5"},      {"offset", "20"},    {"lang", "en"}};
  const auto search = read(all);
  REQUIRE(search);
  const Parameters own = to_parameters(search->request, search->english);
  CHECK(std::set(own.begin(), own.end()) == std::set(all.begin(), all.end()));
  CHECK(to_parameters(read(own)->request, true) == own);
  CHECK(to_parameters(read({{"from", "unknown"}})->request, false) == Parameters{{"from", "unknown"}});
}

TEST_CASE("every facet of the schema is a parameter") {
  const auto names = web_search_parameters();
  for (const FieldRow& row : kFields)
    if (row.facet) CHECK(std::find(names.begin(), names.end(), row.name) != names.end());
}

TEST_CASE("articles without a date can be asked for, and two months left out") {
  CHECK(read({{"from", "unknown"}})->request.filters ==
        std::vector<Filter>{{Field::kDate, {"unknown", "unknown"}, false}});
  CHECK(read({{"not", "date:2017-10"}, {"not", "date:2017-12"}})->request.filters.size() == 2);
}

TEST_CASE("dates are asked for as on the command line") {
  const auto dates = [](const Parameters& parameters) { return read(parameters)->request.filters; };
  CHECK(dates({{"date", "2018"}}) == std::vector<Filter>{{Field::kDate, {"2018", "2018"}, false}});
  CHECK(dates({{"date", "2017-10..2017-12"}}) == dates({{"from", "2017-10"}, {"to", "2017-12"}}));
  CHECK(dates({{"date", "unknown"}}) == dates({{"from", "unknown"}}));
  CHECK(!read({{"date", "someday"}}));
  const auto both = read({{"date", "2018"}, {"from", "2018-03"}});
  REQUIRE(both->request.filters.size() == 2);
  CHECK(read(to_parameters(both->request, false))->request.filters.size() == 2);
}

TEST_CASE("switches take words too") {
  CHECK(read({{"explain", "true"}})->request.explain);
  CHECK(!read({{"explain", "false"}})->request.explain);
  CHECK(!read({{"relax", "false"}})->request.relax);
}

TEST_CASE("wrong values are told, not guessed") {
  const Parameters wrong{{"round", "abc"},       {"limit", "101"},   {"limit", "-1"},  {"limit", "1x"},
                         {"offset", "x"},        {"sort", "best"},   {"match", "no"},  {"lang", "fr"},
                         {"explain", "x"},       {"facets", "shoe"}, {"not", "round"}, {"from", "someday"},
                         {"country", "Atlantis"}};
  for (const auto& pair : wrong) {
    const auto search = read({pair});
    CHECK_MESSAGE(!search, pair.first, "=", pair.second);
    if (!search) CHECK(!search.error().message.empty());
  }
  CHECK(!read({{"rounds", "7"}}));
  CHECK(read({{"utm_source", "x"}}, false));
  CHECK(!read(Parameters(65, {"round", "7"})));
}
