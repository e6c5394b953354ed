#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mahdar {

/// The facets counted for every search, in the order users see them.
enum class Facet : std::uint8_t { kRound, kGuarantor, kCountry, kTopic, kSource, kMonth, kPerson, kFraming };
inline constexpr std::size_t kFacetCount = 8;

inline constexpr std::array<Facet, kFacetCount> kAllFacets{Facet::kRound,  Facet::kGuarantor, Facet::kCountry,
                                                           Facet::kTopic,  Facet::kSource,    Facet::kMonth,
                                                           Facet::kPerson, Facet::kFraming};

/// "round", "guarantor", "country", "topic", "source", "month", "person", "framing".
std::string_view facet_name(Facet facet);
std::optional<Facet> facet_named(std::string_view name);
/// "الجولة", "الضامن", …
std::string_view facet_label_ar(Facet facet);

/// What a facet says where nothing is known; of guarantors "none" says so.
inline constexpr std::string_view kUnknown = "unknown";

/// Number of a facet value in the index: positions in an append-only list.
using FacetOrdinal = std::uint32_t;

/// The list of all facet values of an index. Append-only, so ordinals never change their meaning.
class FacetDictionary {
 public:
  /// The ordinal of a value, added at the end where it is new.
  FacetOrdinal add(Facet facet, std::string_view value);
  /// The ordinal, or none where the index has no such value.
  std::optional<FacetOrdinal> find(Facet facet, std::string_view value) const;

  Facet facet(FacetOrdinal ordinal) const { return rows_[ordinal].first; }
  const std::string& value(FacetOrdinal ordinal) const { return rows_[ordinal].second; }
  std::size_t size() const { return rows_.size(); }

  /// For the index's metadata; parse(serialize()) is equal. Throws DamagedIndex on damage.
  std::string serialize() const;
  static FacetDictionary parse(std::string_view bytes);

 private:
  std::vector<std::pair<Facet, std::string>> rows_;
  std::array<std::map<std::string, FacetOrdinal, std::less<>>, kFacetCount> ordinals_;  // by facet
};

/// Ordinals of one article as the bytes of one value slot: ascending, deltas as LEB128.
std::string pack_facets(std::vector<FacetOrdinal> ordinals);

/// Calls visit(ordinal) for each ordinal of a packed slot; stops at damage. Inline: it runs once a match.
template <typename Visit>
void unpack_facets(std::string_view packed, Visit&& visit) {
  FacetOrdinal ordinal = 0;
  FacetOrdinal delta = 0;
  unsigned shift = 0;
  for (const char c : packed) {
    const auto byte = static_cast<unsigned char>(c);
    delta |= static_cast<FacetOrdinal>(byte & 0x7F) << shift;
    if (byte & 0x80) {
      shift += 7;
      if (shift > 28) return;
      continue;
    }
    ordinal += delta;
    visit(ordinal);
    delta = 0;
    shift = 0;
  }
}

}  // namespace mahdar
