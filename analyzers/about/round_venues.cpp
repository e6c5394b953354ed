#include "analyzers/about/round_venues.h"

#include <algorithm>

namespace mahdar {

RoundVenues::RoundVenues(const Taxonomy& taxonomy) {
  for (const Round& round : taxonomy.rounds()) {
    const Entity* city = taxonomy.entity(round.city);
    city_of_.push_back(city);
    if (city == nullptr) continue;
    if (!is_city(city)) cities_.push_back(city);
    const Entity* country = taxonomy.country(city->country);
    if (country != nullptr && !country->guarantor && !is_host(country)) hosts_.push_back(country);
  }
  for (const Entity* city : city_of_) {
    const auto same = static_cast<double>(std::count(city_of_.begin(), city_of_.end(), city));
    rarity_.push_back(city == nullptr ? 0 : 1 - same / static_cast<double>(city_of_.size()));
  }
}

}  // namespace mahdar
