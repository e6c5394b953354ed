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
#include "indexer/commands/corrections_file.h"
#include "indexer/commands/knowledge.h"
#include "indexer/commands/rebuild_command.h"
#include "indexer/commands/run_setup.h"
#include "indexer/status/correction_targets.h"
#include "indexer/write/generation.h"
#include "indexer/write/generation_build.h"
#include "indexer/write/incremental_update.h"
#include "indexer/write/index_lock.h"
#include "indexer/write/unread_folders.h"

namespace mahdar {
namespace {

constexpr std::chrono::seconds kFirstBatch{300};  ///< what a kill costs a new index at most

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

/// An update at work: the lock is held.
struct Run {
  const Options& options;
  const IndexLayout& layout;
  const Knowledge& knowledge;
  const Scan& scan;
  RunSummary& summary;
  RunReport& report;
};

void update_in_place(const Run& run, const Xapian::Database& before) {
  const KeptCorrections kept(before);
  const Corrections corrections = load_corrections(run.options.corrections, kept, run.knowledge.taxonomy());
  UpdateRules rules = run.options.rules;
  rules.judge_again = corrections.text() != kept.text;
  if (rules.judge_again) refuse_corrections(correction_clashes(before, corrections));
  run.report.corrections_changed |= rules.judge_again;
  const auto start = std::chrono::steady_clock::now();
  const std::string dictionary = before.get_metadata(std::string(metadata::kFacetDictionary));
  SharedFacets facets(dictionary.empty() ? FacetDictionary() : FacetDictionary::parse(dictionary));
  const ArticlePipeline pipeline(run.knowledge.taxonomy(), run.knowledge.analyzer(), facets, corrections);
  IndexWriter writer(run.layout.generation_dir(run.summary.generation), facets, batch_bounds(run.options));
  IncrementalUpdate update(pipeline, writer, run.report, run.scan, rules, lines_a_block(run.options));
  update.run(thread_count(run.options));
  for (const auto& [key, value] : unread_records(run.scan, writer.database()))
    writer.set_metadata(key, value);
  run.report.articles_total = writer.database().get_doccount();
  run.summary.seconds += seconds_since(start);
  if (!run.report.stopped)
    store_corrections(corrections, [&](std::string_view key, const std::string& value) {
      writer.set_metadata(std::string(key), value);
    });
  writer.set_metadata(std::string(metadata::kLastRun), run.summary.to_json(run.report));
  writer.commit([&] { update.save_open_file(); });
}

/// The first batch of a new index is built in bulk, at two thirds of the price of commits, which then write
/// all that it leaves. A batch that the user bounds is no larger, and standard input cannot be read again
/// after a kill: then all is left.
void make_index(const Run& run) {
  const bool commits_alone = run.options.batch > 0 || run.scan.standard_input;
  const Scan nothing;
  GenerationPlan plan{run.layout, run.knowledge.taxonomy(), run.knowledge.analyzer(),
                      commits_alone ? nothing : run.scan};
  plan.corrections = load_corrections(run.options.corrections, {}, run.knowledge.taxonomy());
  run.report.corrections_changed = !plan.corrections.empty();
  plan.new_corrections = true;
  plan.threads = thread_count(run.options);
  plan.segment_bytes = segment_bytes(run.options);
  plan.keep_partial = true;
  plan.most = kFirstBatch;
  const bool whole = build_generation(std::move(plan), run.summary, run.report);
  if (run.report.stopped || (whole && !commits_alone)) return;
  update_in_place(run, open_generation(run.layout.generation_dir(run.summary.generation)));
  run.report.articles_unchanged = run.report.articles_still_bad = 0;  // met before in this very run
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
  remove_stale_build(layout);
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
  const Scan scan = scan_and_report(options, report, before ? &*before : nullptr);
  RunSummary summary = new_summary("update", scan, options);
  const Run run{options, layout, knowledge, scan, summary, report};
  if (current) {
    summary.generation = *current;
    update_in_place(run, *before);
  } else if (!scan.files.empty() || scan.standard_input) {
    make_index(run);
  }
  print_summary(summary, report, options, console);
  return report.exit_code();
}

}  // namespace mahdar
