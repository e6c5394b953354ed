#pragma once

#include <span>

#include "schema/result.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Reads TOML texts as a taxonomy; schema/data/ shows and describes every section. All sections may stand in
/// one text or be spread over several. Fails at the first fault, with its line. Thread-safe.
class TaxonomyReader {
 public:
  static Result<Taxonomy> read(std::span<const Taxonomy::SourceText> texts);
};

}  // namespace mahdar
