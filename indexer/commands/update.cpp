#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/knowledge.h"
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

/// Single quotes where a shell needs them.
std::string shell_word(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&;()<>|*?[]#~`!{}") == std::string::npos;
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

std::string rebuild_command(const Options& options, const Xapian::Database& database) {
  std::string command = "mahdar-index rebuild --db " + shell_word(options.db.string());
  if (!options.taxonomy.empty()) command += " --taxonomy " + shell_word(options.taxonomy);
  std::set<std::string> roots(options.sources.begin(), options.sources.end());
  for (const auto& [path, record] : load_file_records(database)) roots.insert(record.root);
  roots.erase("-");
  for (const std::string& root : roots) command += " " + shell_word(root);
  return command;
}

void check_stamp(const Options& options, const Xapian::Database& database, const Knowledge& knowledge) {
  const IndexStamp own = stamp_of(knowledge.taxonomy(), knowledge.analyzer());
  const std::string stored = database.get_metadata(std::string(metadata::kStamp));
  const std::string difference =
      stored.empty() ? "the index has no stamp" : IndexStamp::parse(stored).difference(own);
  if (difference.empty()) return;
  throw CommandError(ExitCode::kStaleIndex, fmt::format("{}: {}. Run: {}", options.db.string(), difference,
                                                        rebuild_command(options, database)));
}

void update_in_place(const Options& options, const std::filesystem::path& dir, const Scan& scan,
                     RunSummary& summary, RunReport& report) {
  const auto start = std::chrono::steady_clock::now();
  const Xapian::Database before = open_generation(dir);
  const Knowledge knowledge = load_knowledge(options.taxonomy, stored_taxonomy(before));
  check_stamp(options, before, knowledge);
  const std::string dictionary = before.get_metadata(std::string(metadata::kFacetDictionary));
  SharedFacets facets(dictionary.empty() ? FacetDictionary() : FacetDictionary::parse(dictionary));
  const ArticlePipeline pipeline(knowledge.taxonomy(), knowledge.analyzer(), facets);
  IndexWriter writer(dir, facets);
  IncrementalUpdate update(pipeline, writer, report);
  update.run(scan, thread_count(options));
  report.articles_total = writer.database().get_doccount();
  summary.seconds = seconds_since(start);
  writer.set_metadata(std::string(metadata::kLastRun), summary.to_json(report));
  writer.commit();
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
  const IndexLock lock(layout.lock_file());
  const Scan scan = scan_and_report(options, report);
  RunSummary summary = new_summary("update", scan, options);
  const std::optional<std::string> current = layout.current();
  if (current) {
    summary.generation = *current;
    update_in_place(options, layout.generation_dir(*current), scan, summary, report);
  } else if (!scan.files.empty() || scan.standard_input) {
    const Knowledge knowledge = load_knowledge(options.taxonomy);
    build_generation(layout, knowledge.taxonomy(), knowledge.analyzer(), scan, thread_count(options), summary,
                     report);
  }
  print_summary(summary, report, options, console);
  return report.exit_code();
}

}  // namespace mahdar
