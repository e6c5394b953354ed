#pragma once

#include <algorithm>
#include <vector>

#include "schema/taxonomy.h"

namespace mahdar {

/// Where the taxonomy's rounds were held. Immutable; thread-safe. The taxonomy must outlive it.
class RoundVenues {
 public:
  explicit RoundVenues(const Taxonomy& taxonomy);

  /// A city where a round was held.
  bool is_city(const Entity* place) const { return std::ranges::find(cities_, place) != cities_.end(); }

  /// A state where rounds were held and that is no guarantor.
  bool is_host(const Entity* country) const { return std::ranges::find(hosts_, country) != hosts_.end(); }

  /// By the round's place in Taxonomy::rounds(); null where the taxonomy lacks it.
  const Entity* city_of(std::size_t round) const { return city_of_[round]; }

  /// How much the round's city tells: 0 where all rounds were held there, near 1 where few were.
  double rarity(std::size_t round) const { return rarity_[round]; }

 private:
  std::vector<const Entity*> cities_, hosts_;  ///< a handful each: quicker to go through than to hash
  std::vector<const Entity*> city_of_;
  std::vector<double> rarity_;
};

}  // namespace mahdar
