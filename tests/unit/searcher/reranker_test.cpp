#include "searcher/match/reranker.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/match/searcher.h"
#include "test_index.h"

using namespace mahdar;
using test::Sample;
using test::TestIndex;

namespace {

Sample sample(const std::string& id, const std::string& body) {
  return {id, "خبر", body, {}, {}, "none", {}, "", ""};
}

std::vector<std::string> ranked(const TestIndex& index, const std::string& text, MatchMode mode,
                                std::uint32_t offset = 0, std::uint32_t limit = 10) {
  SearchRequest request;
  request.text = text;
  request.match = mode;
  request.relax = false;
  request.offset = offset;
  request.limit = limit;
  std::vector<std::string> ids;
  Searcher searcher(index.root());
  const ResultPage page = searcher.search(request);
  for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
  for (std::size_t i = 1; i < page.hits.size(); ++i) CHECK(page.hits[i - 1].score >= page.hits[i].score);
  return ids;
}

}  // namespace

TEST_CASE("the article that has the words in one sentence, side by side, comes first") {
  // The same words and lengths, so that only their places differ; the better one was added last.
  const TestIndex index(
      {sample("apart", "جسر قديم فوق نهر بعيد. قرية هادئة عند سفح طويل. معبر مغلق هناك."),
       sample("together", "قرية هادئة فوق نهر بعيد. جسر قديم معبر مغلق هناك. عند سفح طويل.")});
  CHECK(ranked(index, "جسر معبر", MatchMode::kAll) == std::vector<std::string>{"together", "apart"});
}

TEST_CASE("letters tell where words do not") {
  const TestIndex index({sample("other", "زار القرية وفد من المهندسين صباحا"),
                         sample("glued", "زار القرية حجرالرخام من المهندسين صباحا")});
  CHECK(ranked(index, "القرية الرخام", MatchMode::kAny) == std::vector<std::string>{"glued", "other"});
}

TEST_CASE("where any word suffices, one of its family does, behind the word itself") {
  const TestIndex index({sample("family", "وصف الكاتب المكتبة القديمة"),
                         sample("none", "هطل المطر على الجبل"),
                         sample("word", "وصف الشاعر كتبة القصر القديم")});
  const auto any = ranked(index, "كتبة", MatchMode::kAny);
  REQUIRE(!any.empty());
  CHECK(any.front() == "word");
  CHECK(std::ranges::find(any, "none") == any.end());
}

TEST_CASE("among other words of which any suffices, the words of a quotation count one by one") {
  const TestIndex index(
      {sample("words", "القمح الجديد وصل ثم وصلت سفينة"), sample("none", "هطل المطر على الجبل")});
  CHECK(ranked(index, "ميناء \"سفينة القمح\"", MatchMode::kAny) == std::vector<std::string>{"words"});
  CHECK(ranked(index, "\"سفينة القمح\"", MatchMode::kAny).empty());
}

TEST_CASE("pages follow each other across the depth that is ranked anew") {
  std::vector<Sample> samples;
  for (int i = 0; i < 70; ++i)
    samples.push_back(
        sample("n" + std::to_string(i), "هدنة " + std::string(i % 7 == 0 ? "طويلة في المدينة" : "قصيرة")));
  const TestIndex index(samples);
  const auto whole = ranked(index, "هدنة طويلة", MatchMode::kAny, 0, 70);
  REQUIRE(whole.size() == 70);
  std::vector<std::string> pages;
  for (std::uint32_t offset = 0; offset < 70; offset += 7)
    for (auto& id : ranked(index, "هدنة طويلة", MatchMode::kAny, offset, 7)) pages.push_back(id);
  CHECK(pages == whole);
}
