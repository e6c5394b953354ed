#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

#include "indexer/commands/options.h"

namespace mahdar {

/// The live generation, open for reading.
struct LiveIndex {
  std::string generation;
  std::filesystem::path dir;
  Xapian::Database database;
};

/// Throws CommandError(kSourceMissing) where there is no index, Xapian::Error where it cannot be opened.
LiveIndex open_live_index(const Options& options);

}  // namespace mahdar
