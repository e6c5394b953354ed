#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

/// The fields a query can name.
enum class Field : std::uint8_t {
  kTitle,
  kRound,
  kCountry,
  kGuarantor,
  kTopic,
  kSource,
  kPerson,
  kFraming,
  kDate
};

struct FieldRow {
  Field field;
  std::string_view name;         ///< in queries, JSON and options: "round"
  std::string_view name_ar;      ///< "جولة"
  std::string_view label_ar;     ///< for people: "الجولة"
  std::string_view term_prefix;  ///< in the index; empty: not indexed as a boolean term
  bool facet;                    ///< counted over the matches
};

inline constexpr std::array kFields{
    FieldRow{Field::kTitle, "title", "عنوان", "العنوان", "S", false},
    FieldRow{Field::kRound, "round", "جولة", "الجولة", "XROUND", true},
    FieldRow{Field::kCountry, "country", "دولة", "الدولة", "N", true},
    FieldRow{Field::kGuarantor, "guarantor", "ضامن", "الضامن", "XGUAR", true},
    FieldRow{Field::kTopic, "topic", "موضوع", "الموضوع", "K", true},
    FieldRow{Field::kSource, "source", "مصدر", "المصدر", "XSRC", true},
    FieldRow{Field::kPerson, "person", "شخص", "الشخص", "XPER", true},
    FieldRow{Field::kFraming, "framing", "تسمية", "التسمية", "XNAM", true},
    FieldRow{Field::kDate, "date", "تاريخ", "التاريخ", "", false},
};

constexpr bool fields_are_in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  return true;
}
static_assert(fields_are_in_order(), "kFields is indexed by Field");

constexpr const FieldRow& row(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

/// The field of an English or Arabic name, with or without the article; a month is asked for as a date. None
/// where unknown.
std::optional<Field> field_named(std::string_view name);

/// Term prefixes beyond the fields' own.
namespace prefix {
inline constexpr std::string_view kId = "Q";         ///< the article's id
inline constexpr std::string_view kStem = "Z";       ///< stems
inline constexpr std::string_view kFolded;           ///< folded words
inline constexpr std::string_view kExact = "XE";     ///< spellings, where one differs from the folded word
inline constexpr std::string_view kTitleStem = "S";  ///< stems of the title
inline constexpr std::string_view kConcept = "XC";   ///< ids of named entities found in the text
inline constexpr std::string_view kFile = "XF";      ///< hash of the file the article came from
inline constexpr std::string_view kCorrected = "XHAND";  ///< what a correction applied calls the article
inline constexpr std::string_view kRoundMentioned = "XRM";
inline constexpr std::string_view kCopies = "XDUP";  ///< group of near-duplicates, as in slot::kCopies
inline constexpr std::string_view kYear = "Y";       ///< "Y2017"
inline constexpr std::string_view kMonth = "M";      ///< "M201710"
}  // namespace prefix

/// Value slots.
namespace slot {
inline constexpr std::uint32_t kFacets = 0;  ///< packed facet values (schema/facet.h)
inline constexpr std::uint32_t kDate = 1;    ///< "YYYYMMDD", "00" for unknown month or day; sortable as bytes
inline constexpr std::uint32_t kRound = 2;   ///< first round about, one byte; absent: unknown
inline constexpr std::uint32_t kContentHash = 3;  ///< XXH3-128 of what the reader gave, 16 bytes
inline constexpr std::uint32_t kTrail = 4;        ///< the stems in their order (schema/word_trail.h)
inline constexpr std::uint32_t kSketch = 5;   ///< what tells near-duplicates (analyzers/about/copy_sketch.h)
inline constexpr std::uint32_t kCopies = 6;   ///< group of near-duplicates, 8 bytes; absent: no copies
inline constexpr std::uint32_t kVersion = 7;  ///< its own time (indexer/article_version.h); absent: of a file
                                              ///< of its own
}  // namespace slot

/// `prefix` + `word` as an index term of at most 245 bytes; words of the text (kFolded, kStem, kExact,
/// kTitleStem) as schema/word_code.h spells them. A longer one is cut at 200 bytes, elsewhere on a character
/// boundary, and its hash added, so that equal words give equal terms and different words different ones.
/// A capital first letter of `word` is set off by ':' as the Xapian convention asks.
std::string make_term(std::string_view prefix, std::string_view word);

/// The word of a term that make_term() made with that prefix and did not cut.
std::string word_of_term(std::string_view prefix, std::string_view term);

}  // namespace mahdar
