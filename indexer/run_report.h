#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/exit_code.h"
#include "schema/result.h"

namespace mahdar {

/// What a run did, and where it says so while it runs. Used by one thread.
struct RunReport {
  std::uint64_t files = 0;       ///< found by the scan
  std::uint64_t files_read = 0;  ///< the others were unchanged
  std::uint64_t files_vanished = 0;
  std::uint64_t articles_added = 0;
  std::uint64_t articles_changed = 0;
  std::uint64_t articles_unchanged = 0;  ///< of the files read
  std::uint64_t articles_removed = 0;
  std::uint64_t articles_rejected = 0;
  std::uint64_t text_bytes = 0;      ///< of the articles added and changed
  std::uint64_t articles_total = 0;  ///< in the index afterwards
  std::uint64_t scan_problems = 0;   ///< folders that could not be read
  bool source_missing = false;       ///< a SOURCE was missing or empty

  std::function<void(const InputError&)> on_problem = [](const InputError&) {};
  std::function<void(const RunReport&)> on_progress = [](const RunReport&) {};

  void reject(const InputError& error) {
    ++articles_rejected;
    on_problem(error);
  }

  /// kDone, kSomeRejected or kSourceMissing.
  ExitCode exit_code() const {
    if (source_missing) return ExitCode::kSourceMissing;
    return articles_rejected + scan_problems > 0 ? ExitCode::kSomeRejected : ExitCode::kDone;
  }
};

}  // namespace mahdar
