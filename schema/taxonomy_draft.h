#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema/result.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Where something stands in the taxonomy's texts.
struct TaxonomyLine {
  std::size_t text = 0;  ///< index in TaxonomyDraft::paths
  std::size_t line = 0;  ///< 1-based; 0: nowhere in particular
};

/// What a reference must lead to.
enum class ReferenceKind { kEntity, kPerson, kPlace, kCountryCode, kDelegation };

/// An id that an entry names.
struct TaxonomyReference {
  ReferenceKind kind = ReferenceKind::kEntity;
  std::string id;
  std::string from;  ///< the entry that names it, for the message
  TaxonomyLine at;
};

/// A taxonomy as read, entry by entry, before anything between entries was checked.
struct TaxonomyDraft {
  std::vector<std::string> paths;  ///< names of the texts

  std::optional<Process> process;
  std::vector<Round> rounds;
  std::vector<TaxonomyLine> round_lines;  ///< one a round
  std::vector<Entity> entities;
  std::vector<TaxonomyLine> entity_lines;  ///< one an entity
  std::vector<Topic> topics;
  std::vector<TaxonomyLine> topic_lines;  ///< one a topic
  std::vector<Framing> framings;
  std::vector<TaxonomyLine> framing_lines;  ///< one a framing
  std::vector<TaxonomyReference> references;

  InputError error(TaxonomyLine at, std::string message, std::string remedy) const {
    return {at.text < paths.size() ? paths[at.text] : std::string(), at.line, std::move(message),
            std::move(remedy)};
  }
};

/// The first fault between entries: double ids, round numbers, codes or names, references to nothing.
/// None where all is well.
std::optional<InputError> find_fault(const TaxonomyDraft& draft);

}  // namespace mahdar
