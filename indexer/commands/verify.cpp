#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/live_index.h"
#include "indexer/status/index_check.h"
#include "indexer/status/index_digest.h"
#include "indexer/write/index_lock.h"
#include "schema/index_layout.h"

namespace mahdar {
namespace {

/// Files are checked as they lie on disk, so nobody may write meanwhile; who may only read goes without the
/// lock.
void take_lock(const Options& options, std::optional<IndexLock>& lock) {
  try {
    lock.emplace(IndexLayout(options.db).lock_file());
  } catch (const CommandError& e) {
    if (e.code() == ExitCode::kLocked) throw;
  }
}

void print(const CheckReport& report, const LiveIndex& index, const Options& options) {
  if (options.format == "json") {
    const nlohmann::ordered_json json = {{"sound", report.findings.empty()},
                                         {"generation", index.generation},
                                         {"articles", report.articles},
                                         {"findings", report.findings}};
    fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  for (const std::string& finding : report.findings) fmt::print("{}\n", finding);
  if (report.findings.empty()) {
    fmt::print("{} articles in {}: sound\n", report.articles, index.generation);
  } else {
    fmt::print("{} articles in {}, {} findings. Repair: mahdar-index rebuild --db {} SOURCE...\n",
               report.articles, index.generation, report.findings.size(), options.db.string());
  }
}

}  // namespace

ExitCode run_verify(const Options& options) {
  if (options.digest) {
    fmt::print("{}\n",
               read_live_index(options, [](const LiveIndex& index) { return index_digest(index.database); }));
    return ExitCode::kDone;
  }
  std::optional<IndexLock> lock;
  if (IndexLayout(options.db).current()) take_lock(options, lock);
  const LiveIndex index = open_live_index(options);
  CheckReport report;
  check_database_files(index.dir, report);
  check_articles(index.database, report);
  check_state(index.database, report);
  print(report, index, options);
  return report.findings.empty() ? ExitCode::kDone : ExitCode::kIoError;
}

}  // namespace mahdar
