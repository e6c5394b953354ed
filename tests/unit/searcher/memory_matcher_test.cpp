#include "searcher/match/memory_matcher.h"

#include <chrono>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/field.h"
#include "searcher/match/index_session.h"
#include "searcher/match/xapian_matcher.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/query_parser.h"
#include "test_index.h"

using namespace mahdar;
using test::Sample;
using test::TestIndex;

namespace {

using Random = std::mt19937;

const std::vector<std::string> kWords{
    "كتاب",   "كتب",    "مكتبة", "الكتاب", "هدنة",   "الهدنة",  "وفد",   "الوفود", "وفود",  "مدينة",
    "المدن",  "مدن",    "روسيا", "الروسي", "موسكو",  "تركيا",   "إيران", "سوريا",  "سورية", "أستانا",
    "أستانة", "آستانة", "طويلة", "قصيرة",  "اتفاق",  "اتفاقات", "نار",   "إطلاق",  "وقف",   "جولة",
    "جولات",  "اجتماع", "في",    "على",    "Astana", "Turkey",  "جسر",   "نهر",    "قرية",  "القرى"};

template <typename T>
const T& any_of(const std::vector<T>& values, Random& random) {
  return values[random() % values.size()];
}

std::string words(std::size_t count, Random& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    // Some words are common, others rare.
    const std::size_t place = std::min(random() % kWords.size(), random() % kWords.size());
    text += (i == 0 ? "" : i % 9 == 0 ? ". " : " ") + kWords[place];
  }
  return text;
}

std::vector<Sample> archive(int count, Random& random) {
  const std::vector<std::string> dates{"2017-10-30", "2017-10-31", "2018-01-05", "2019-07", "2020", ""};
  std::vector<Sample> samples;
  for (int i = 0; i < count; ++i) {
    Sample sample{
        "n" + std::to_string(i), words(4, random), words(10 + random() % 60, random), {}, {}, "none", {}, "",
        any_of(dates, random)};
    if (random() % 3 != 0) sample.rounds = {7 + static_cast<int>(random() % 2)};
    if (random() % 2 != 0) sample.countries = {any_of<std::string>({"RU", "TR", "IR"}, random), "SY"};
    if (random() % 4 == 0) sample.copies = "group-" + std::to_string(random() % 20);
    samples.push_back(sample);
  }
  return samples;
}

std::string query_text(Random& random) {
  switch (random() % 10) {
    case 0:
      return '"' + words(2, random) + '"';
    case 1:
      return '"' + words(2, random) + "\" " + words(1, random);
    case 2:
      return words(1, random) + " OR " + words(2, random);
    case 3:
      return words(1, random) + " -" + words(1, random);
    case 4:
      return any_of(kWords, random).substr(0, 4) + "*";
    case 5:
      return "=" + any_of(kWords, random);
    case 6:
      return "title:" + any_of(kWords, random) + " " + words(1, random);
    case 8:
      return "الجولة السابعة " + words(random() % 3, random);
    case 7:
      return any_of(kWords, random) + "~ (" + words(1, random) + " OR \"" + words(2, random) + "\")";
    default:
      return words(1 + random() % 4, random);
  }
}

std::vector<Filter> some_filters(Random& random) {
  const std::vector<Filter> all{{Field::kRound, {"7"}, false},
                                {Field::kRound, {"7", "8"}, false},
                                {Field::kRound, {"unknown"}, true},
                                {Field::kCountry, {"RU"}, false},
                                {Field::kCountry, {"TR"}, true},
                                {Field::kDate, {"2017-10", "2018"}, false},
                                {Field::kDate, {"", "2018-01-05"}, false},
                                {Field::kDate, {"2019", ""}, false},
                                {Field::kDate, {"unknown", "unknown"}, false}};
  std::vector<Filter> filters;
  for (std::size_t i = random() % 3; i > 0; --i) filters.push_back(any_of(all, random));
  return filters;
}

void check_equal(const MatchResult& memory, const MatchResult& xapian) {
  CHECK(!memory.out_of_time);
  CHECK(memory.total == xapian.total);
  CHECK(memory.articles == xapian.articles);
  CHECK(memory.counts == xapian.counts);
  REQUIRE(memory.hits.size() == xapian.hits.size());
  for (std::size_t i = 0; i < memory.hits.size(); ++i) {
    CHECK(memory.hits[i].id == xapian.hits[i].id);
    CHECK(std::abs(memory.hits[i].score - xapian.hits[i].score) < 1e-9);
  }
}

}  // namespace

TEST_CASE("the matcher in memory finds, ranks and counts what Xapian's does") {
  Random random(20171030);
  TestIndex index(archive(400, random));
  for (int i = 0; i < 400; i += 7) index.remove("n" + std::to_string(i));
  IndexSession session{IndexLayout(index.root())};
  session.run([](const IndexView&) { return true; });
  session.run([&](const IndexView& view) {
    REQUIRE(view.memory != nullptr);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
    const QueryContext context{view.database,
                               view.knowledge.taxonomy,
                               view.knowledge.analyzer,
                               view.knowledge.gazetteer,
                               deadline,
                               nullptr,
                               nullptr,
                               &view.knowledge.rounds};
    for (int round = 0; round < 600; ++round) {
      const std::string text = query_text(random);
      const MatchMode mode = random() % 3 == 0 ? MatchMode::kAny : MatchMode::kAll;
      const BuiltQuery built = build_query(parse_query(text, context.taxonomy).root, mode, context);
      MatchPlan plan;
      plan.query = built.query;
      plan.ranked = built.ranked;
      plan.filters = some_filters(random);
      plan.sort = static_cast<SortOrder>(random() % 4);
      plan.collapse = random() % 3 == 0;
      plan.count_groups = plan.collapse && random() % 2 == 0;
      plan.facets = {kAllFacets.begin(), kAllFacets.end()};
      const MatchWindow window{static_cast<std::uint32_t>(random() % 3 * 5), 40};
      CAPTURE(text);
      check_equal(match_in_memory(plan, window, view, deadline),
                  match_by_xapian(plan, window, view, deadline));
      CHECK(count_in_memory(plan.query, plan.filters, view, 1000, deadline) ==
            count_by_xapian(plan.query, plan.filters, view.database, 1000, deadline));
    }
    return true;
  });
}

TEST_CASE("a match in memory that runs out of time is right as far as it got") {
  Random random(7);
  const TestIndex index(archive(400, random));
  IndexSession session{IndexLayout(index.root())};
  session.run([](const IndexView&) { return true; });
  session.run([&](const IndexView& view) {
    const auto now = std::chrono::steady_clock::now();
    MatchPlan plan;
    plan.query = MatchQuery(make_term(prefix::kFolded, "هدنه"));
    plan.ranked = true;
    const MatchResult part = match_in_memory(plan, {0, 400}, view, now - std::chrono::seconds(1));
    const MatchResult whole = match_in_memory(plan, {0, 400}, view, now + std::chrono::hours(1));
    CHECK(part.out_of_time);
    CHECK(part.total > 0);
    CHECK(part.total < whole.total);
    CHECK(part.hits.size() == part.total);
    CHECK(!whole.out_of_time);
    CHECK_THROWS_AS(count_in_memory(MatchQuery(make_term(prefix::kFolded, "كتاب")), {}, view, 1000,
                                    now - std::chrono::seconds(1)),
                    DeadlineExceeded);
    return true;
  });
}
