#include "indexer/write/generation_build.h"

#include <chrono>
#include <filesystem>

#include "indexer/pipeline/article_pipeline.h"
#include "indexer/write/bulk_build.h"
#include "indexer/write/copy_groups.h"
#include "indexer/write/generation.h"

namespace mahdar {

void build_generation(const IndexLayout& layout, const Taxonomy& taxonomy, const Analyzer& analyzer,
                      const Scan& scan, std::size_t threads, RunSummary& summary, RunReport& report) {
  const auto start = std::chrono::steady_clock::now();
  SharedFacets facets;
  const ArticlePipeline pipeline(taxonomy, analyzer, facets);
  const std::filesystem::path build_dir = fresh_build_dir(layout);
  BulkBuild build(pipeline, report, build_dir);
  const std::filesystem::path built = build.run(scan, threads);
  summary.generation = layout.next_generation();
  {
    Xapian::WritableDatabase database = open_generation_for_writing(built);
    database.begin_transaction();
    build.finish(database);
    CopyGroups copies;
    copies.load(database);
    copies.touch_all();
    copies.settle(database);
    write_identity(database, stamp_of(taxonomy, analyzer), taxonomy);
    database.set_metadata(std::string(metadata::kFacetDictionary), facets.serialize());
    report.articles_total = database.get_doccount();
    summary.seconds += seconds_since(start);
    database.set_metadata(std::string(metadata::kLastRun), summary.to_json(report));
    database.commit_transaction();
    database.close();
  }
  sync_files(built);
  std::filesystem::rename(built, layout.generation_dir(summary.generation));
  sync_directory(layout.root());
  layout.switch_to(summary.generation);
  remove_stale_generations(layout);
}

}  // namespace mahdar
