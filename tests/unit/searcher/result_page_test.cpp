#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sample_archive.h"
#include "searcher/match/searcher.h"

using namespace mahdar;
using namespace mahdar::test;

TEST_CASE("filters: alternatives within one facet, all facets together") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.filters = {
      {Field::kRound, {"7"}, false}, {Field::kRound, {"8"}, false}, {Field::kCountry, {"TR"}, false}};
  CHECK(ids(searcher.search(request)) == Ids{"b7", "c8"});
  request.filters.push_back({Field::kTopic, {"detainees_exchange"}, true});
  CHECK(ids(searcher.search(request)) == Ids{"c8"});
  request.filters = {{Field::kDate, {"2017-10", ""}, false}, {Field::kDate, {"", "2017-11"}, false}};
  CHECK(ids(searcher.search(request)) == Ids{"a7", "b7"});
}

TEST_CASE("facets count all matches, without their own selection") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.limit = 1;
  request.filters = {{Field::kRound, {"7"}, false}};
  // The second search counts from the column in memory.
  for (int search = 0; search < 2; ++search) {
    const ResultPage page = searcher.search(request);
    CHECK(page.total == 2);
    CHECK(page.hits.size() == 1);
    CHECK(counts(page, Facet::kRound) ==
          std::map<std::string, std::uint64_t>{{"7", 2}, {"8", 1}, {"22", 1}, {"unknown", 1}});
    CHECK(counts(page, Facet::kCountry) ==
          std::map<std::string, std::uint64_t>{{"RU", 1}, {"TR", 1}, {"SY", 2}});
    CHECK(counts(page, Facet::kMonth) == std::map<std::string, std::uint64_t>{{"2017-10", 2}});
    REQUIRE(page.facets.front().facet == Facet::kRound);
    const auto& rounds = page.facets.front().values;
    CHECK(rounds.front().value == "7");
    CHECK(rounds.front().selected);
    CHECK(rounds.front().label == "الجولة السابعة");
    CHECK(rounds.back().value == "unknown");
    CHECK_FALSE(rounds.back().selected);
  }
}

TEST_CASE("a field in the query is a selection too") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  const ResultPage page = searcher.search(asking("المعتقلين ضامن:تركيا"));
  CHECK(page.total == 1);
  CHECK(counts(page, Facet::kGuarantor) ==
        std::map<std::string, std::uint64_t>{{"russia", 1}, {"turkey", 1}});
}

TEST_CASE("facet counts agree with the searches they promise") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  const ResultPage page = searcher.search(asking("وفد"));
  const std::map<Facet, Field> fields{
      {Facet::kRound, Field::kRound},   {Facet::kCountry, Field::kCountry},
      {Facet::kTopic, Field::kTopic},   {Facet::kGuarantor, Field::kGuarantor},
      {Facet::kSource, Field::kSource}, {Facet::kMonth, Field::kDate}};
  for (const auto& counted : page.facets)
    for (const auto& value : counted.values) {
      SearchRequest narrower = asking("وفد");
      const Field field = fields.at(counted.facet);
      narrower.filters = {
          {field, field == Field::kDate ? std::vector{value.value, value.value} : std::vector{value.value},
           false}};
      CAPTURE(value.value);
      CHECK(searcher.search(narrower).total == value.count);
    }
}

TEST_CASE("sorting") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  using Order = std::vector<std::string>;
  CHECK(ordered(searcher.search(request)) == Order{"e22", "c8", "a7", "b7", "d0"});
  request.sort = SortOrder::kOldest;
  CHECK(ordered(searcher.search(request)) == Order{"b7", "a7", "c8", "e22", "d0"});
  request.sort = SortOrder::kRound;
  const auto by_round = ordered(searcher.search(request));
  CHECK(by_round[2] == "c8");
  CHECK(by_round[3] == "e22");
  CHECK(by_round[4] == "d0");
}

TEST_CASE("pages follow each other") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.limit = 2;
  std::vector<std::string> all;
  for (request.offset = 0; request.offset < 6; request.offset += 2)
    for (const auto& id : ordered(searcher.search(request))) all.push_back(id);
  CHECK(all == std::vector<std::string>{"e22", "c8", "a7", "b7", "d0"});
}

TEST_CASE("offset and limit are capped") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.offset = 4'000'000'000;
  request.limit = 4'000'000'000;
  const ResultPage page = searcher.search(request);
  CHECK(page.hits.empty());
  REQUIRE(page.diagnostics.size() == 1);
  CHECK(page.diagnostics[0].code == "too-many-hits");
}
