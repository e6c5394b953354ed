#pragma once

#include <string>

#include <xapian.h>

namespace mahdar {

/// What an index holds as one hash of 32 hexadecimal digits: every article with its record, terms, counts,
/// positions and facets, the state of every file, and the failures. Two indexes of the same digest answer the
/// same, however they came about: document numbers, ordinals of facets, times, inodes and revisions do not
/// count. Throws Xapian::Error, DamagedIndex on damage.
std::string index_digest(const Xapian::Database& database);

}  // namespace mahdar
