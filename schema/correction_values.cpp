#include "schema/correction_values.h"

#include <algorithm>
#include <charconv>

#include "schema/ascii.h"
#include "schema/taxonomy_values.h"

namespace mahdar {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  return ascii_lower(a) == ascii_lower(b);
}

bool is_called(const Entity& entity, std::string_view name) {
  return same_name(entity.id, name) || same_name(entity.label_ar, name) || same_name(entity.label_en, name) ||
         (!entity.iso.empty() && same_name(entity.iso, name)) ||
         std::ranges::any_of(entity.names, [&](const std::string& own) { return same_name(own, name); });
}

template <typename Wanted>
const Entity* find_entity(const Taxonomy& taxonomy, std::string_view name, Wanted wanted) {
  const auto found = std::ranges::find_if(
      taxonomy.entities(), [&](const Entity& entity) { return wanted(entity) && is_called(entity, name); });
  return found == taxonomy.entities().end() ? nullptr : &*found;
}

const Topic* find_topic(const Taxonomy& taxonomy, std::string_view name) {
  if (const Topic* topic = taxonomy.topic(name)) return topic;
  const auto found = std::ranges::find_if(taxonomy.topics(), [&](const Topic& topic) {
    return same_name(topic.id, name) || same_name(topic.label_ar, name) || same_name(topic.label_en, name);
  });
  return found == taxonomy.topics().end() ? nullptr : &*found;
}

const Framing* find_framing(const Taxonomy& taxonomy, std::string_view name) {
  const auto found = std::ranges::find_if(taxonomy.framings(), [&](const Framing& framing) {
    return same_name(framing.id, name) || same_name(framing.label_ar, name) ||
           same_name(framing.label_en, name);
  });
  return found == taxonomy.framings().end() ? nullptr : &*found;
}

bool is_round(std::string_view text, const Taxonomy& taxonomy) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && taxonomy.round(number) != nullptr;
}

std::optional<std::string> if_true(bool holds, const std::string& value) {
  return holds ? std::optional(value) : std::nullopt;
}

std::optional<std::string> id_of(const Entity* entity) {
  return entity == nullptr ? std::nullopt : std::optional(entity->id);
}

}  // namespace

bool takes_several(std::string_view field) {
  return field == "round" || field == "country" || field == "topic" || field == "person" ||
         field == "framing";
}

std::optional<std::string> correction_value(std::string_view field, const std::string& written,
                                            const Taxonomy& taxonomy) {
  const auto kind_is = [](EntityKind kind) { return [kind](const Entity& e) { return e.kind == kind; }; };
  if (field == "round") return if_true(is_round(written, taxonomy), written);
  if (field == "date") return if_true(is_date(written, true), written);
  if (field == "guarantor") {
    if (written == "several" || written == "none") return written;
    return id_of(find_entity(taxonomy, written, [](const Entity& entity) { return entity.guarantor; }));
  }
  if (field == "country") {
    const Entity* country = find_entity(taxonomy, written, kind_is(EntityKind::kCountry));
    return country == nullptr ? std::nullopt : std::optional(country->iso);
  }
  if (field == "topic") {
    const Topic* topic = find_topic(taxonomy, written);
    return topic == nullptr ? std::nullopt : std::optional(topic->id);
  }
  if (field == "framing") {
    const Framing* framing = find_framing(taxonomy, written);
    return framing == nullptr ? std::nullopt : std::optional(framing->id);
  }
  if (field == "person") return id_of(find_entity(taxonomy, written, kind_is(EntityKind::kPerson)));
  if (const Entity* outlet = find_entity(taxonomy, written, kind_is(EntityKind::kSource))) return outlet->id;
  return if_true(is_trimmed_line(written), written);
}

std::string correction_remedy(std::string_view field) {
  if (field == "round") return "give numbers of rounds the taxonomy knows: 7,8";
  if (field == "guarantor") return "give a guarantor's id or name, several or none";
  if (field == "country") return "give ISO codes or names: RU,TR";
  if (field == "topic") return "give ids or names of topics, as in schema/data/topics.toml";
  if (field == "person") return "give ids or names of people, as in schema/data/people.toml";
  if (field == "framing") return "give ids or names of ways of naming, as in schema/data/framing.toml";
  if (field == "date") return "give a date: 2017-10-30, 2017-10 or 2017";
  return "give an outlet's id or name";
}

}  // namespace mahdar
