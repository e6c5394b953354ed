#include "indexer/commands/run_setup.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <thread>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/status/correction_targets.h"
#include "indexer/timestamp.h"
#include "indexer/write/bulk_build.h"
#include "indexer/write/generation.h"
#include "indexer/write/unread_folders.h"
#include "schema/facet.h"
#include "schema/index_layout.h"

namespace mahdar {
namespace {

// Measured over 20,000 articles. The program with its tables and caches takes some 60 MB, what each thread
// has in hand up to 24, and uncommitted text up to ten times its size.
constexpr std::size_t kBaseMegabytes = 64;
constexpr std::size_t kMegabytesInHand = 24;
constexpr std::size_t kTextBytesPerMegabyte = (std::size_t{1} << 20) / 10;
constexpr std::size_t kThreadMegabytes = 10;  // a writer of small commits
constexpr std::size_t kSegmentsAThread = 4;
constexpr std::size_t kFewestTextBytes = std::size_t{256} << 10;

bool is_of_index(const std::string& name) {
  return name == "lock" || name == "building" || name.starts_with("CURRENT") || name.starts_with("gen-") ||
         name == "lost+found";  // of a file system of its own
}

}  // namespace

void make_index_folder(const Options& options) {
  std::error_code error;
  std::filesystem::create_directories(options.db, error);
  if (!error && std::filesystem::is_directory(options.db, error)) return;
  const bool forbidden = error == std::errc::permission_denied ||
                         error == std::errc::operation_not_permitted ||
                         error == std::errc::read_only_file_system;
  throw CommandError(forbidden ? ExitCode::kPermission : ExitCode::kCannotCreate,
                     fmt::format("the index folder {} cannot be made: {}", options.db.string(),
                                 error ? error.message() : "it is no folder"));
}

void refuse_folder_of_others(const Options& options) {
  std::error_code error;
  if (std::filesystem::exists(options.db / "CURRENT", error) || error) return;  // even a damaged one
  std::string other;
  for (const auto& entry : std::filesystem::directory_iterator(options.db)) {
    const std::string name = entry.path().filename().string();
    if (!is_of_index(name) && (other.empty() || name < other)) other = name;
  }
  if (other.empty()) return;
  throw CommandError(ExitCode::kCannotCreate,
                     fmt::format("{} is no index and holds other files ({}): nothing was written. Give the "
                                 "index a folder of its own: --db FOLDER, new or empty",
                                 options.db.string(), other));
}

Scan scan_and_report(const Options& options, RunReport& report, const Xapian::Database* before) {
  Scan scan = scan_sources(options.sources, options.db, options.rules.allow_mass_delete);
  for (const InputError& missing : scan.missing) report.on_problem(missing);
  report.source_missing =
      std::ranges::any_of(scan.roots, [](const ScannedRoot& root) { return !root.present; });
  for (const Unread& unread : scan.unread) {
    if (before != nullptr && !options.rules.retry_failed && remembers(*before, unread)) continue;
    report.on_problem(unread.why);
    ++report.folders_unread;
  }
  return scan;
}

RunSummary new_summary(std::string command, const Scan& scan, const Options& /*options*/) {
  RunSummary summary;
  summary.command = std::move(command);
  summary.started = timestamp_now();
  for (const ScannedRoot& root : scan.roots) summary.sources.push_back(root.path);
  if (scan.standard_input) summary.sources.emplace_back("-");
  return summary;
}

namespace {

/// A line each when corrections are new, and in verbose runs: a mistyped name would otherwise correct nothing
/// in silence, and an ambiguous one what nobody asked for.
void warn_of_corrections(const Options& options, Console& console) {
  const IndexLayout layout(options.db);
  const auto current = layout.current();
  if (!current) return;
  const Xapian::Database database = open_generation(layout.generation_dir(*current));
  const auto corrections = stored_corrections(database);
  if (!corrections) return;
  for (const InputError& clash : correction_clashes(database, *corrections)) console.note(clash.to_string());
  const std::string today = timestamp_now().substr(0, 10);
  for (const Corrections::Row& row : corrections->rows())
    if (row.field == "date" && row.value != kUnknown && row.value > today)
      console.note(fmt::format("{}: the date {} lies in the future", row.place, row.value));
  const auto rows = corrections_without_article(database, *corrections);
  if (rows.empty()) return;
  console.note(fmt::format("{}: \"{}\" is no article of the index{}", rows.front().place,
                           rows.front().article,
                           rows.size() == 1 ? "; its correction waits"
                                            : fmt::format(", nor are those of {} more corrections: see "
                                                          "mahdar-index status",
                                                          rows.size() - 1)));
}

}  // namespace

void print_summary(const RunSummary& summary, const RunReport& report, const Options& options,
                   Console& console) {
  if (options.json) fmt::print("{}\n", summary.to_json(report));
  if (options.verbose || console.on_terminal()) console.note(summary.to_line(report), LogPriority::kInfo);
  const bool tells = options.verbose || console.on_terminal() || report.corrections_changed;
  if (tells && !report.stopped) warn_of_corrections(options, console);
  if (report.stopped)
    console.note(summary.command == "rebuild"
                     ? "stopped by a signal; the index is as it was, the same command begins anew"
                     : "stopped by a signal; what was done is kept, the same command goes on",
                 LogPriority::kNotice);
}

BatchBounds batch_bounds(const Options& options) {
  BatchBounds bounds;
  if (options.batch > 0) bounds.changes = options.batch;
  if (options.memory > 0) {
    const std::size_t taken = kBaseMegabytes + thread_count(options) * kMegabytesInHand;
    const std::size_t free = options.memory > taken ? options.memory - taken : 0;
    bounds.text_bytes =
        std::clamp<std::size_t>(free * kTextBytesPerMegabyte, kFewestTextBytes, bounds.text_bytes * 8);
    bounds.changes = std::min(bounds.changes, std::max<std::size_t>(1, bounds.text_bytes / 1024));
  }
  return bounds;
}

std::size_t lines_a_block(const Options& options) {
  return options.batch > 0 ? options.batch : std::numeric_limits<std::size_t>::max();
}

std::size_t segment_bytes(const Options& options) {
  if (options.memory == 0) return BulkBuild::kSegmentBytes;
  const std::size_t threads = thread_count(options);
  const std::size_t taken = kBaseMegabytes + threads * kThreadMegabytes;
  const std::size_t free = options.memory > taken ? options.memory - taken : 0;
  return std::clamp((free << 20) / (threads * kSegmentsAThread), kFewestTextBytes, BulkBuild::kSegmentBytes);
}

IndexLock lock_index(const Options& options) {
  return IndexLock(IndexLayout(options.db).lock_file(), std::chrono::duration<double>(options.wait));
}

std::size_t thread_count(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace mahdar
