#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/token.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Words of a query that name one round.
struct RoundName {
  int number = 0;
  std::uint32_t first = 0;  ///< token
  std::uint32_t end = 0;    ///< token after the last
  bool operator==(const RoundName&) const = default;
};

/// Reads rounds named in a few words ("الجولة السابعة عشرة", "أستانا 7", "round 7") by the rules for
/// articles, but without an article's witnesses: only nouns that count rounds and the process's own name will
/// do, and no other process may be named beside them. Immutable and thread-safe; made ready on first use.
class RoundReader {
 public:
  /// Both must outlive it.
  RoundReader(const Taxonomy& taxonomy, const Analyzer& analyzer);
  ~RoundReader();
  RoundReader(const RoundReader&) = delete;
  RoundReader& operator=(const RoundReader&) = delete;

  /// Rounds of the taxonomy, ascending, not overlapping. Of several that share a noun ("الجولتان السابعة
  /// والثامنة") each further one begins where the one before ends.
  std::vector<RoundName> find(const TokenStream& tokens, const std::vector<EntityMatch>& entities) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace mahdar
