#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/about/copy_facts.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// What is kept of a text to tell copies of it: the smallest values of 64 hash functions over all runs of
/// four folded words, 16 bits of each (Broder, "On the resemblance and containment of documents", 1997; Li
/// and König, "b-bit minwise hashing", 2010), how many runs there are, and what tells its event.
struct CopySketch {
  static constexpr std::size_t kHashes = 64;
  static constexpr std::size_t kBands = kHashes / 2;

  std::array<std::uint16_t, kHashes> least{};
  std::uint16_t runs = 0;  ///< 0: too short to be compared
  CopyFacts facts;

  /// Two sketches with an equal band may be copies; those of copies nearly always have one.
  std::uint64_t band(std::size_t number) const {
    return std::uint64_t{number} << 32 | std::uint64_t{least[2 * number]} << 16 | least[2 * number + 1];
  }

  std::string serialize() const;  ///< 136 to 200 bytes; empty for a text too short
  /// A sketch that compares to nothing where the bytes are none.
  static CopySketch parse(std::string_view bytes);
};

/// Of the text after its title, since copies change headlines, without facts. A pure function.
CopySketch sketch_of(const TokenStream& tokens, std::uint32_t title_end);
/// The same with facts.
CopySketch sketch_of(const AnnotatedArticle& annotated);

/// Whether one text is a copy of the other with small edits or a cut end: most runs of the shorter stand in
/// the longer, estimated from the sketches, and their facts do not contradict each other. Symmetric.
bool are_copies(const CopySketch& a, const CopySketch& b);

}  // namespace mahdar
