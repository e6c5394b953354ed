#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "analyzers/about/annotator.h"

namespace mahdar {

/// By what else a named entity is found.
struct EntityTerms {
  std::vector<std::string> concepts;  ///< its id, and that of the entity it is another name of
  std::string own_stem;               ///< of its one-word spelling, where it has longer ones too; or empty
  std::string other_stem;  ///< of the one-word spelling of the entity it is another name of; or empty
};

/// For all entities of a taxonomy. Stems are given for places alone.
class EntityTermTable {
 public:
  EntityTermTable(const Taxonomy& taxonomy, const Analyzer& analyzer);
  const EntityTerms& of(const Entity& entity) const { return table_.at(&entity); }

 private:
  std::unordered_map<const Entity*, EntityTerms> table_;
};

/// How often a word counts by where it stands.
struct ZoneWeights {
  Xapian::termcount title = 3;
  Xapian::termcount lead = 2;
  std::uint32_t lead_words = 20;  ///< the first words after the title: they say what an article is about
};

/// Adds the text streams and the concepts of an article to its document. A place is also found by its
/// one-word spellings, at the place of the first word of the one used.
void add_text_postings(Xapian::Document& document, const AnnotatedArticle& article,
                       const EntityTermTable& entities, const ZoneWeights& weights);

}  // namespace mahdar
