#pragma once

#include <string>

#include "analyzers/text/analyzer.h"
#include "indexer/run_report.h"
#include "indexer/run_summary.h"
#include "indexer/scanner.h"
#include "schema/index_layout.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Builds a new generation beside the live one and switches to it; readers of the old one are not disturbed.
/// Until the switch nothing of the old index is touched. The caller holds the lock. Fills in the summary.
/// Throws Xapian::Error, std::system_error, std::filesystem::filesystem_error.
void build_generation(const IndexLayout& layout, const Taxonomy& taxonomy, const Analyzer& analyzer,
                      const Scan& scan, std::size_t threads, RunSummary& summary, RunReport& report);

}  // namespace mahdar
