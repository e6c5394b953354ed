#include "searcher/commands/commands.h"

#include <string>

#include <fmt/format.h>

#include "analyzers/text/printable.h"
#include "searcher/render/page_json.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/renderer.h"
#include "searcher/render/text_renderer.h"

namespace mahdar {
namespace {

ExitCode no_such_article(const SearchCommandLine& line, std::ostream& log) {
  report({"", 0, fmt::format("there is no article '{}' in {}", line.id, line.db.string()),
          "ids stand in every hit; mahdar-search --format jsonl gives them for scripts"},
         log);
  return ExitCode::kNoHit;
}

/// The options with the names of the index's own taxonomy.
RenderOptions with_labels(RenderOptions options, const Searcher& searcher) {
  options.taxonomy = &searcher.taxonomy();
  return options;
}

/// What formats without a place for it would keep from the user: what was made of the query, how it was
/// relaxed, or that nothing was found and what was tried.
void note_on_query(const ResultPage& page, OutputFormat format, const RenderOptions& options,
                   std::ostream& log) {
  if (format == OutputFormat::kText || format == OutputFormat::kJson) return;
  const auto note = [&](std::string_view text) {
    log << "mahdar-search: " << options.query_id << (options.query_id.empty() ? "" : ": ") << text << '\n';
  };
  for (const Diagnostic& d : page.diagnostics)
    if (d.code != "no-match" || page.steps.empty())
      note(options.english || d.message_ar.empty() ? d.message : d.message_ar);
  if (const std::string relaxed = relaxation_note(page, options.english); !relaxed.empty()) note(relaxed);
}

}  // namespace

void report(const InputError& error, std::ostream& log) {
  log << "mahdar-search: " << printable(error.to_string()) << '\n';
}

ExitCode run_search(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log) {
  const auto request = complete_request(line, searcher.taxonomy());
  if (!request) {
    report(request.error(), log);
    return ExitCode::kUsage;
  }
  const ResultPage page = searcher.search(*request);
  render(page, line.format, with_labels(line.render, searcher), out);
  note_on_query(page, line.format, line.render, log);
  return page.total == 0 ? ExitCode::kNoHit : ExitCode::kDone;
}

ExitCode run_batch(Searcher& searcher, const SearchCommandLine& line, std::istream& queries,
                   std::ostream& out, std::ostream& log) {
  auto request = complete_request(line, searcher.taxonomy());
  if (!request) {
    report(request.error(), log);
    return ExitCode::kUsage;
  }
  request->needs_words = true;
  ExitCode code = ExitCode::kDone;
  std::size_t number = 0;
  bool header = true;
  for (std::string text; std::getline(queries, text);) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    if (text.empty() || text.front() == '#') continue;
    const std::size_t tab = text.find('\t');
    if (tab == std::string::npos || tab == 0) {
      report(
          {line.queries.string(), number, "no query id and tab before the query", "write: qid, tab, query"},
          log);
      code = ExitCode::kUsage;
      continue;
    }
    request->text = text.substr(tab + 1);
    RenderOptions options = with_labels(line.render, searcher);
    options.query_id = std::string_view(text).substr(0, tab);
    options.csv_header = header;
    const ResultPage page = searcher.search(*request);
    render(page, line.format, options, out);
    note_on_query(page, line.format, options, log);
    header = false;
  }
  return code;
}

ExitCode run_show(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log) {
  const auto article = searcher.article(line.id);
  if (!article) return no_such_article(line, log);
  if (line.format == OutputFormat::kText) {
    render_article(*article, with_labels(line.render, searcher), out);
    render_copies(searcher.copies(line.id), line.id, with_labels(line.render, searcher), out);
  } else if (line.format == OutputFormat::kJson || line.format == OutputFormat::kJsonl) {
    auto json = article_to_json(*article);
    json["copies"] = copies_to_json(searcher.copies(line.id));
    out << dump_json(json) << '\n';
  } else {
    ResultPage page;
    page.hits.push_back(Hit{*article, 0, {}, {}, 0, {}, {}});
    page.total = 1;
    render(page, line.format, with_labels(line.render, searcher), out);
  }
  return ExitCode::kDone;
}

ExitCode run_similar(Searcher& searcher, const SearchCommandLine& line, std::ostream& out,
                     std::ostream& log) {
  const auto page = searcher.similar(line.id, line.request.limit);
  if (!page) return no_such_article(line, log);
  render(*page, line.format, with_labels(line.render, searcher), out);
  return page->total == 0 ? ExitCode::kNoHit : ExitCode::kDone;
}

}  // namespace mahdar
