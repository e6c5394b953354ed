#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/knowledge.h"
#include "indexer/commands/rebuild_command.h"
#include "indexer/commands/run_setup.h"
#include "indexer/write/generation.h"
#include "indexer/write/generation_build.h"
#include "indexer/write/incremental_update.h"
#include "indexer/write/index_lock.h"

namespace mahdar {
namespace {

bool any_source_exists(const Options& options) {
  return std::ranges::any_of(options.sources, [](const std::string& source) {
    std::error_code error;
    return source == "-" || std::filesystem::exists(source, error);
  });
}

/// What differs between an index and what this program would write; empty: nothing.
std::string staleness(const Xapian::Database& database, const Knowledge& knowledge) {
  const std::string stored = database.get_metadata(std::string(metadata::kStamp));
  if (stored.empty()) return "the index has no stamp";
  return IndexStamp::parse(stored).difference(stamp_of(knowledge.taxonomy(), knowledge.analyzer()));
}

/// Rebuilds where that was asked for and loses nothing; else throws CommandError(kStaleIndex).
ExitCode rebuild_stale(const Options& options, const Xapian::Database& database, const std::string& why) {
  const bool has_streamed = database.term_exists(file_term(file_key("-")));
  if (!options.rebuild_if_needed || has_streamed)
    throw CommandError(
        ExitCode::kStaleIndex,
        fmt::format("{}: {}. {}Run: {}", options.db.string(), why,
                    has_streamed ? "Articles from standard input have to be given again then. " : "",
                    rebuild_command(options, database)));
  Options rebuild = options;
  rebuild.sources = all_sources(options, database);
  return run_rebuild(rebuild);
}

void update_in_place(const Options& options, const Xapian::Database& before, const Knowledge& knowledge,
                     const std::filesystem::path& dir, RunSummary& summary, RunReport& report,
                     const Scan& scan) {
  const std::string kept = before.get_metadata(std::string(metadata::kCorrections));
  const Corrections corrections = load_corrections(options.corrections, kept, knowledge.taxonomy());
  UpdateRules rules = options.rules;
  rules.judge_again = corrections.text() != kept;
  const auto start = std::chrono::steady_clock::now();
  const std::string dictionary = before.get_metadata(std::string(metadata::kFacetDictionary));
  SharedFacets facets(dictionary.empty() ? FacetDictionary() : FacetDictionary::parse(dictionary));
  const ArticlePipeline pipeline(knowledge.taxonomy(), knowledge.analyzer(), facets, corrections);
  IndexWriter writer(dir, facets, batch_bounds(options));
  IncrementalUpdate update(pipeline, writer, report, scan, rules);
  update.run(thread_count(options));
  report.articles_total = writer.database().get_doccount();
  summary.seconds = seconds_since(start);
  if (!report.stopped) writer.set_metadata(std::string(metadata::kCorrections), corrections.text());
  writer.set_metadata(std::string(metadata::kLastRun), summary.to_json(report));
  writer.commit([&] { update.save_open_file(); });
}

}  // namespace

ExitCode run_update(const Options& options) {
  Console console;
  RunReport report;
  console.listen_to(report);
  const IndexLayout layout(options.db);
  if (any_source_exists(options)) make_index_folder(options);
  std::error_code error;
  if (!std::filesystem::exists(options.db, error)) {
    scan_and_report(options, report);
    return report.exit_code();
  }
  refuse_folder_of_others(options);
  std::optional<IndexLock> lock;
  lock.emplace(layout.lock_file(), std::chrono::duration<double>(options.wait));
  const std::optional<std::string> current = layout.current();
  std::optional<Xapian::Database> before;
  if (current) before.emplace(open_generation(layout.generation_dir(*current)));
  const Knowledge knowledge = load_knowledge(
      options.taxonomy, before ? stored_taxonomy(*before) : std::vector<Taxonomy::SourceText>());
  if (before)
    if (const std::string why = staleness(*before, knowledge); !why.empty()) {
      lock.reset();
      return rebuild_stale(options, *before, why);
    }
  const Scan scan = scan_and_report(options, report);
  RunSummary summary = new_summary("update", scan, options);
  if (current) {
    summary.generation = *current;
    update_in_place(options, *before, knowledge, layout.generation_dir(*current), summary, report, scan);
  } else if (!scan.files.empty() || scan.standard_input) {
    GenerationPlan plan{layout, knowledge.taxonomy(), knowledge.analyzer(), scan};
    plan.corrections = load_corrections(options.corrections, "", knowledge.taxonomy());
    plan.threads = thread_count(options);
    plan.segment_bytes = segment_bytes(options);
    plan.keep_partial = true;
    build_generation(std::move(plan), summary, report);
  }
  print_summary(summary, report, options, console);
  return report.exit_code();
}

}  // namespace mahdar
