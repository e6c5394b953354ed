#pragma once

#include <string>

#include <xapian.h>

#include "schema/corrections.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Corrections as an index keeps them, before they are read.
struct KeptCorrections {
  std::string text;
  std::string path;  ///< of the file they came from

  KeptCorrections() = default;

  /// Those of an index. Throws Xapian::Error.
  explicit KeptCorrections(const Xapian::Database& database);
};

/// From the file, --corrections, where given, else those kept. Throws CommandError(kUsage) where they are
/// wrong, not in UTF-8 or cannot be read.
Corrections load_corrections(const std::string& path, const KeptCorrections& kept, const Taxonomy& taxonomy);

}  // namespace mahdar
