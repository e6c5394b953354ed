#include "indexer/write/unread_folders.h"

#include <algorithm>
#include <string_view>

#include "indexer/timestamp.h"
#include "indexer/write/failure_record.h"
#include "indexer/write/source_state.h"

namespace mahdar {
namespace {

FailureRecord remembered(const Xapian::Database& database, const Unread& unread) {
  const std::string stored = database.get_metadata(failure_key(unread.path));
  return stored.empty() ? FailureRecord() : FailureRecord::parse(stored);
}

bool lies_in(std::string_view path, std::string_view root) {
  return path == root || (path.starts_with(root) && path.substr(root.size()).starts_with('/'));
}

}  // namespace

bool remembers(const Xapian::Database& database, const Unread& unread) {
  const FailureRecord known = remembered(database, unread);
  return known.unread && !known.errors.empty() && known.errors.front().message == unread.why.message;
}

std::map<std::string, std::string> unread_records(const Scan& scan, const Xapian::Database& database) {
  std::map<std::string, std::string> records;
  for (const FailureRecord& known : load_failures(database)) {
    const auto holds = [&](const ScannedRoot& root) { return lies_in(known.path, root.path); };
    if (known.unread && std::ranges::any_of(scan.roots, holds)) records[failure_key(known.path)] = {};
  }
  for (const Unread& unread : scan.unread) {
    const bool again = remembers(database, unread);
    FailureRecord record;
    record.path = unread.path;
    record.attempts = again ? remembered(database, unread).attempts + 1 : 1;
    record.unread = true;
    record.time = timestamp_now();
    record.add(unread.why);
    records[failure_key(unread.path)] = record.serialize();
  }
  return records;
}

}  // namespace mahdar
