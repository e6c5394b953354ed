#include "searcher/match/search_run.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "searcher/highlight/filter_reasons.h"
#include "searcher/match/facet_labels.h"
#include "searcher/match/speller.h"
#include "searcher/match/unknown_values.h"
#include "searcher/query/deadline.h"
#include "searcher/query/near_spellings.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

/// Below that many matches a better spelling is looked for.
constexpr std::uint64_t kFewMatches = 3;

/// Several selections of one facet are alternatives; dates are bounds and stay as they are.
std::vector<Filter> merged(const std::vector<Filter>& filters) {
  std::vector<Filter> result;
  for (const Filter& filter : filters) {
    if (filter.values.empty()) continue;
    const auto same = std::ranges::find_if(result, [&](const Filter& other) {
      return !filter.negated && !other.negated && filter.field == other.field && filter.field != Field::kDate;
    });
    if (same == result.end()) {
      result.push_back(filter);
    } else {
      same->values.insert(same->values.end(), filter.values.begin(), filter.values.end());
    }
  }
  return result;
}

/// The words to look for in the best matches, in the order of the query. The words of a quotation may be
/// targets of their own too; of word~ none, so that letters in common never lift a near spelling above the
/// word.
std::vector<TargetWord> words_of(const std::vector<MatchTarget>& targets) {
  std::vector<TargetWord> words;
  for (const MatchTarget& target : targets) {
    const auto is_part = [&](const MatchTarget& other) {
      return other.kind == TargetKind::kWord && other.query_range == target.query_range;
    };
    const auto is_near = [&](const MatchTarget& other) {
      return other.kind == TargetKind::kNear && other.query_range == target.query_range;
    };
    if (std::ranges::any_of(targets, is_near)) continue;
    const bool again = target.kind == TargetKind::kPhrase && std::ranges::any_of(targets, is_part);
    if (again || (target.kind != TargetKind::kWord && target.kind != TargetKind::kPhrase)) continue;
    words.insert(words.end(), target.words.begin(), target.words.end());
  }
  return words;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

SearchRun::SearchRun(const SearchRequest& request, const IndexView& view,
                     std::chrono::steady_clock::time_point start)
    : view_(view),
      context_{view.database,
               view.knowledge.taxonomy,
               view.knowledge.analyzer,
               view.knowledge.gazetteer,
               start + query_caps::kDeadline,
               view.memory ? &view.memory->words : &own_words_,
               view.memory ? &view.memory->verified : nullptr,
               &view.knowledge.rounds},
      start_(start) {
  page_.request = request;
  page_.index_articles = view.database.get_doccount();
  page_.index_generation = view.generation;
  page_.index_revision = view.revision;
}

void SearchRun::cap_request() {
  SearchRequest& request = page_.request;
  const auto deepest = static_cast<std::uint32_t>(query_caps::kDeepestHit);
  const bool too_deep = request.offset > deepest || request.limit > deepest - request.offset;
  if (!too_deep) return;
  request.offset = std::min(request.offset, deepest);
  request.limit = std::min(request.limit, deepest - request.offset);
  page_.diagnostics.push_back({"too-many-hits",
                               "only the first 1,000 hits can be listed; narrow the search instead",
                               "لا تُعرض إلا أول 1000 نتيجة، فضيّق البحث", 0, 0});
}

Asked SearchRun::read_request() {
  cap_request();
  ParsedQuery parsed = parse_query(page_.request.text, context_.taxonomy, page_.request.match);
  for (auto& diagnostic : parsed.diagnostics) page_.diagnostics.push_back(std::move(diagnostic));
  if (page_.request.exact) make_exact(parsed.root);
  page_.interpreted = to_text(parsed.root);
  Asked asked;
  asked.filters = merged(page_.request.filters);
  auto filters_of_text = take_filters(parsed.root);
  wants_words_ = (page_.request.needs_words || !is_blank(page_.request.text)) && filters_of_text.empty();
  for (auto& filter : filters_of_text) asked.filters.push_back(std::move(filter));
  for (auto& diagnostic : unknown_values(asked.filters, view_.dictionary, context_.taxonomy))
    page_.diagnostics.push_back(std::move(diagnostic));
  asked.root = std::move(parsed.root);
  asked.mode = page_.request.match;
  return asked;
}

MatchPlan SearchRun::plan(const Asked& asked) {
  BuiltQuery built = build_query(asked.root, asked.mode, context_);
  for (auto& diagnostic : built.diagnostics) {
    const auto told = [&](const Diagnostic& other) {
      return other.code == diagnostic.code && other.begin == diagnostic.begin && other.end == diagnostic.end;
    };
    if (std::ranges::none_of(page_.diagnostics, told)) page_.diagnostics.push_back(std::move(diagnostic));
  }
  targets_ = std::move(built.targets);
  const SearchRequest& request = page_.request;
  nothing_searched_ = wants_words_ && !built.asks;
  if (nothing_searched_ && !shows_without_words(asked)) built.query = MatchQuery::nothing();
  return {std::move(built.query), built.ranked,   asked.filters,    request.sort,         request.offset,
          request.limit,          request.facets, request.collapse, request.count_groups, words_of(targets_)};
}

std::uint32_t SearchRun::count(const Asked& asked, std::uint32_t enough, const QueryContext& context) const {
  if (std::chrono::steady_clock::now() > context.deadline) throw DeadlineExceeded();
  const BuiltQuery built = build_query(asked.root, asked.mode, context);
  return count_matches(built.query, asked.filters, view_, enough, context.deadline);
}

RelaxerProbes SearchRun::probes(const QueryContext& context) const {
  return {
      [this, &context](const Asked& asked, std::uint32_t enough) { return count(asked, enough, context); },
      [&context](const std::string& word) -> std::optional<std::string> {
        if (std::chrono::steady_clock::now() > context.deadline) throw DeadlineExceeded();
        const auto correction = Speller(context).correct(word);
        if (!correction) return std::nullopt;
        return correction->text;
      },
      [&context](const std::string& word) { return has_weak_spellings(word, context); },
      [&context](const std::string& word) { return begins_words(word, context); }};
}

void SearchRun::relax(Asked& asked) {
  // The rest of the time is for matching what was found.
  QueryContext probing = context_;
  probing.deadline -= query_caps::kDeadline / 3;
  RelaxerResult result = relax_query(asked, probes(probing));
  page_.steps = std::move(result.steps);
  auto& relaxed = result.query;
  if (!relaxed) {
    const bool words = !asked.root.children.empty();
    page_.diagnostics.push_back(
        {"no-match",
         words ? "no article has these words, and none has anything near them"
               : "no article passes these filters",
         words ? "لا ترد هذه الكلمات في أي مقال، ولا ما يقاربها" : "لا مقال يجتاز هذه المرشحات", 0, 0});
    return;
  }
  asked = std::move(relaxed->asked);
  page_.relaxed = std::move(relaxed->relaxation);
  match(asked);
}

void SearchRun::match(const Asked& asked) {
  const MatchPlan matching = plan(asked);
  const MatchResult result = run_match(matching, view_, context_.deadline);
  page_.total = result.total;
  page_.articles = result.articles;
  page_.facets.clear();
  for (const Facet facet : page_.request.facets) {
    const auto counts = result.counts.find(facet);
    page_.facets.push_back(
        facet_counts(facet, counts->second, view_.dictionary, asked.filters, context_.taxonomy));
  }
  page_.hits = read_hits(result.hits, targets_, page_.request, view_);
  if (page_.request.explain)
    for (Hit& hit : page_.hits) hit.filters = explain_filters(hit.article, asked.filters, asked.root);
  if (result.out_of_time) report_deadline();
}

void SearchRun::report_deadline() {
  page_.diagnostics.push_back({"deadline", "the search took too long; these are the matches found until then",
                               "استغرق البحث وقتًا طويلًا، وهذا ما وُجد حتى انقطاعه", 0, 0});
}

/// All articles are the last way to give something, as relaxation is.
bool SearchRun::shows_without_words(const Asked& asked) const {
  return !page_.request.needs_words && (page_.request.relax || !asked.filters.empty());
}

void SearchRun::report_nothing_searched(const Asked& asked) {
  std::string_view shown = "these are all articles";
  std::string_view shown_ar = "وهذه المقالات كلها";
  if (!shows_without_words(asked)) {
    shown = "no article is shown";
    shown_ar = "فلا يُعرض أي مقال";
  } else if (!asked.filters.empty()) {
    shown = "these are the articles of the filters";
    shown_ar = "وهذه مقالات المرشحات";
  }
  page_.diagnostics.push_back({std::string(kNothingSearched),
                               fmt::format("nothing was searched for: the query has no word; {}", shown),
                               fmt::format("لم يُبحث عن شيء: لا كلمة في الاستعلام؛ {}", shown_ar), 0,
                               static_cast<std::uint32_t>(page_.request.text.size())});
}

/// Puts better spellings in the place of words few articles have; kept if the whole query then finds more.
void SearchRun::suggest(const Asked& asked) {
  const std::uint64_t matches = page_.relaxed ? 0 : page_.total;
  Asked better = asked;
  const Speller speller(context_);
  std::vector<std::pair<ByteRange, std::string>> changes;
  for (QueryNode* leaf : wanted_leaves(better.root)) {
    if (leaf->kind != NodeKind::kWord || leaf->form != WordForm::kPlain) continue;
    Asked one;
    one.root.children.push_back(*leaf);
    if (count(one, kFewMatches, context_) >= kFewMatches) continue;
    const auto correction = speller.correct(leaf->text);
    if (!correction) continue;
    ByteRange range = leaf->range;
    if (leaf->title) {
      const auto colon = page_.request.text.find(':', range.begin);
      if (colon < range.end) range.begin = static_cast<std::uint32_t>(colon + 1);
    }
    changes.emplace_back(range, correction->text);
    leaf->text = correction->text;
  }
  if (changes.empty() || count(better, static_cast<std::uint32_t>(matches + 1), context_) <= matches) return;
  std::string text = page_.request.text;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    text.replace(change->first.begin, change->first.end - change->first.begin, change->second);
  page_.suggestion = std::move(text);
}

ResultPage SearchRun::answer() {
  try {
    Asked asked = read_request();
    const Asked as_typed = asked;
    match(asked);
    if (nothing_searched_) report_nothing_searched(asked);
    const bool wants_hits = !nothing_searched_ || shows_without_words(asked);
    if (page_.total == 0 && page_.request.relax && wants_hits) relax(asked);
    if ((page_.relaxed || page_.total < kFewMatches) && wants_hits && !as_typed.root.children.empty())
      suggest(as_typed);
  } catch (const DeadlineExceeded&) {
    report_deadline();
  }
  page_.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  return std::move(page_);
}

}  // namespace mahdar
