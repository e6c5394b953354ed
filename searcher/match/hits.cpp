#include "schema/field.h"
#include "schema/stored_article.h"
#include "searcher/highlight/explanation.h"
#include "searcher/highlight/highlighter.h"
#include "searcher/highlight/snippet.h"
#include "searcher/match/search_run.h"
#include "searcher/query/deadline.h"
#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

ExplanationContext explaining(const Knowledge& knowledge) {
  return {knowledge.taxonomy, knowledge.analyzer, knowledge.gazetteer};
}

/// The query as far as relaxation may have gone that led to an article: any word in any form, anywhere.
QueryNode loosened(QueryNode query) {
  for (const WordForm form : {WordForm::kExact, WordForm::kFolded, WordForm::kStem})
    change_form(query, form, WordForm::kPlain);
  open_phrases(query);
  open_titles(query);
  return query;
}

}  // namespace

std::vector<Hit> read_hits(const std::vector<ScoredArticle>& articles,
                           const std::vector<MatchTarget>& targets, const SearchRequest& request,
                           const IndexView& view) {
  std::vector<Hit> hits;
  hits.reserve(articles.size());
  for (const ScoredArticle& found : articles) {
    const Xapian::Document document = view.database.get_document(found.id, Xapian::DOC_ASSUME_VALID);
    const std::string data = document.get_data();
    Hit& hit = hits.emplace_back();
    hit.score = found.score;
    if (const std::string group = document.get_value(slot::kCopies); !group.empty())
      hit.duplicates = view.database.get_termfreq(make_term(prefix::kCopies, group)) - 1;
    hit.article = request.explain ? decode_article(data) : decode_article_head(data);
    if (request.snippet_graphemes == 0 && !request.explain) continue;
    const TokenStream tokens = view.knowledge.analyzer.analyze(hit.article.text);
    const auto marks = find_marks(tokens, hit.article.title_end, targets, view.knowledge.gazetteer);
    if (request.snippet_graphemes > 0) {
      Snippet snippet = make_snippet(hit.article.text, hit.article.title_end, tokens, marks, targets,
                                     request.snippet_graphemes);
      hit.snippet = std::move(snippet.text);
      hit.highlights = std::move(snippet.highlights);
    }
    if (request.explain)
      hit.explanation = explain_marks(hit.article, tokens, marks, targets, explaining(view.knowledge));
  }
  return hits;
}

std::vector<MatchReason> matches_in(const Article& article, const QueryNode& query, const IndexView& view,
                                    std::chrono::steady_clock::time_point deadline) {
  try {
    const QueryContext context{view.database, view.knowledge.taxonomy, view.knowledge.analyzer,
                               view.knowledge.gazetteer, deadline};
    BuiltQuery built = build_query(query, MatchMode::kAll, context);
    const TokenStream tokens = view.knowledge.analyzer.analyze(article.text);
    auto marks = find_marks(tokens, article.title_end, built.targets, view.knowledge.gazetteer);
    if (marks.empty()) {
      built = build_query(loosened(query), MatchMode::kAny, context);
      marks = find_marks(tokens, article.title_end, built.targets, view.knowledge.gazetteer);
    }
    return explain_marks(article, tokens, marks, built.targets, explaining(view.knowledge));
  } catch (const DeadlineExceeded&) {
    return {};
  }
}

}  // namespace mahdar
