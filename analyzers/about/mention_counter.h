#pragma once

#include <string_view>
#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/round_venues.h"
#include "schema/article.h"

namespace mahdar {

/// Who and what a text names.
struct Mentions {
  std::vector<CountryInfo> countries;           ///< by falling salience
  std::vector<OrganisationInfo> organisations;  ///< by falling count
  std::vector<PersonInfo> people;               ///< by falling count
};

/// Counts the countries, organisations and people of a text; an organisation counts for its country too. A
/// state that nothing names is told by its towns, or as host of the article's `round`
/// whose city the text names. Immutable; thread-safe. The taxonomy must outlive it.
class MentionCounter {
 public:
  /// What is the same for all articles.
  struct World {
    RoundVenues venues;
    std::vector<const Entity*> rivals;  ///< places that other tracks of talks are called by: "جنيف"
  };

  explicit MentionCounter(const Taxonomy& taxonomy);

  /// A country's salience is its share of all mentions of countries, weighted by zone. `date`: the article's;
  /// it decides for whom a person speaks.
  Mentions count(const Reading& reading, const RoundInfo& round, std::string_view date) const;

 private:
  World world_;
};

}  // namespace mahdar
