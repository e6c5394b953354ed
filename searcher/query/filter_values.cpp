#include "searcher/query/filter_values.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "analyzers/text/folder.h"
#include "analyzers/text/latin_skeleton.h"
#include "schema/facet.h"
#include "searcher/query/date_range.h"
#include "searcher/query/name_key.h"

namespace mahdar {
namespace {

constexpr int kHighestRound = 999;
constexpr std::size_t kSoundBytes = 5;   ///< shorter names are found by their letters alone
constexpr std::size_t kPrefixBytes = 8;  ///< the shortest beginning of a topic's label that stands for it

bool is_unknown(std::string_view key) {
  return key == kUnknown || key == name_key("غير معروف") || key == name_key("غير معروفة") ||
         key == name_key("مجهول");
}

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

std::optional<std::string> round_of_label(std::string_view key, const Taxonomy& taxonomy) {
  static const std::string head = name_key("جولة");
  for (const Round& round : taxonomy.rounds()) {
    const std::string label = name_key(round.label_ar);
    const bool ordinal = label.starts_with(head) && std::string_view(label).substr(head.size()) == key;
    if (label == key || ordinal || name_key(round.label_en) == key) return std::to_string(round.number);
  }
  return std::nullopt;
}

std::optional<int> round_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 1 || value > kHighestRound)
    return std::nullopt;
  return value;
}

/// "7", "7-9", "7..9": the two ends.
std::optional<std::pair<int, int>> round_ends(std::string_view text) {
  std::string plain = plain_digits(text);
  std::erase(plain, ' ');
  for (const std::string_view dash : {"–", "—", "−", "…", ".."})
    if (const auto at = plain.find(dash); at != std::string::npos) plain.replace(at, dash.size(), 1, '-');
  const auto dash = plain.find('-');
  const auto first = round_number(std::string_view(plain).substr(0, dash));
  if (!first) return std::nullopt;
  const auto last =
      dash == std::string::npos ? first : round_number(std::string_view(plain).substr(dash + 1));
  if (!last) return std::nullopt;
  return std::pair(*first, *last);
}

std::optional<std::vector<std::string>> round_range(std::string_view text) {
  const auto ends = round_ends(text);
  if (!ends || ends->second < ends->first) return std::nullopt;
  std::vector<std::string> rounds;
  for (int number = ends->first; number <= ends->second; ++number) rounds.push_back(std::to_string(number));
  return rounds;
}

using Values = std::optional<std::vector<std::string>>;

Values one(std::optional<std::string> value) {
  if (!value) return std::nullopt;
  return std::vector{std::move(*value)};
}

Values round_values(std::string_view text, const Taxonomy& taxonomy) {
  if (auto range = round_range(text)) return range;
  return one(round_of_label(name_key(text), taxonomy));
}

Values country_values(std::string_view key, const Taxonomy& taxonomy) {
  const auto is_state = [](const Entity& e) { return !e.iso.empty(); };
  const Entity* entity = find_entity(taxonomy, key, is_state);
  if (!entity) entity = find_by_sound(taxonomy, key, is_state);
  return entity ? one(entity->iso) : std::nullopt;
}

Values guarantor_values(std::string_view key, const Taxonomy& taxonomy) {
  for (const auto name : {"several", "عدة", "عدة ضامنين", "عدة دول", "مشترك", "أكثر من ضامن"})
    if (key == name_key(name)) return one("several");
  for (const auto name : {"none", "لا أحد", "لا شيء", "بلا", "لا ضامن بعينه"})
    if (key == name_key(name)) return one("none");
  const Entity* entity = find_entity(taxonomy, key, [](const Entity& e) { return e.guarantor; });
  return entity ? one(entity->id) : std::nullopt;
}

Values topic_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  if (const Topic* topic = taxonomy.topic(text)) return one(topic->id);
  for (const Topic& topic : taxonomy.topics())
    if (name_key(topic.id) == key || name_key(topic.label_ar) == key || name_key(topic.label_en) == key ||
        names_have(topic.aliases, key))
      return one(topic.id);
  for (const Topic& topic : taxonomy.topics())
    if (names_have(topic.cues, key)) return one(topic.id);
  if (key.size() < kPrefixBytes) return std::nullopt;
  for (const Topic& topic : taxonomy.topics())
    if (name_key(topic.label_ar).starts_with(key) || name_key(topic.label_en).starts_with(key))
      return one(topic.id);
  return std::nullopt;
}

const Entity* known_source(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  const auto is_source = [](const Entity& e) { return e.kind == EntityKind::kSource; };
  for (const Entity& entity : taxonomy.entities())
    if (is_source(entity) &&
        (std::ranges::find(entity.hosts, text) != entity.hosts.end() || names_have(entity.datelines, key)))
      return &entity;
  return find_entity(taxonomy, key, is_source);
}

/// An outlet the taxonomy lacks is in the index under its name as written.
Values source_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy) {
  const Entity* entity = known_source(text, key, taxonomy);
  return one(entity ? entity->id : std::string(text));
}

Values person_values(std::string_view key, const Taxonomy& taxonomy) {
  const auto is_person = [](const Entity& e) { return e.kind == EntityKind::kPerson; };
  const Entity* entity = find_entity(taxonomy, key, is_person);
  if (!entity) entity = find_by_sound(taxonomy, key, is_person);
  return entity ? one(entity->id) : std::nullopt;
}

Values framing_values(std::string_view key, const Taxonomy& taxonomy) {
  for (const Framing& framing : taxonomy.framings())
    if (name_key(framing.id) == key || name_key(framing.label_ar) == key ||
        name_key(framing.label_en) == key || names_have(framing.terms, key))
      return one(framing.id);
  return std::nullopt;
}

/// Dates have their own way, and of guarantors "none" says so.
bool has_unknown(Field field) {
  return field == Field::kRound || field == Field::kCountry || field == Field::kTopic ||
         field == Field::kSource || field == Field::kPerson || field == Field::kFraming;
}

Values values_of(Field field, std::string_view text, const Taxonomy& taxonomy) {
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
      return framing_values(key, taxonomy);
    case Field::kTitle:
    case Field::kDate:
      break;
  }
  return std::nullopt;
}

std::string guarantor_ids(const Taxonomy& taxonomy) {
  std::string ids;
  for (const Entity* entity : taxonomy.guarantors()) ids += entity->id + ", ";
  return ids + "several, none";
}

std::string accepted(Field field, const Taxonomy& taxonomy) {
  switch (field) {
    case Field::kRound:
      return "use a number (7), a range (7-9), a list (7,8) or 'unknown'";
    case Field::kCountry:
      return "use an ISO code (RU), a country's Arabic or English name or 'unknown'";
    case Field::kGuarantor:
      return "use one of: " + guarantor_ids(taxonomy);
    case Field::kTopic: {
      std::string ids;
      for (const Topic& topic : taxonomy.topics()) ids += (ids.empty() ? "" : ", ") + topic.id;
      return "use one of: " + ids + ", unknown";
    }
    case Field::kFraming: {
      std::string ids;
      for (const Framing& framing : taxonomy.framings()) ids += (ids.empty() ? "" : ", ") + framing.id;
      return ids.empty() ? "this archive's taxonomy has no framing" : "use one of: " + ids + ", unknown";
    }
    case Field::kPerson:
      return "use a person's name as the taxonomy spells it, their id or 'unknown'";
    case Field::kDate:
      return "use 2017, 2017-10, 2017-10-30, a range such as 2017-10..2017-12 or 'unknown'";
    case Field::kTitle:
      return "the title is searched with title:word in the query";
    case Field::kSource:
      return "use a source's name or id, or 'unknown'";
  }
  return {};
}

bool is_backward(Field field, std::string_view text) {
  if (field == Field::kDate) return is_backward_range(text);
  const auto ends = field == Field::kRound ? round_ends(text) : std::nullopt;
  return ends && ends->second < ends->first;
}

InputError rejected(Field field, std::string_view text, const Taxonomy& taxonomy) {
  if (is_backward(field, text))
    return {.path = "",
            .line = 0,
            .message = fmt::format("the {} '{}' begins after it ends", row(field).name, text),
            .remedy = "give the lower end first"};
  return {.path = "",
          .line = 0,
          .message = fmt::format("'{}' is no value of {}", text, row(field).name),
          .remedy = accepted(field, taxonomy)};
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

/// "7,8" or "7، 8" at its commas.
std::vector<std::string> list_items(std::string_view text) {
  constexpr std::string_view kArabicComma = "،";
  std::string plain(text);
  for (auto at = plain.find(kArabicComma); at != std::string::npos; at = plain.find(kArabicComma))
    plain.replace(at, kArabicComma.size(), 1, ',');
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= plain.size();) {
    const std::size_t end = std::min(plain.find(',', begin), plain.size());
    if (const auto item = trimmed(std::string_view(plain).substr(begin, end - begin)); !item.empty())
      items.emplace_back(item);
    begin = end + 1;
  }
  return items;
}

/// An outlet's name may hold a comma: a list is only what names known outlets alone.
bool is_source_list(const std::vector<std::string>& items, const Taxonomy& taxonomy) {
  return std::ranges::all_of(items, [&](const std::string& item) {
    const std::string key = name_key(item);
    return key.empty() || is_unknown(key) || known_source(item, key, taxonomy) != nullptr;
  });
}

constexpr bool is_quoted(std::string_view text) {
  return text.size() > 2 && text.front() == '"' && text.back() == '"';
}

}  // namespace

std::string filter_text(Field field, std::string_view value) {
  const bool apart = value.find(',') != std::string_view::npos || value.find("،") != std::string_view::npos;
  if (field != Field::kSource || (!apart && !value.starts_with('"'))) return std::string(value);
  return fmt::format("\"{}\"", value);
}

Result<Filter> parse_filter(Field field, std::string_view text, const Taxonomy& taxonomy) {
  text = trimmed(text);
  Filter filter{.field = field, .values = {}, .negated = false};
  if (field == Field::kDate) {
    if (is_unknown(name_key(text))) {
      filter.values = {std::string(kUnknown), std::string(kUnknown)};
      return filter;
    }
    const auto range = parse_date_range(text);
    if (!range) return Unexpected(rejected(field, text, taxonomy));
    filter.values = {range->first, range->second};
    return filter;
  }
  if (field == Field::kSource && is_quoted(text)) {
    const std::string_view name = text.substr(1, text.size() - 2);
    const std::string key = name_key(name);
    filter.values = key.empty() ? std::vector{std::string(name)} : *source_values(name, key, taxonomy);
    return filter;
  }
  const auto items = list_items(text);
  // A label may hold a comma itself, so the whole goes first.
  const bool list = field == Field::kSource && items.size() > 1 && is_source_list(items, taxonomy);
  if (auto whole = list ? Values{} : values_of(field, text, taxonomy)) {
    filter.values = std::move(*whole);
    return filter;
  }
  for (const auto& item : items) {
    const auto values = values_of(field, item, taxonomy);
    if (!values) return Unexpected(rejected(field, item, taxonomy));
    for (const auto& value : *values)
      if (std::ranges::find(filter.values, value) == filter.values.end()) filter.values.push_back(value);
  }
  if (filter.values.empty()) return Unexpected(rejected(field, text, taxonomy));
  return filter;
}

Result<Filter> parse_negated_filter(std::string_view text, const Taxonomy& taxonomy) {
  const auto colon = text.find(':');
  const auto name = trimmed(text.substr(0, colon));
  const auto field = colon == std::string_view::npos ? std::nullopt : field_named(name);
  if (!field || *field == Field::kTitle)
    return Unexpected(InputError{
        .path = "",
        .line = 0,
        .message = fmt::format("'{}' is no FACET:VALUE", text),
        .remedy = "use round, country, guarantor, topic, source, person, framing or date, a colon, a value"});
  auto filter = parse_filter(*field, text.substr(colon + 1), taxonomy);
  if (filter) filter->negated = true;
  return filter;
}

}  // namespace mahdar
