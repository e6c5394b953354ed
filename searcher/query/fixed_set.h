#pragma once

#include <memory>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// The articles of an ascending list, without weight.
Xapian::Query fixed_set(std::shared_ptr<const std::vector<Xapian::docid>> articles);

}  // namespace mahdar
