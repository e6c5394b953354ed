#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "analyzers/about/copy_sketch.h"

namespace mahdar {

/// Keeps the groups of near-duplicates of an index right while articles come, change and go. A group is what
/// hangs together by pairs of copies, so it does not depend on the order in which articles came. Its id is
/// the least hash of its articles' ids; only articles with copies have one.
///
/// The sketches of all articles are held in memory, 132 bytes each, from the first change on. Settling
/// compares the touched articles, and those whose group lost one, with all that share a band with them: one
/// walk over the sketches.
class CopyGroups {
 public:
  /// Reads what the index holds; to be called before the first change. Throws Xapian::Error.
  void load(const Xapian::Database& database);
  bool is_loaded() const { return loaded_; }

  /// An article that came or changed; its document has no group yet.
  void put(Xapian::docid document, const CopySketch& sketch);
  void remove(Xapian::docid document);
  /// All articles, as if they had just come.
  void touch_all();

  /// Writes the groups of all that was touched since the last time. Throws Xapian::Error.
  void settle(Xapian::WritableDatabase& database);

 private:
  using Group = std::string;  ///< 8 bytes; empty: none
  class Sets;

  void leave_group(Xapian::docid document);
  void link_touched(Sets& sets) const;
  void write(Xapian::WritableDatabase& database, Xapian::docid document, const Group& group);

  bool loaded_ = false;
  std::vector<CopySketch> sketches_;  ///< by document number
  std::unordered_map<Xapian::docid, Group> group_of_;
  std::unordered_map<Group, std::set<Xapian::docid>> members_;
  std::set<Xapian::docid> touched_;
  std::set<Group> broken_;  ///< groups that lost an article or had one changed
};

}  // namespace mahdar
