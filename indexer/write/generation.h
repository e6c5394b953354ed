#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "analyzers/text/analyzer.h"
#include "schema/index_layout.h"
#include "schema/index_stamp.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// The stamp of an index that this program writes.
IndexStamp stamp_of(const Taxonomy& taxonomy, const Analyzer& analyzer);

/// Writes stamp and taxonomy into a new generation's metadata.
void write_identity(Xapian::WritableDatabase& database, const IndexStamp& stamp, const Taxonomy& taxonomy);

/// Removes what a build that was killed left behind. The lock must be held.
void remove_stale_build(const IndexLayout& layout);

/// The taxonomy texts kept in an index; none where it keeps none. Throws Xapian::Error, DamagedIndex.
std::vector<Taxonomy::SourceText> stored_taxonomy(const Xapian::Database& database);

/// Opens one generation for reading or writing, as a Glass database and nothing else. Throws Xapian::Error.
Xapian::Database open_generation(const std::filesystem::path& dir);
Xapian::WritableDatabase open_generation_for_writing(const std::filesystem::path& dir);

/// The newest generation older than the live one, where one was kept.
std::optional<std::string> previous_generation(const IndexLayout& layout);

/// Removes unfinished builds and all generations but the live one and the one before it. The caller holds the
/// lock.
void remove_stale_generations(const IndexLayout& layout);

/// Where a generation is built before it becomes one. The caller holds the lock; what an earlier run left is
/// removed.
std::filesystem::path fresh_build_dir(const IndexLayout& layout);

/// Flushes every file in a folder, and the folder, to disk. Throws std::system_error.
void sync_files(const std::filesystem::path& dir);

}  // namespace mahdar
