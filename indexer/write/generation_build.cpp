#include "indexer/write/generation_build.h"

#include <chrono>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/pipeline/article_pipeline.h"
#include "indexer/status/correction_targets.h"
#include "indexer/status/index_check.h"
#include "indexer/write/copy_groups.h"
#include "indexer/write/failed_writer.h"
#include "indexer/write/generation.h"
#include "indexer/write/unread_folders.h"
#include "indexer/write/update_rules.h"

namespace mahdar {
namespace {

namespace fs = std::filesystem;

void complete(const fs::path& dir, const BulkBuild& build, const GenerationPlan& plan,
              const SharedFacets& facets, RunSummary& summary, RunReport& report) {
  Xapian::WritableDatabase database = open_generation_for_writing(dir);
  FailedWriterGuard guard;
  guard.watch(database);
  database.begin_transaction();
  build.finish(database);
  CopyGroups copies;
  copies.put_all(database);
  copies.settle(database);
  store_corrections(plan.corrections, [&](std::string_view key, const std::string& value) {
    database.set_metadata(std::string(key), value);
  });
  for (const auto& [key, value] : unread_records(plan.scan, database)) database.set_metadata(key, value);
  write_identity(database, stamp_of(plan.taxonomy, plan.analyzer), plan.taxonomy);
  database.set_metadata(std::string(metadata::kFacetDictionary), facets.serialize());
  report.articles_total = database.get_doccount();
  database.set_metadata(std::string(metadata::kLastRun), summary.to_json(report));
  database.commit_transaction();
  database.close();
}

/// What complete() added to full blocks has split them: packs them anew.
fs::path compacted(const fs::path& dir) {
  const fs::path packed = dir.parent_path() / "packed";
  open_generation(dir).compact(
      packed.string(), Xapian::DB_BACKEND_GLASS | Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
  fs::remove_all(dir);
  return packed;
}

void verify(const fs::path& dir) {
  CheckReport check;
  check_database_files(dir, check);
  const Xapian::Database database = open_generation(dir);
  check_articles(database, check);
  check_state(database, check);
  if (check.findings.empty()) return;
  throw CommandError(ExitCode::kIoError,
                     fmt::format("the new generation is not sound ({} findings, the first: {}); the index "
                                 "stays as it was. Check the disk, then run the same command again",
                                 check.findings.size(), check.findings.front()));
}

/// A disk that is not mounted, or a source not named, must not cost an archive its articles.
void refuse_mass_loss(const GenerationPlan& plan, const RunReport& report) {
  const std::uint64_t now = report.articles_total;
  const std::uint64_t lost = plan.articles_before > now ? plan.articles_before - now : 0;
  if (plan.allow_mass_delete || !is_mass_delete(lost, plan.articles_before)) return;
  throw CommandError(
      ExitCode::kSourceMissing,
      fmt::format("the sources given hold {} articles, the index {}: the index stays as it was. "
                  "Check whether all its sources are named and complete (mahdar-index status lists "
                  "them), or give --allow-mass-delete",
                  now, plan.articles_before));
}

bool build_and_switch(GenerationPlan& plan, const fs::path& build_dir, RunSummary& summary,
                      RunReport& report) {
  const auto start = std::chrono::steady_clock::now();
  SharedFacets facets;
  const ArticlePipeline pipeline(plan.taxonomy, plan.analyzer, facets, plan.corrections);
  BulkBuild build(pipeline, report, build_dir, std::move(plan.known), plan.segment_bytes);
  fs::path built = build.run(plan.scan, plan.threads, plan.most);
  if (report.stopped && !plan.keep_partial) {
    fs::remove_all(build_dir);
    return true;
  }
  summary.generation = plan.layout.next_generation();
  summary.seconds = seconds_since(start);
  complete(built, build, plan, facets, summary, report);
  refuse_mass_loss(plan, report);
  if (plan.new_corrections) refuse_corrections(correction_clashes(open_generation(built), plan.corrections));
  built = compacted(built);
  sync_files(built);
  verify(built);
  fs::rename(built, plan.layout.generation_dir(summary.generation));
  sync_directory(plan.layout.root());
  plan.layout.switch_to(summary.generation);
  remove_stale_generations(plan.layout);
  summary.seconds = seconds_since(start);
  return !build.partial();
}

}  // namespace

bool build_generation(GenerationPlan plan, RunSummary& summary, RunReport& report) {
  const fs::path build_dir = fresh_build_dir(plan.layout);
  std::error_code ignored;
  try {
    return build_and_switch(plan, build_dir, summary, report);
  } catch (const Xapian::DatabaseError& e) {
    fs::remove_all(build_dir, ignored);  // a full disk needs the room
    throw CommandError(
        ExitCode::kIoError,
        fmt::format("building the new generation failed: {}; the index stays as it was. Make room "
                    "or mend the disk, then run the same command again",
                    e.get_description()));
  } catch (...) {
    fs::remove_all(build_dir, ignored);
    throw;
  }
}

}  // namespace mahdar
