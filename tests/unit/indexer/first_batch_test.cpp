#include <chrono>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "indexer/status/index_digest.h"
#include "indexer/write/generation.h"
#include "indexer/write/generation_build.h"
#include "indexer/write/incremental_update.h"
#include "indexer/write/index_writer.h"
#include "schema/field.h"
#include "tests/unit/indexer/scratch_folder.h"

using namespace mahdar;
using mahdar::tests::ScratchFolder;

namespace {

/// Long lines, of which a few make a block, and two small files after them.
void write_source(const ScratchFolder& folder) {
  std::string lines;
  for (int i = 0; i < 150; ++i) {
    std::string text;
    while (text.size() < 12000) text += "نص الخبر " + std::to_string(i) + " عن محادثات أستانا. ";
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + text + "\"}\n";
  }
  folder.write("source/a.jsonl", lines);
  folder.write("source/b.txt", "نص أول\n");
  folder.write("source/c.txt", "نص ثان\n");
}

struct Built {
  bool whole = false;
  std::uint64_t articles = 0;
  std::string generation;
};

Built build(const IndexLayout& layout, const Analyzer& analyzer, const Scan& scan,
            std::chrono::seconds most) {
  std::filesystem::create_directories(layout.root());
  GenerationPlan plan{layout, Taxonomy::bundled(), analyzer, scan};
  plan.segment_bytes = 1;
  plan.most = most;
  RunSummary summary;
  RunReport report;
  const bool whole = build_generation(std::move(plan), summary, report);
  return {whole, report.articles_total, summary.generation};
}

void go_on(const std::filesystem::path& dir, const Analyzer& analyzer, const Scan& scan) {
  RunReport report;
  SharedFacets facets(
      FacetDictionary::parse(open_generation(dir).get_metadata(std::string(metadata::kFacetDictionary))));
  const Corrections none;
  const ArticlePipeline pipeline(Taxonomy::bundled(), analyzer, facets, none);
  IndexWriter writer(dir, facets);
  IncrementalUpdate update(pipeline, writer, report, scan, {});
  update.run(1);
  writer.commit([&] { update.save_open_file(); });
}

}  // namespace

TEST_CASE("a first build ends its batch in time, and an update goes on from inside the file") {
  const ScratchFolder folder;
  write_source(folder);
  const Analyzer analyzer(Taxonomy::bundled());
  const Scan scan = scan_sources({folder / "source"});

  const IndexLayout whole_layout(folder / "whole");
  const Built whole = build(whole_layout, analyzer, scan, std::chrono::seconds::max());
  CHECK(whole.whole);
  CHECK(whole.articles == 152);

  const IndexLayout part_layout(folder / "part");
  const Built part = build(part_layout, analyzer, scan, std::chrono::seconds(0));
  CHECK_FALSE(part.whole);
  CHECK(part.articles > 0);
  CHECK(part.articles < 150);
  const auto dir = part_layout.generation_dir(part.generation);
  go_on(dir, analyzer, scan);
  CHECK(open_generation(dir).get_doccount() == 152);
  CHECK(index_digest(open_generation(dir)) ==
        index_digest(open_generation(whole_layout.generation_dir(whole.generation))));
}
