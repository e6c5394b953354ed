#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/facet.h"

namespace mahdar {

/// The packed facet values of all articles, in memory: one look-up an article instead of one read. Belongs to
/// one revision of an index.
class FacetColumn {
 public:
  explicit FacetColumn(const Xapian::Database& database);

  /// The article's ordinals, packed as in the slot.
  std::string_view packed(Xapian::docid id) const {
    return id + 1 < begins_.size()
               ? std::string_view(bytes_).substr(begins_[id], begins_[id + 1] - begins_[id])
               : std::string_view();
  }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> begins_;  ///< by document number; one more at the end
};

}  // namespace mahdar
