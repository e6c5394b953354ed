#pragma once

#include <chrono>
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

/// What `read` makes of the live generation, without the lock: where commits overtake the reading it begins
/// anew, for up to 20 seconds. Throws what open_live_index() and `read` throw.
template <typename Read>
auto read_live_index(const Options& options, Read&& read) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  for (;;) {
    try {
      return read(open_live_index(options));
    } catch (const Xapian::DatabaseModifiedError&) {
      if (std::chrono::steady_clock::now() > deadline) throw;
    }
  }
}

}  // namespace mahdar
