#pragma once

#include <string_view>

#include <xapian.h>

namespace mahdar {

/// Articles with any stem of the same skeleton (analyzers/text/skeleton.h), as one term: their frequencies
/// are added up before they are weighed. Throws Xapian::Error.
Xapian::Query family_query(const Xapian::Database& database, std::string_view stem);

}  // namespace mahdar
