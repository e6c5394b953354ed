#include "schema/facet.h"

#include <algorithm>
#include <array>

#include "schema/ascii.h"
#include "schema/checksum.h"
#include "schema/damaged_index.h"

namespace mahdar {

namespace {

struct FacetRow {
  std::string_view name;
  std::string_view name_ar;
  std::string_view label_ar;
};

// In the order of Facet.
constexpr std::array<FacetRow, kFacetCount> kFacets{{
    {"round", "جولة", "الجولة"},
    {"guarantor", "ضامن", "الضامن"},
    {"country", "دولة", "الدولة"},
    {"topic", "موضوع", "الموضوع"},
    {"source", "مصدر", "المصدر"},
    {"month", "شهر", "الشهر"},
    {"person", "شخص", "الشخص"},
    {"framing", "تسمية", "التسمية"},
}};

constexpr std::size_t kChecksumDigits = 32;
constexpr char kVersion = '1';

void append_leb128(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7F) | 0x80);
  out += static_cast<char>(number);
}

[[noreturn]] void damaged() {
  throw DamagedIndex("the index's list of facet values is damaged");
}

std::uint64_t take_leb128(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (!(byte & 0x80)) return number;
  }
  damaged();
}

}  // namespace

std::string_view facet_name(Facet facet) {
  return kFacets[static_cast<std::size_t>(facet)].name;
}

std::string_view facet_label_ar(Facet facet) {
  return kFacets[static_cast<std::size_t>(facet)].label_ar;
}

std::optional<Facet> facet_named(std::string_view name) {
  const std::string wanted = ascii_lower(name);
  for (std::size_t i = 0; i < kFacets.size(); ++i)
    if (wanted == kFacets[i].name || wanted == kFacets[i].name_ar || wanted == kFacets[i].label_ar)
      return static_cast<Facet>(i);
  return std::nullopt;
}

FacetOrdinal FacetDictionary::add(Facet facet, std::string_view value) {
  if (const auto known = find(facet, value)) return *known;
  const auto ordinal = static_cast<FacetOrdinal>(rows_.size());
  rows_.emplace_back(facet, value);
  ordinals_[static_cast<std::size_t>(facet)].emplace(value, ordinal);
  return ordinal;
}

std::optional<FacetOrdinal> FacetDictionary::find(Facet facet, std::string_view value) const {
  const auto& ordinals = ordinals_[static_cast<std::size_t>(facet)];
  const auto it = ordinals.find(value);
  if (it == ordinals.end()) return std::nullopt;
  return it->second;
}

std::string FacetDictionary::serialize() const {
  std::string rows;
  for (const auto& [facet, value] : rows_) {
    rows += static_cast<char>(facet);
    append_leb128(rows, value.size());
    rows += value;
  }
  return kVersion + checksum_hex(rows) + rows;
}

FacetDictionary FacetDictionary::parse(std::string_view bytes) {
  if (bytes.size() < 1 + kChecksumDigits || bytes.front() != kVersion) damaged();
  const std::string_view checksum = bytes.substr(1, kChecksumDigits);
  std::string_view rows = bytes.substr(1 + kChecksumDigits);
  if (checksum_hex(rows) != checksum) damaged();
  FacetDictionary dictionary;
  while (!rows.empty()) {
    const auto facet = static_cast<unsigned char>(rows.front());
    rows.remove_prefix(1);
    const std::uint64_t size = take_leb128(rows);
    if (facet >= kFacetCount || size > rows.size()) damaged();
    dictionary.add(static_cast<Facet>(facet), rows.substr(0, size));
    rows.remove_prefix(size);
  }
  return dictionary;
}

std::string pack_facets(std::vector<FacetOrdinal> ordinals) {
  std::sort(ordinals.begin(), ordinals.end());
  ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
  std::string packed;
  FacetOrdinal before = 0;
  for (const FacetOrdinal ordinal : ordinals) {
    append_leb128(packed, ordinal - before);
    before = ordinal;
  }
  return packed;
}

}  // namespace mahdar
