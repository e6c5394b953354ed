#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// Version of the field table, the stored record and the term layout. Raise it with every change of these.
inline constexpr int kSchemaVersion = 12;

/// What an index was made with. Kept in its metadata; articles of different stamps are never mixed.
struct IndexStamp {
  int schema = kSchemaVersion;
  std::string analyzer;   ///< Analyzer::fingerprint()
  std::string taxonomy;   ///< Taxonomy::hash()
  std::string libraries;  ///< for people: "xapian 1.4.22, icu 72.1"; not compared

  std::string serialize() const;
  static IndexStamp parse(std::string_view bytes);  ///< throws DamagedIndex on damage

  /// Empty where the two fit; else what differs, in words for the user.
  std::string difference(const IndexStamp& other) const;
};

/// Keys of the index's metadata.
namespace metadata {
inline constexpr std::string_view kStamp = "stamp";
inline constexpr std::string_view kFacetDictionary = "facets";
inline constexpr std::string_view kTaxonomy = "taxonomy";                 ///< schema/taxonomy_record.h
inline constexpr std::string_view kCorrections = "corrections";           ///< text of the corrections file
inline constexpr std::string_view kCorrectionsPath = "corrections_path";  ///< as it was given
inline constexpr std::string_view kLastRun = "last_run";                  ///< JSON, for `status`
inline constexpr std::string_view kBatch = "batch";                       ///< tells one commit from another
inline constexpr std::string_view kFilePrefix = "file/";  ///< + hash of the path: state of a source file
inline constexpr std::string_view kFailurePrefix = "failure/";  ///< + hash of the path: JSON
}  // namespace metadata

}  // namespace mahdar
