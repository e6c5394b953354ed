#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/corrections_file.h"
#include "indexer/commands/knowledge.h"
#include "indexer/commands/run_setup.h"
#include "indexer/write/generation.h"
#include "indexer/write/generation_build.h"
#include "indexer/write/index_lock.h"
#include "indexer/write/source_roots.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"
#include "schema/index_stamp.h"

namespace mahdar {
namespace {

/// The sources of the live generation, for a rebuild that names none.
std::vector<std::string> known_sources(const Xapian::Database& database) {
  std::set<std::string> roots;
  for (const auto& [path, record] : load_file_records(database)) roots.insert(record.root);
  return {roots.begin(), roots.end()};
}

/// What came from standard input lies nowhere else: a new generation is made without it. How many that are.
Xapian::doccount warn_of_standard_input(const Xapian::Database& database, const Options& options,
                                        Console& console) {
  const Xapian::doccount lost = database.get_termfreq(make_term(prefix::kFile, file_key("-")));
  const bool given_again = std::ranges::find(options.sources, "-") != options.sources.end();
  if (lost > 0 && !given_again)
    console.note(
        fmt::format("{} articles came from standard input and are not in the new generation; add them again "
                    "with: mahdar-index update --db {} -",
                    lost, options.db.string()));
  return lost;
}

/// What a rebuild takes over from the live generation.
struct Learnt {
  KeptCorrections corrections;
  std::vector<Taxonomy::SourceText> taxonomy;
  std::map<std::string, FileRecord> records;
  std::uint64_t articles = 0;  ///< that the sources hold
};

/// The taxonomy of the live generation, the state of its sources, and these themselves where none are given.
/// Damage must not stand in the way of its own repair: with sources given, a generation that cannot be read
/// is only reported.
Learnt learn_from_live(const IndexLayout& layout, Options& options, Console& console) {
  std::string damage;
  try {
    const std::optional<std::string> current = layout.current();
    if (!current) return {};
    const Xapian::Database live = open_generation(layout.generation_dir(*current));
    if (options.sources.empty()) options.sources = known_sources(live);
    Learnt learnt;
    learnt.taxonomy = stored_taxonomy(live);
    learnt.corrections = KeptCorrections(live);
    learnt.articles = live.get_doccount() - warn_of_standard_input(live, options, console);
    const std::string stamp = live.get_metadata(std::string(metadata::kStamp));
    // Of another schema the state cannot be read; ids by path are then given anew.
    if (!stamp.empty() && IndexStamp::parse(stamp).schema == kSchemaVersion)
      learnt.records = load_file_records(live);
    return learnt;
  } catch (const Xapian::Error& error) {
    damage = error.get_description();
  } catch (const std::exception& error) {
    damage = error.what();
  }
  const std::string what =
      fmt::format("the live index in {} cannot be read: {}", options.db.string(), damage);
  if (options.sources.empty())
    throw CommandError(ExitCode::kIoError,
                       fmt::format("{}. Name its sources: mahdar-index rebuild --db {} SOURCE...", what,
                                   options.db.string()));
  console.note(what + "; a new one is built from the sources alone");
  return {};
}

/// Articles of files that lie in none of the sources given, by the source they were found in.
std::map<std::string, std::uint64_t> left_out(const Learnt& learnt, const Scan& scan) {
  SourceRoots given;
  for (const ScannedRoot& root : scan.roots) given.add(root.path);
  std::map<std::string, std::uint64_t> articles;
  for (const auto& [path, record] : learnt.records)
    if (record.articles > 0 && given.narrowest(path).empty()) articles[record.root] += record.articles;
  return articles;
}

}  // namespace

ExitCode run_rebuild(const Options& given) {
  Options options = given;
  Console console;
  RunReport report;
  console.listen_to(report);
  make_index_folder(options);
  refuse_folder_of_others(options);
  const IndexLayout layout(options.db);
  const IndexLock lock = lock_index(options);
  Learnt learnt = learn_from_live(layout, options, console);
  if (options.sources.empty())
    throw CommandError(ExitCode::kUsage, "rebuild needs a SOURCE: the index knows none");
  const Scan scan = scan_and_report(options, report);
  if (report.source_missing) {
    console.note("nothing was rebuilt: the index stays as it is");
    return report.exit_code();
  }
  RunSummary summary = new_summary("rebuild", scan, options);
  summary.left_out = left_out(learnt, scan);
  const Knowledge knowledge = load_knowledge(options.taxonomy, learnt.taxonomy);
  GenerationPlan plan{layout, knowledge.taxonomy(), knowledge.analyzer(), scan};
  plan.corrections = load_corrections(options.corrections, learnt.corrections, knowledge.taxonomy());
  report.corrections_changed = plan.corrections.text() != learnt.corrections.text;
  plan.new_corrections = !options.corrections.empty();
  plan.threads = thread_count(options);
  plan.segment_bytes = segment_bytes(options);
  plan.known = std::move(learnt.records);
  plan.articles_before = learnt.articles;
  plan.allow_mass_delete = options.rules.allow_mass_delete;
  build_generation(std::move(plan), summary, report);
  for (const auto& [source, number] : summary.left_out)
    console.note(
        fmt::format("{} was not given: its {} articles are not in the new generation; mahdar-index "
                    "rollback brings the one before back",
                    source, number));
  print_summary(summary, report, options, console);
  return report.exit_code();
}

}  // namespace mahdar
