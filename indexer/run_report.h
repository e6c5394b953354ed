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
  std::uint64_t articles_rejected = 0;    ///< reported in this run
  std::uint64_t articles_still_bad = 0;   ///< rejected and reported before
  std::uint64_t articles_duplicate = 0;   ///< whose id and content another place holds: passed over
  std::uint64_t articles_superseded = 0;  ///< of which another place holds a newer version, or now does
  std::uint64_t files_unsettled = 0;      ///< being written while they were read: left for the next run
  std::uint64_t text_bytes = 0;           ///< of the articles added and changed
  std::uint64_t articles_total = 0;       ///< in the index afterwards
  std::uint64_t folders_unread = 0;       ///< and not reported by an earlier run
  bool source_missing = false;            ///< a SOURCE was missing or empty, or most of it was
  bool stopped = false;                   ///< a signal asked for it: the next run goes on
  bool corrections_changed = false;       ///< others than the index kept
  std::uint64_t bytes_to_read = 0;        ///< of the files found that are not known to be unchanged
  std::uint64_t bytes_read = 0;           ///< of these, of the files passed

  std::function<void(const InputError&)> on_problem = [](const InputError&) {};
  std::function<void(const RunReport&)> on_progress = [](const RunReport&) {};

  void reject(const InputError& error, bool reported_before = false) {
    if (reported_before) {
      ++articles_still_bad;
      return;
    }
    ++articles_rejected;
    on_problem(error);
  }

  /// kDone, kSomeRejected, kSourceMissing or, where it was stopped, kLocked.
  ExitCode exit_code() const {
    if (stopped) return ExitCode::kLocked;
    if (source_missing) return ExitCode::kSourceMissing;
    return articles_rejected + folders_unread > 0 ? ExitCode::kSomeRejected : ExitCode::kDone;
  }
};

}  // namespace mahdar
