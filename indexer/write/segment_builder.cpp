#include "indexer/write/segment_builder.h"

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/write/stem_families.h"

namespace mahdar {
namespace {

// Xapian keeps pending postings in trees: small batches stay in the cache, and compaction mends what they
// leave.
constexpr std::size_t kCommitEvery = 100;

/// Nothing is durable before the generation is switched to, so nothing is synced here.
constexpr int kFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

/// Keeps a writer whose write failed from being destroyed: Xapian 1.4 would try the write again in the
/// destructor, fail, and end the program. Nothing of it is used any more, and the run is about to end.
void abandon(const Xapian::WritableDatabase& database) {
  static std::mutex guard;
  static auto* const abandoned = new std::vector<Xapian::WritableDatabase>;
  const std::lock_guard lock(guard);
  abandoned->push_back(database);
}

void fill(std::optional<Xapian::WritableDatabase>& database, const ArticlePipeline& pipeline,
          const Segment& segment, BuiltSegment& built) {
  StemFamilies families;
  std::size_t pending = 0;
  for (const ReadTask& task : segment.tasks) {
    ReadOutcome outcome = pipeline.run(task);
    for (BuiltArticle& article : outcome.articles) {
      if (!database) database.emplace(segment.dir.string(), kFlags);
      database->add_document(*article.document);
      families.add(*article.document);
      article.document.reset();
      if (++pending % kCommitEvery == 0) database->commit();
    }
    built.outcomes.push_back(std::move(outcome));
  }
  if (!database) return;
  families.write(*database);
  database->commit();
  database->close();
  built.dir = segment.dir;
}

BuiltSegment build(const ArticlePipeline& pipeline, const Segment& segment) {
  BuiltSegment built;
  std::optional<Xapian::WritableDatabase> database;
  try {
    fill(database, pipeline, segment, built);
  } catch (...) {
    if (database) abandon(*database);
    throw;
  }
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
