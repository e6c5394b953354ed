#pragma once

#include <map>
#include <string>

#include <xapian.h>

#include "indexer/scanner.h"

namespace mahdar {

/// Whether an earlier run met the folder, or file, that could not be looked at, for the same reason. Throws
/// Xapian::Error, DamagedIndex.
bool remembers(const Xapian::Database& database, const Unread& unread);

/// The metadata that remembers what the scan could not look at, by key: like the failures of files, so that a
/// run tells of it once and `status` always. Empty values forget what can be read now, or is gone. Throws
/// Xapian::Error, DamagedIndex.
std::map<std::string, std::string> unread_records(const Scan& scan, const Xapian::Database& database);

}  // namespace mahdar
