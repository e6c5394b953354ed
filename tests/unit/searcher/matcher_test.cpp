#include "searcher/match/matcher.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "schema/index_layout.h"
#include "searcher/match/index_session.h"
#include "searcher/match/searcher.h"
#include "searcher/query/deadline.h"
#include "test_index.h"

using namespace mahdar;
using test::Sample;
using test::TestIndex;

namespace {

std::vector<Sample> many(int count, const std::string& prefix = "n") {
  std::vector<Sample> samples;
  for (int i = 0; i < count; ++i)
    samples.push_back({prefix + std::to_string(i),
                       "خبر",
                       "خبر عن الهدنة رقم " + std::to_string(i),
                       {7 + i % 2},
                       {},
                       "none",
                       {},
                       "",
                       "2017-10-30"});
  return samples;
}

}  // namespace

TEST_CASE("a match out of time gives what it found until then") {
  const TestIndex index(many(200));
  IndexSession session{IndexLayout(index.root())};
  const MatchResult result = session.run([](const IndexView& view) {
    MatchPlan plan;
    plan.facets = {Facet::kRound};
    return run_match(plan, view, std::chrono::steady_clock::now() - std::chrono::seconds(1));
  });
  CHECK(result.out_of_time);
  CHECK(result.hits.size() == 10);
  CHECK(result.total > 0);
  CHECK(result.total < 200);
}

TEST_CASE("what is in memory counts what the slots count") {
  const TestIndex index(many(200));
  IndexSession session{IndexLayout(index.root())};
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
  std::vector<bool> from_memory;
  std::vector<std::vector<std::uint32_t>> counts;
  for (int i = 0; i < 3; ++i) {
    const MatchResult result = session.run([&](const IndexView& view) {
      from_memory.push_back(view.memory != nullptr);
      MatchPlan plan;
      plan.facets = {Facet::kRound};
      plan.limit = 0;
      return run_match(plan, view, deadline);
    });
    CHECK(result.total == 200);
    counts.push_back(result.counts.at(Facet::kRound));
  }
  CHECK(from_memory == std::vector<bool>{false, true, true});
  CHECK(counts[0] == counts[1]);
}

TEST_CASE("a facet counter keeps the best in order") {
  FacetCounter counter(0, 2, std::chrono::steady_clock::now() + std::chrono::hours(1));
  const TestIndex index(many(3));
  IndexSession session{IndexLayout(index.root())};
  session.run([&](const IndexView& view) {
    for (const auto& [id, score] :
         std::vector<std::pair<Xapian::docid, double>>{{1, 0.5}, {2, 2.0}, {3, 1.0}})
      counter(view.database.get_document(id), score);
    return true;
  });
  const auto best = counter.best();
  REQUIRE(best.size() == 2);
  CHECK(best[0].id == 2);
  CHECK(best[1].id == 3);
  CHECK(counter.matches() == 3);
}

TEST_CASE("searches go on while a writer commits") {
  TestIndex index(many(20));
  std::atomic<bool> writing{true};
  std::jthread writer([&] {
    for (int batch = 0; batch < 60; ++batch) index.add(many(5, "batch" + std::to_string(batch) + "-"));
    writing = false;
  });
  Searcher searcher(index.root());
  SearchRequest request;
  request.text = "الهدنة";
  std::uint64_t last = 0;
  while (writing) {
    const ResultPage page = searcher.search(request);
    CHECK(page.total >= last);
    CHECK((page.total - 20) % 5 == 0);
    CHECK(page.hits.size() == 10);
    last = page.total;
  }
  writer.join();
  CHECK(searcher.search(request).total == 320);
}
