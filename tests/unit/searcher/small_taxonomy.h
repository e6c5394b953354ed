#pragma once

#include "schema/taxonomy.h"

namespace mahdar::test {

/// A taxonomy small enough to see through: three rounds, four countries, two people, one source, two topics.
const Taxonomy& small_taxonomy();

}  // namespace mahdar::test
