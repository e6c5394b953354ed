#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include <xapian.h>

namespace mahdar {

/// Collects which stems share a skeleton (analyzers/text/skeleton.h) and writes them into an index's synonym
/// table, skeleton → stems. A query thus reaches a whole family through the postings its stems have anyway:
/// the skeletons need none of their own, only a vocabulary that grows far slower than the text.
class StemFamilies {
 public:
  /// Takes the stems of a document that is being added.
  void add(const Xapian::Document& document);

  /// Writes what was collected since the last call. Throws Xapian::Error.
  void write(Xapian::WritableDatabase& database);

 private:
  std::unordered_set<std::uint64_t> seen_;  ///< hashes of stems already collected
  std::map<std::string, std::set<std::string>> fresh_;
};

}  // namespace mahdar
