#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "analyzers/about/gazetteer.h"
#include "analyzers/about/round_reader.h"
#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// The taxonomy an index was made with and what reads queries by it. Immutable.
struct Knowledge {
  explicit Knowledge(const Taxonomy& bundled);
  explicit Knowledge(std::unique_ptr<const Taxonomy> own);

  std::unique_ptr<const Taxonomy> owned;  ///< null where the program's own taxonomy is used
  const Taxonomy& taxonomy;
  Analyzer analyzer;
  Gazetteer gazetteer;
  RoundReader rounds;
};

/// The taxonomy kept in an index's metadata, or the program's own where the index keeps none or the same.
/// Throws std::runtime_error where it is damaged.
std::unique_ptr<const Knowledge> load_knowledge(const Xapian::Database& database,
                                                const std::string& taxonomy_hash);

}  // namespace mahdar
