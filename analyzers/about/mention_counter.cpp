#include "analyzers/about/mention_counter.h"

#include <algorithm>
#include <string>

#include "analyzers/about/sort_few.h"
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

  bool has(const Entity& entity) const {
    return std::ranges::any_of(tallies_, [&](const Tally& tally) { return tally.entity == &entity; });
  }

  std::vector<Tally> take() { return std::move(tallies_); }

 private:
  const Reading& reading_;
  std::vector<Tally> tallies_;
};

bool is_group(const Entity& entity) {
  return entity.kind == EntityKind::kOrganisation || entity.kind == EntityKind::kArmedGroup;
}

using World = MentionCounter::World;

bool names_rival(const Entity& place, const Process& process) {
  return std::ranges::any_of(process.rivals, [&](const RivalProcess& rival) {
    return std::ranges::count(rival.names, place.label_ar) != 0;
  });
}

std::vector<const Entity*> places_of_rivals(const Taxonomy& taxonomy) {
  std::vector<const Entity*> places;
  for (const Entity& entity : taxonomy.entities())
    if (entity.kind == EntityKind::kPlace && names_rival(entity, taxonomy.process()))
      places.push_back(&entity);
  return places;
}

/// States that the text means without naming them: that of its towns, and the host of its round where the
/// city is named. A city that rounds were held in stands for the talks elsewhere, and "الدول الضامنة" for
/// their part; where no round is known, the first place that the title names tells where it happens.
class UnnamedStates {
 public:
  UnnamedStates(const Reading& reading, const RoundInfo& round, const World& world)
      : zoned_(reading.zoned), taxonomy_(reading.taxonomy), world_(world) {
    if (round.about.empty()) host_ = country_of_title(reading);
    const std::vector<Round>& rounds = taxonomy_.rounds();
    for (std::size_t i = 0; i < rounds.size(); ++i)
      if (world_.venues.city_of(i) != nullptr && std::ranges::count(round.about, rounds[i].number) != 0)
        host_ = world_.venues.city_of(i)->country;
  }

  /// Whose the city is that the title, or the first sentence where there is none, names before other places;
  /// empty where no round was held in it.
  std::string_view country_of_title(const Reading& reading) const {
    std::uint32_t end = zoned_.title_end;
    for (std::uint32_t i = 1; end == 0 && i < reading.tokens.size(); ++i)
      if (reading.tokens[i].gap <= Gap::kSentence) end = reading.tokens[i].begin;
    const auto first = std::ranges::find_if(reading.entities, [](const EntityMatch& match) {
      return match.entity->kind == EntityKind::kPlace && match.form != FormKind::kDateline;
    });
    if (first == reading.entities.end() || first->range.begin >= end || !world_.venues.is_city(first->entity))
      return {};
    return first->entity->country;
  }

  void add(Tallies& tallies, const EntityMatch& match) const {
    const Entity& entity = *match.entity;
    if (entity.kind != EntityKind::kPlace || match.form == FormKind::kDateline) return;
    const bool venue = world_.venues.is_city(&entity);
    if (venue ? entity.country != host_ : std::ranges::count(world_.rivals, &entity) != 0) return;
    const Zone zone = zoned_.zone_at(match.range.begin);
    if (!venue && zone != Zone::kTitle && zone != Zone::kLead) return;
    const Entity* country = taxonomy_.country(entity.country);
    if (country == nullptr || tallies.has(*country)) return;
    // A capital is a form of its state's name, and was counted where it means the state.
    if (!venue && std::ranges::count(country->forms, entity.label_ar) != 0) return;
    tallies.add(*country, match.range, venue ? "host" : "place");
  }

 private:
  const ZonedText& zoned_;
  const Taxonomy& taxonomy_;
  const World& world_;
  std::string_view host_;
};

/// "اتفقوا على ذلك في جنيف", once and aside: the talks there, not the state.
bool names_talks_alone(const Tally& tally, const Reading& reading, const World& world) {
  if (tally.count != 1 || tally.entity->kind != EntityKind::kCountry) return false;
  const ByteRange range = tally.evidence.front().range;
  if (range.begin < reading.zoned.title_end) return false;
  return std::ranges::any_of(reading.entities, [&](const EntityMatch& match) {
    return match.range == range && std::ranges::count(world.rivals, match.entity) != 0;
  });
}

/// "وكالة سبوتنيك الروسية": where an outlet belongs, not of whom it tells.
bool belongs_to_outlet(const EntityMatch& match, const EntityMatch* before, const TokenStream& tokens) {
  const Token& token = tokens[match.first_token];
  return before != nullptr && before->entity->kind == EntityKind::kSource && match.form == FormKind::kForm &&
         before->first_token + before->token_count == match.first_token && token.gap >= Gap::kClause &&
         token.folded.ends_with("يه");
}

bool begins_line(const EntityMatch& match, const TokenStream& tokens) {
  return match.first_token == 0 || tokens[match.first_token].gap == Gap::kParagraph;
}

/// "القاهرة — سبوتنيك": where a report was written, unlike "روسيا – تركيا: قمة".
bool is_dateline(const EntityMatch& match, const std::vector<EntityMatch>& all, const TokenStream& tokens) {
  const std::uint32_t next = match.first_token + match.token_count;
  if (match.entity->kind != EntityKind::kCountry || !begins_line(match, tokens) || next >= tokens.size())
    return false;
  const std::string_view last = tokens[next - 1].surface, after = tokens[next].surface;
  const char* end = last.data() + last.size();
  const std::string_view between(end, static_cast<std::size_t>(after.data() - end));
  const auto holds = [&](std::string_view dash) { return between.find(dash) != std::string_view::npos; };
  if (!holds("–") && !holds("—") && !holds("-")) return false;
  return std::ranges::none_of(all, [&](const EntityMatch& other) {
    return other.first_token == next && other.entity->kind == EntityKind::kCountry;
  });
}

/// In the order of first mention. "المعارضة السورية" names Syria too.
std::vector<Tally> tally(const Reading& reading, const RoundInfo& round, const World& world) {
  Tallies tallies(reading);
  const EntityMatch* before = nullptr;
  for (const EntityMatch& match : reading.entities) {
    const bool of_outlet = belongs_to_outlet(match, before, reading.tokens);
    before = &match;
    if (of_outlet || !is_counted(match) || is_dateline(match, reading.entities, reading.tokens)) continue;
    const Entity& entity = *match.entity;
    tallies.add(entity, match.range, rule_of(match.form));
    if (!is_group(entity) || entity.country.empty()) continue;
    if (const Entity* country = reading.taxonomy.country(entity.country))
      tallies.add(*country, match.range, "organisation");
  }
  const UnnamedStates unnamed(reading, round, world);
  for (const EntityMatch& match : reading.entities) unnamed.add(tallies, match);
  std::vector<Tally> all = tallies.take();
  std::erase_if(all, [&](const Tally& one) { return names_talks_alone(one, reading, world); });
  return all;
}

template <typename Info>
void sort_by_count(std::vector<Info>& infos) {
  sort_few(infos, [](const Info& a, const Info& b) { return a.count > b.count; });
}

}  // namespace

MentionCounter::MentionCounter(const Taxonomy& taxonomy)
    : world_{RoundVenues(taxonomy), places_of_rivals(taxonomy)} {}

Mentions MentionCounter::count(const Reading& reading, const RoundInfo& round, std::string_view date) const {
  Mentions mentions;
  if (reading.entities.empty()) return mentions;
  double all_countries = 0;
  std::vector<Tally> tallies = tally(reading, round, world_);
  mentions.countries.reserve(tallies.size());
  for (Tally& tally : tallies) {
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
  sort_few(mentions.countries,
           [](const CountryInfo& a, const CountryInfo& b) { return a.salience > b.salience; });
  sort_by_count(mentions.organisations);
  sort_by_count(mentions.people);
  return mentions;
}

}  // namespace mahdar
