#pragma once

namespace mahdar {

/// Exit codes of both programs; numbers from 64 on follow sysexits.h.
enum class ExitCode : int {
  kDone = 0,
  kNoHit = 1,           ///< search: the query matched nothing
  kUsage = 64,          ///< wrong options or arguments
  kSomeRejected = 65,   ///< some articles rejected, the rest committed
  kSourceMissing = 66,  ///< a source is missing or suspiciously empty
  kUnavailable = 69,    ///< port taken or shard away
  kBug = 70,            ///< a fault in the program itself
  kCannotCreate = 73,   ///< the index directory cannot be created
  kIoError = 74,        ///< disk or commit failure
  kLocked = 75,         ///< another indexer holds the lock: try again
  kPermission = 77,
  kStaleIndex = 78,  ///< made by another schema, analyzer or taxonomy: rebuild
};

constexpr int to_int(ExitCode code) {
  return static_cast<int>(code);
}

}  // namespace mahdar
