#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/latin_skeleton.h"
#include "analyzers/text/token.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Finds the taxonomy's countries, places, organisations and people by their names in Latin letters under
/// transliterations that it does not list (Lawrentyew, Noursultan, al-Djaafari). Abbreviations need their
/// exact letters. A person's surname alone is a form, not a name. Immutable; thread-safe. The taxonomy must
/// outlive it.
class LatinNames {
 public:
  LatinNames(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// Adds to `matches`, which are ascending, the names in stretches of Latin words that none of them covers.
  void add_to(std::vector<EntityMatch>& matches, const TokenStream& tokens) const;

 private:
  struct Name {
    LatinSkeleton skeleton;
    const Entity* entity;
    FormKind form;
    std::string surname;  ///< folded; empty for a whole name
  };

  void add(const Analyzer& analyzer, const std::string& spelling, const Entity& entity);
  std::size_t match_at(const TokenStream& tokens, std::size_t first, std::size_t end,
                       std::vector<EntityMatch>& found) const;
  void add_surname(const std::string& surname, const Entity& entity);
  /// Whom the folded letters name, each with the form; without a place.
  std::vector<EntityMatch> named(const std::string& name) const;

  std::unordered_map<std::string, std::vector<Name>> names_;  ///< by consonants
};

}  // namespace mahdar
