#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "analyzers/about/copy_sketch.h"

namespace mahdar {

/// Keeps the groups of near-duplicates of an index right while articles come, change and go. A group is what
/// hangs together by pairs of copies, so it does not depend on the order in which articles came. Its id is
/// the least hash of its articles' ids; only articles with copies have one.
///
/// Held in memory is only what was touched since the last settling. Settling compares that, and what is left
/// of groups that lost an article, with all that share a band with it: one pass over the column of sketches,
/// at most 200 bytes an article, of which nearly all are passed over by a look at a bitmap. For more than
/// 65,000 touched articles it is several passes, so that their bands take no more than 32 MB at a time.
/// The articles of a large group are passed over as one, so that it takes no more time than many small ones.
class CopyGroups {
 public:
  /// An article that came or changed; its document has no group yet.
  void put(Xapian::docid document, const CopySketch& sketch);
  /// To be called before a document is replaced or deleted. Throws Xapian::Error.
  void leave(const Xapian::Database& database, Xapian::docid document);
  /// All articles of an index without groups, as if they had just come. Throws Xapian::Error.
  void put_all(const Xapian::Database& database);

  /// Writes the groups of all that was touched since the last time. Throws Xapian::Error.
  void settle(Xapian::WritableDatabase& database);

 private:
  using Group = std::string;  ///< 8 bytes; empty: none
  class BandIndex;
  class Sets;

  void touch_broken(const Xapian::Database& database, std::set<Xapian::docid>& grouped);
  void link_touched(const Xapian::Database& database, Sets& sets) const;
  void link_sharing(BandIndex& bands, const Xapian::Database& database, Sets& sets) const;

  std::map<Xapian::docid, CopySketch> touched_;
  std::set<Group> broken_;  ///< groups that lost an article or had one changed
};

}  // namespace mahdar
