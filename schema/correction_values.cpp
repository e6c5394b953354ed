#include "schema/correction_values.h"

#include <algorithm>

#include "schema/ascii.h"
#include "schema/name_key.h"
#include "schema/round_range.h"
#include "schema/taxonomy_values.h"
#include "schema/value_words.h"

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

/// Digits of any script, or the round's label.
std::optional<std::string> round_value(const std::string& written, const Taxonomy& taxonomy) {
  const auto ends = round_ends(written);
  if (!ends) return round_of_label(name_key(written), taxonomy);
  if (ends->first != ends->second || taxonomy.round(ends->first) == nullptr) return std::nullopt;
  return std::to_string(ends->first);
}

/// Several values may be written with blanks after their commas.
std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
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
  if (field == "round") return round_value(written, taxonomy);
  if (field == "date") return if_true(is_date(written, true), written);
  if (field == "guarantor") {
    if (is_several(name_key(written))) return "several";
    if (is_none(name_key(written))) return std::string(kNone);
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

std::vector<std::string> correction_items(std::string_view field, const std::string& written) {
  if (!takes_several(field)) return {written};
  if (const auto rounds = field == "round" ? round_range(written) : std::nullopt) return *rounds;
  std::string list = written;
  constexpr std::string_view kArabicComma = "،";
  for (auto at = list.find(kArabicComma); at != std::string::npos; at = list.find(kArabicComma))
    list.replace(at, kArabicComma.size(), ",");
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    items.emplace_back(trimmed(std::string_view(list).substr(begin, end - begin)));
    begin = end + 1;
  }
  return items;
}

std::string correction_remedy(std::string_view field) {
  if (field == "round") return "give numbers of rounds the taxonomy knows, as 7,8 or 7-9, none or unknown";
  if (field == "guarantor") return "give a guarantor's id or name, several or none";
  if (field == "country") return "give ISO codes or names: RU,TR";
  if (field == "topic") return "give ids or names of topics, as in schema/data/topics.toml";
  if (field == "person") return "give ids or names of people, as in schema/data/people.toml";
  if (field == "framing") return "give ids or names of ways of naming, as in schema/data/framing.toml";
  if (field == "date") return "give a date: 2017-10-30, 2017-10 or 2017";
  return "give an outlet's id or name";
}

}  // namespace mahdar
