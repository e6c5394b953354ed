#include "analyzers/about/mention_counter.h"

#include <algorithm>
#include <string>

#include "analyzers/about/zone_weight.h"

namespace mahdar {
namespace {

struct Tally {
  const Entity* entity = nullptr;
  std::uint32_t count = 0;
  double weight = 0;
  std::vector<Evidence> evidence;
};

std::string_view rule_of(FormKind form) {
  switch (form) {
    case FormKind::kName:
      return "name";
    case FormKind::kForm:
      return "form";
    case FormKind::kDateline:
      return "dateline";
  }
  return "name";
}

bool is_counted(const EntityMatch& match) {
  const EntityKind kind = match.entity->kind;
  return kind != EntityKind::kPlace && kind != EntityKind::kSource && match.form != FormKind::kDateline;
}

class Tallies {
 public:
  explicit Tallies(const Reading& reading) : reading_(reading) { tallies_.reserve(32); }

  void add(const Entity& entity, ByteRange range, std::string_view rule) {
    // an article names a few dozen at most: going through them beats a hash table
    auto known = std::find_if(tallies_.begin(), tallies_.end(),
                              [&](const Tally& tally) { return tally.entity == &entity; });
    if (known == tallies_.end()) {
      tallies_.push_back({&entity, 0, 0, {}});
      known = tallies_.end() - 1;
      known->evidence.reserve(kMostEvidence);
    }
    Tally& tally = *known;
    const double weight = zone_weight(reading_.zoned.zone_at(range.begin));
    ++tally.count;
    tally.weight += weight;
    if (tally.evidence.size() < kMostEvidence) tally.evidence.push_back({range, std::string(rule), weight});
  }

  std::vector<Tally> take() { return std::move(tallies_); }

 private:
  const Reading& reading_;
  std::vector<Tally> tallies_;
};

bool is_group(const Entity& entity) {
  return entity.kind == EntityKind::kOrganisation || entity.kind == EntityKind::kArmedGroup;
}

/// In the order of first mention. "المعارضة السورية" names Syria too.
std::vector<Tally> tally(const Reading& reading) {
  Tallies tallies(reading);
  for (const EntityMatch& match : reading.entities) {
    if (!is_counted(match)) continue;
    const Entity& entity = *match.entity;
    tallies.add(entity, match.range, rule_of(match.form));
    if (!is_group(entity) || entity.country.empty()) continue;
    if (const Entity* country = reading.taxonomy.country(entity.country))
      tallies.add(*country, match.range, "organisation");
  }
  return tallies.take();
}

template <typename Info>
void sort_by_count(std::vector<Info>& infos) {
  std::stable_sort(infos.begin(), infos.end(),
                   [](const Info& a, const Info& b) { return a.count > b.count; });
}

}  // namespace

Mentions count_mentions(const Reading& reading, std::string_view date) {
  Mentions mentions;
  double all_countries = 0;
  for (Tally& tally : tally(reading)) {
    const Entity& entity = *tally.entity;
    switch (entity.kind) {
      case EntityKind::kCountry:
        all_countries += tally.weight;
        mentions.countries.push_back({entity.iso, tally.count, tally.weight, std::move(tally.evidence)});
        break;
      case EntityKind::kOrganisation:
      case EntityKind::kArmedGroup:
        mentions.organisations.push_back({entity.id, tally.count, std::move(tally.evidence)});
        break;
      case EntityKind::kPerson:
        mentions.people.push_back(
            {entity.id, Taxonomy::delegation_on(entity, date), tally.count, std::move(tally.evidence)});
        break;
      default:
        break;
    }
  }
  for (CountryInfo& country : mentions.countries) country.salience /= all_countries;
  std::stable_sort(mentions.countries.begin(), mentions.countries.end(),
                   [](const CountryInfo& a, const CountryInfo& b) { return a.salience > b.salience; });
  sort_by_count(mentions.organisations);
  sort_by_count(mentions.people);
  return mentions;
}

}  // namespace mahdar
