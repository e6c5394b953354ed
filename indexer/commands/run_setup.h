#pragma once

#include <string>
#include <vector>

#include "indexer/commands/console.h"
#include "indexer/commands/options.h"
#include "indexer/run_report.h"
#include "indexer/run_summary.h"
#include "indexer/scanner.h"
#include "indexer/write/index_lock.h"
#include "indexer/write/index_writer.h"

namespace mahdar {

/// What `update` and `rebuild` have in common. Makes the index's folder; throws CommandError where that
/// fails.
void make_index_folder(const Options& options);

/// Throws CommandError(kCannotCreate) where the index's folder holds other files and no index: an index among
/// them would be taken for theirs. What an earlier run left half built is no other file.
void refuse_folder_of_others(const Options& options);

/// Scans the sources and reports what is wrong with them; of folders that cannot be read only what `before`
/// does not remember (null: no index), unless failures are to be tried again.
Scan scan_and_report(const Options& options, RunReport& report, const Xapian::Database* before = nullptr);

/// A summary with everything but generation and duration.
RunSummary new_summary(std::string command, const Scan& scan, const Options& options);

/// Prints the summary as the options ask: JSON on standard output, a line on standard error, or nothing.
void print_summary(const RunSummary& summary, const RunReport& report, const Options& options,
                   Console& console);

/// How much a batch may hold under --memory and --batch.
BatchBounds batch_bounds(const Options& options);

/// How many lines of JSON Lines are written together at most: a batch ends between them.
std::size_t lines_a_block(const Options& options);

/// How much source a new generation's builder takes at a time, within the memory asked for.
std::size_t segment_bytes(const Options& options);

/// Takes the index's lock, waiting as long as --wait says. Throws CommandError.
IndexLock lock_index(const Options& options);

std::size_t thread_count(const Options& options);

}  // namespace mahdar
