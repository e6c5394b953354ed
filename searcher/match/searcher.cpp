#include "searcher/match/searcher.h"

#include <algorithm>
#include <chrono>

#include "schema/field.h"
#include "schema/stored_article.h"
#include "searcher/highlight/highlighter.h"
#include "searcher/match/completer.h"
#include "searcher/match/index_session.h"
#include "searcher/match/search_run.h"
#include "searcher/match/similar.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/query_parser.h"

namespace mahdar {
namespace {

using Clock = std::chrono::steady_clock;

/// The document of an article's id; 0 where there is none.
Xapian::docid find_document(const std::string& id, const Xapian::Database& database) {
  if (id.empty()) return 0;
  const std::string term = make_term(prefix::kId, id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

}  // namespace

struct Searcher::Session : IndexSession {
  using IndexSession::IndexSession;
};

Searcher::Searcher(const std::filesystem::path& index_root, std::shared_ptr<IndexMemory> memory)
    : session_(std::make_unique<Session>(IndexLayout(index_root),
                                         memory ? std::move(memory) : std::make_shared<IndexMemory>())) {}

Searcher::~Searcher() = default;

ResultPage Searcher::search(const SearchRequest& request) {
  const auto start = Clock::now();
  return session_->run([&](const IndexView& view) { return SearchRun(request, view, start).answer(); });
}

std::optional<Article> Searcher::article(const std::string& id) {
  return session_->run([&](const IndexView& view) -> std::optional<Article> {
    const Xapian::docid document = find_document(id, view.database);
    if (document == 0) return std::nullopt;
    return decode_article(view.database.get_document(document).get_data());
  });
}

std::vector<ArticleCopy> Searcher::copies(const std::string& id) {
  return session_->run([&](const IndexView& view) {
    std::vector<ArticleCopy> copies;
    const Xapian::docid document = find_document(id, view.database);
    if (document == 0) return copies;
    const std::string group = view.database.get_document(document).get_value(slot::kCopies);
    if (group.empty()) return copies;
    const std::string term = make_term(prefix::kCopies, group);
    for (auto at = view.database.postlist_begin(term); at != view.database.postlist_end(term); ++at) {
      const Article article = decode_article_head(view.database.get_document(*at).get_data());
      copies.push_back({article.id, article.shown_title(), article.source.id, article.date.published});
    }
    // A copy without a date cannot be called the first.
    std::ranges::stable_sort(copies, [](const ArticleCopy& a, const ArticleCopy& b) {
      if (a.date.empty() != b.date.empty()) return b.date.empty();
      return a.date != b.date ? a.date < b.date : a.id < b.id;
    });
    return copies;
  });
}

std::optional<ArticleView> Searcher::view(const std::string& id, const std::string& text) {
  const auto deadline = Clock::now() + query_caps::kDeadline;
  return session_->run([&](const IndexView& view) -> std::optional<ArticleView> {
    const Xapian::docid document = find_document(id, view.database);
    if (document == 0) return std::nullopt;
    ArticleView result{decode_article(view.database.get_document(document).get_data()), {}};
    const ParsedQuery parsed = parse_query(text, view.knowledge.taxonomy);
    if (parsed.empty()) return result;
    result.matches = matches_in(result.article, parsed.root, view, deadline);
    return result;
  });
}

std::vector<Completion> Searcher::complete(const std::string& text, std::size_t limit) {
  return session_->run([&](const IndexView& view) { return completions(text, limit, view); });
}

IndexState Searcher::state() {
  return session_->run([](const IndexView& view) {
    return IndexState{view.generation, view.revision, view.database.get_doccount()};
  });
}

std::optional<ResultPage> Searcher::similar(const std::string& id, std::uint32_t limit) {
  const auto start = Clock::now();
  return session_->run([&](const IndexView& view) -> std::optional<ResultPage> {
    const Xapian::docid document = find_document(id, view.database);
    if (document == 0) return std::nullopt;
    ResultPage page;
    page.request.limit = std::min<std::uint32_t>(limit, query_caps::kDeepestHit);
    page.request.facets.clear();
    MatchPlan plan;
    plan.query = similar_query(document, view);
    plan.ranked = true;
    plan.limit = page.request.limit;
    const MatchResult result = run_match(plan, view, start + query_caps::kDeadline);
    page.total = page.articles = result.total;
    page.index_articles = view.database.get_doccount();
    page.index_generation = view.generation;
    page.index_revision = view.revision;
    page.hits = read_hits(result.hits, {}, page.request, view);
    page.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    return page;
  });
}

const Taxonomy& Searcher::taxonomy() const {
  return session_->knowledge().taxonomy;
}

}  // namespace mahdar
