#include "indexer/write/segment_builder.h"

#include <optional>
#include <utility>

#include <xapian.h>

#include "indexer/write/failed_writer.h"
#include "indexer/write/stem_families.h"

namespace mahdar {
namespace {

// Xapian keeps pending postings in trees: small batches stay in the cache, and compaction mends what they
// leave.
constexpr std::size_t kCommitEvery = 100;

/// Nothing is durable before the generation is switched to, so nothing is synced here.
constexpr int kFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

BuiltSegment build(const ArticlePipeline& pipeline, const Segment& segment) {
  BuiltSegment built;
  std::optional<Xapian::WritableDatabase> database;
  FailedWriterGuard guard;
  StemFamilies families;
  std::size_t pending = 0;
  for (const ReadTask& task : segment.tasks) {
    ReadOutcome outcome = pipeline.run(task);
    for (BuiltArticle& article : outcome.articles) {
      if (!database) guard.watch(database.emplace(segment.dir.string(), kFlags));
      database->add_document(*article.document);
      families.add(*article.document);
      article.document.reset();
      if (++pending % kCommitEvery == 0) database->commit();
    }
    built.outcomes.push_back(std::move(outcome));
  }
  if (!database) return built;
  families.write(*database);
  database->commit();
  database->close();
  built.dir = segment.dir;
  return built;
}

}  // namespace

BuiltSegment build_segment(const ArticlePipeline& pipeline, const Segment& segment) {
  try {
    return build(pipeline, segment);
  } catch (const Xapian::InvalidOperationError&) {
    // A failed write makes Xapian cancel, which DB_DANGEROUS forbids: that error hides the write's own.
    throw Xapian::DatabaseError("cannot write to " + segment.dir.string() + ": is the disk full?");
  }
}

}  // namespace mahdar
