#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/pipeline/article_pipeline.h"

namespace mahdar {

/// A run of consecutive tasks that one thread turns into one small database.
struct Segment {
  std::filesystem::path dir;  ///< where the database shall be; made only when there is an article
  std::vector<ReadTask> tasks;
  std::size_t bytes = 0;  ///< of source, for bounding it
};

/// What came of it: the outcomes of the tasks, without their documents, in order.
struct BuiltSegment {
  std::filesystem::path dir;  ///< empty: no article
  std::vector<ReadOutcome> outcomes;
};

/// Reads, annotates and writes a segment. Throws Xapian::Error. Thread-safe.
BuiltSegment build_segment(const ArticlePipeline& pipeline, const Segment& segment);

}  // namespace mahdar
