#include "searcher/query/field_values.h"

#include <algorithm>

#include "analyzers/text/folder.h"
#include "analyzers/text/latin_skeleton.h"
#include "schema/facet.h"
#include "schema/name_key.h"
#include "schema/round_range.h"
#include "schema/value_words.h"
#include "searcher/query/near_values.h"

namespace mahdar {
namespace {

using Values = FieldValues;

constexpr std::size_t kSoundBytes = 5;   ///< shorter names are found by their letters alone
constexpr std::size_t kPrefixBytes = 8;  ///< the shortest beginning of a topic's label that stands for it

template <typename Names>
bool names_have(const Names& names, std::string_view key) {
  return std::ranges::any_of(names, [&](const std::string& name) { return name_key(name) == key; });
}

bool is_called(const Entity& entity, std::string_view key) {
  return name_key(entity.id) == key || name_key(entity.label_ar) == key || name_key(entity.label_en) == key ||
         (!entity.iso.empty() && name_key(entity.iso) == key) || names_have(entity.names, key);
}

/// The entity of that name among those `wanted` takes; one whose name it is goes before one it only stands
/// for.
template <typename Wanted>
const Entity* find_entity(const Taxonomy& taxonomy, std::string_view key, Wanted&& wanted) {
  for (const Entity& entity : taxonomy.entities())
    if (wanted(entity) && is_called(entity, key)) return &entity;
  for (const Entity& entity : taxonomy.entities())
    if (wanted(entity) && names_have(entity.forms, key)) return &entity;
  return nullptr;
}

/// The entity whose Latin name sounds so, where it is only one: Lawrentyew, Kazakstan.
template <typename Wanted>
const Entity* find_by_sound(const Taxonomy& taxonomy, std::string_view key, Wanted&& wanted) {
  if (key.size() < kSoundBytes) return nullptr;
  const LatinSkeleton asked = latin_skeleton(fold(key));
  const auto sounds_so = [&](const std::string& name) {
    return sound_alike(latin_skeleton(fold(name_key(name))), asked);
  };
  const Entity* found = nullptr;
  for (const Entity& entity : taxonomy.entities()) {
    if (!wanted(entity)) continue;
    if (!sounds_so(entity.label_en) && std::ranges::none_of(entity.names, sounds_so)) continue;
    if (found) return nullptr;
    found = &entity;
  }
  return found;
}

Values one(std::optional<std::string> value) {
  if (!value) return std::nullopt;
  return std::vector{std::move(*value)};
}

Values round_values(std::string_view text, const Taxonomy& taxonomy) {
  if (auto range = round_range(text)) return range;
  const std::string key = name_key(text);
  return is_none(key) ? one(std::string(kNone)) : one(round_of_label(key, taxonomy));
}

Values country_values(std::string_view key, const Taxonomy& taxonomy) {
  const auto is_state = [](const Entity& e) { return !e.iso.empty(); };
  const Entity* entity = find_entity(taxonomy, key, is_state);
  if (!entity) entity = find_by_sound(taxonomy, key, is_state);
  return entity ? one(entity->iso) : std::nullopt;
}

Values guarantor_values(std::string_view key, const Taxonomy& taxonomy) {
  if (is_several(key)) return one("several");
  if (is_none(key)) return one(std::string(kNone));
  const Entity* entity = find_entity(taxonomy, key, [](const Entity& e) { return e.guarantor; });
  return entity ? one(entity->id) : std::nullopt;
}

/// The one value of which the text is a part of the name.
Values only_near(Field field, std::string_view text, const Taxonomy& taxonomy) {
  NearValues near = near_values(field, text, taxonomy);
  return near.meant.size() == 1 ? one(std::move(near.meant.front())) : std::nullopt;
}

Values topic_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  if (const Topic* topic = taxonomy.topic(text)) return one(topic->id);
  for (const Topic& topic : taxonomy.topics())
    if (name_key(topic.id) == key || name_key(topic.label_ar) == key || name_key(topic.label_en) == key ||
        names_have(topic.aliases, key))
      return one(topic.id);
  for (const Topic& topic : taxonomy.topics())
    if (names_have(topic.cues, key)) return one(topic.id);
  if (key.size() >= kPrefixBytes)
    for (const Topic& topic : taxonomy.topics())
      if (name_key(topic.label_ar).starts_with(key) || name_key(topic.label_en).starts_with(key))
        return one(topic.id);
  return only_near(Field::kTopic, text, taxonomy);
}

Values person_values(std::string_view key, const Taxonomy& taxonomy) {
  const auto is_person = [](const Entity& e) { return e.kind == EntityKind::kPerson; };
  const Entity* entity = find_entity(taxonomy, key, is_person);
  if (!entity) entity = find_by_sound(taxonomy, key, is_person);
  return entity ? one(entity->id) : std::nullopt;
}

Values framing_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  for (const Framing& framing : taxonomy.framings())
    if (name_key(framing.id) == key || name_key(framing.label_ar) == key ||
        name_key(framing.label_en) == key || names_have(framing.terms, key))
      return one(framing.id);
  return only_near(Field::kFraming, text, taxonomy);
}

/// Dates have their own way, and of guarantors "none" says so.
bool has_unknown(Field field) {
  return field == Field::kRound || field == Field::kCountry || field == Field::kTopic ||
         field == Field::kSource || field == Field::kPerson || field == Field::kFraming;
}

}  // namespace

const Entity* known_source(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  const auto is_source = [](const Entity& e) { return e.kind == EntityKind::kSource; };
  for (const Entity& entity : taxonomy.entities())
    if (is_source(entity) &&
        (std::ranges::find(entity.hosts, text) != entity.hosts.end() || names_have(entity.datelines, key)))
      return &entity;
  return find_entity(taxonomy, key, is_source);
}

FieldValues source_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  const Entity* entity = known_source(text, key, taxonomy);
  return one(entity ? entity->id : std::string(text));
}

FieldValues values_of(Field field, std::string_view text, const Taxonomy& taxonomy) {
  const std::string key = name_key(text);
  if (key.empty()) return std::nullopt;
  if (is_unknown(key)) {
    if (has_unknown(field)) return one(std::string(kUnknown));
    if (field == Field::kGuarantor) return one("none");
  }
  switch (field) {
    case Field::kRound:
      return round_values(text, taxonomy);
    case Field::kCountry:
      return country_values(key, taxonomy);
    case Field::kGuarantor:
      return guarantor_values(key, taxonomy);
    case Field::kTopic:
      return topic_values(text, key, taxonomy);
    case Field::kSource:
      return source_values(text, key, taxonomy);
    case Field::kPerson:
      return person_values(key, taxonomy);
    case Field::kFraming:
      return framing_values(text, key, taxonomy);
    case Field::kTitle:
    case Field::kDate:
      break;
  }
  return std::nullopt;
}

}  // namespace mahdar
