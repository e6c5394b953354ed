#pragma once

#include <chrono>
#include <map>
#include <string>

#include "analyzers/text/analyzer.h"
#include "indexer/run_report.h"
#include "indexer/run_summary.h"
#include "indexer/scanner.h"
#include "indexer/write/bulk_build.h"
#include "indexer/write/file_record.h"
#include "schema/corrections.h"
#include "schema/index_layout.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// What a generation is built from and with.
struct GenerationPlan {
  const IndexLayout& layout;
  const Taxonomy& taxonomy;
  const Analyzer& analyzer;
  const Scan& scan;
  Corrections corrections{};
  bool new_corrections = false;  ///< refuse those that cannot be told apart, see correction_clashes()
  std::size_t threads = 1;
  std::map<std::string, FileRecord> known{};  ///< state of the sources in the live generation
  std::size_t segment_bytes = BulkBuild::kSegmentBytes;
  std::uint64_t articles_before = 0;  ///< of the live generation, those that can be read again
  bool allow_mass_delete = false;     ///< switch however many articles fewer there are
  bool keep_partial = false;          ///< where a signal stops it: switch to what there is, or leave it
  std::chrono::seconds most = std::chrono::seconds::max();  ///< begin no files after so long
};

/// Builds a new generation beside the live one, verifies it and switches to it; readers of the old one are
/// not disturbed. Until the switch nothing of the old index is touched. The caller holds the lock. Fills in
/// the summary. False where `most` was too little for all files: the generation holds what was begun, and an
/// update goes on from it. Throws CommandError: kIoError where the new generation is not sound,
/// kSourceMissing where more than a fifth, and over 100, of the articles before are not in it; Xapian::Error,
/// std::system_error, std::filesystem::filesystem_error.
bool build_generation(GenerationPlan plan, RunSummary& summary, RunReport& report);

}  // namespace mahdar
