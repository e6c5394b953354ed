#include "searcher/query/exact_phrase.h"

#include <chrono>

#include <doctest/doctest.h>

#include "schema/field.h"
#include "searcher/match/index_session.h"
#include "searcher/query/deadline.h"
#include "test_index.h"

using namespace mahdar;
using namespace mahdar::test;

TEST_CASE("reading for exact words goes on where time ran out, and comes to an end") {
  std::vector<Sample> samples;
  for (int i = 0; i < 6; ++i) {
    Sample& sample = samples.emplace_back();
    sample.id = "n" + std::to_string(i);
    sample.title = "عنوان";
    sample.body = i % 2 ? "بدأت جولة جديدة" : "جولة ثم جديدة";
  }
  const TestIndex index(samples);
  IndexSession session{IndexLayout(index.root())};
  session.run([](const IndexView& view) {
    VerifiedArticles kept(1 << 20);
    const QueryContext context{view.database,
                               view.knowledge.taxonomy,
                               view.knowledge.analyzer,
                               view.knowledge.gazetteer,
                               std::chrono::steady_clock::now() - std::chrono::seconds(1),
                               nullptr,
                               &kept};
    const MatchQuery candidates(make_term(prefix::kFolded, "جديده"));
    const std::vector<std::string> words{"جولة", "جديدة"};
    int interrupted = 0;
    for (bool done = false; !done && interrupted < 100;) {
      try {
        const MatchQuery found = verified(candidates, words, &Token::exact, false, context);
        CHECK(*found.articles == std::vector<Xapian::docid>{2, 4, 6});
        done = true;
      } catch (const DeadlineExceeded&) {
        ++interrupted;
      }
    }
    CHECK(interrupted == 5);
    return true;
  });
}
