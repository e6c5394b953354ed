#include "searcher/commands/watch.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "schema/checksum.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/state_folder.h"
#include "searcher/commands/watch_memory.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/query_parser.h"
#include "searcher/render/renderer.h"

namespace mahdar {
namespace {

/// What is asked, whichever way it was written: the order of filters and their values, the sort and the
/// format make no difference.
std::string canonical_query(const SearchRequest& request, const Taxonomy& taxonomy) {
  std::vector<std::string> parts;
  for (const Filter& filter : request.filters) {
    auto values = filter.values;
    if (filter.field != Field::kDate) std::sort(values.begin(), values.end());
    parts.push_back(
        fmt::format("{}{}:{}", filter.negated ? "-" : "", row(filter.field).name, fmt::join(values, ",")));
  }
  std::sort(parts.begin(), parts.end());
  if (request.match == MatchMode::kAny) parts.emplace_back("match:any");
  if (request.exact) parts.emplace_back("exact");
  return fmt::format("{} | {}", to_text(parse_query(request.text, taxonomy, request.match).root),
                     fmt::join(parts, " "));
}

bool has(const ResultPage& page, std::string_view code) {
  return std::ranges::find(page.diagnostics, code, &Diagnostic::code) != page.diagnostics.end();
}

bool is_partial(const ResultPage& page) {
  return has(page, "deadline");
}

/// What was not understood of a query is told when it is watched for the first time: each time would wake
/// cron without cause.
void note_once(const ResultPage& page, const RenderOptions& options, const WatchMemory& memory,
               std::ostream& log) {
  if (!memory.is_new()) return;
  for (const Diagnostic& d : page.diagnostics)
    if (d.code != "no-match" && d.code != "deadline")
      report({"", 0, options.english || d.message_ar.empty() ? d.message : d.message_ar, ""}, log);
}

ExitCode watch(Searcher& searcher, const SearchCommandLine& line, const SearchRequest& request,
               WatchMemory& memory, std::ostream& out, std::ostream& log) {
  const IndexState state = searcher.state();
  if (memory.has_state(state.generation, state.revision)) return ExitCode::kNoHit;
  ResultPage page = searcher.search(request);
  if (request.filters.empty() && has(page, kNothingSearched)) {
    report({"", 0, "the query has no word to watch for", "give a word or a filter"}, log);
    return ExitCode::kUsage;
  }
  if (page.total > request.limit && !is_partial(page))
    report({"", 0, fmt::format("{} articles match, {} are watched", page.total, request.limit),
            "narrow the query by a filter"},
           log);
  std::erase_if(page.hits, [&](const Hit& hit) { return memory.has_seen(hit.article); });
  page.total = page.hits.size();
  const bool page_tells = line.format == OutputFormat::kText || line.format == OutputFormat::kJson;
  if (page.hits.empty() || !page_tells) note_once(page, line.render, memory, log);
  if (!page.hits.empty()) {
    RenderOptions options = line.render;
    options.taxonomy = &searcher.taxonomy();
    render(page, line.format, options, out);
    out.flush();
    if (!out) return ExitCode::kIoError;
  }
  for (const Hit& hit : page.hits) memory.add(hit.article);
  // What time ran out for is looked for again, even in an index that stays as it is.
  if (!is_partial(page)) memory.set_state(page.index_generation, page.index_revision);
  memory.save();
  return page.hits.empty() ? ExitCode::kNoHit : ExitCode::kDone;
}

}  // namespace

ExitCode run_watch(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log) {
  auto request = complete_request(line, searcher.taxonomy());
  if (!request) {
    report(request.error(), log);
    return ExitCode::kUsage;
  }
  request->limit = static_cast<std::uint32_t>(query_caps::kDeepestHit);
  request->relax = false;
  request->facets.clear();
  if (request->sort == SortOrder::kRelevance) request->sort = SortOrder::kNewest;
  const std::filesystem::path folder = state_folder();
  if (folder.empty()) {
    report({"", 0, "there is no folder to remember in what was shown",
            "set XDG_STATE_HOME to one that can be written"},
           log);
    return ExitCode::kCannotCreate;
  }
  const std::string index = std::filesystem::weakly_canonical(line.db).string();
  const std::string query = canonical_query(*request, searcher.taxonomy());
  try {
    const auto file = folder / fmt::format("watch-{}.json", checksum_hex(index + '\n' + query));
    WatchMemory memory(file, index, query);
    return watch(searcher, line, *request, memory, out, log);
  } catch (const IndexError&) {
    throw;
  } catch (const std::runtime_error& error) {
    report({"", 0, error.what(), ""}, log);
    return ExitCode::kIoError;
  }
}

}  // namespace mahdar
