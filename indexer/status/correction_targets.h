#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "schema/corrections.h"

namespace mahdar {

/// The corrections an index keeps whose article it does not hold, in their order, each with its line in a
/// file named `path`. Empty where the index keeps none, or none that its taxonomy lets be read. Throws
/// Xapian::Error, DamagedIndex on damage.
std::vector<Corrections::Row> corrections_without_article(const Xapian::Database& database,
                                                          const std::string& path);

}  // namespace mahdar
