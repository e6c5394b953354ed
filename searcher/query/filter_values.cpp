#include "searcher/query/filter_values.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "schema/facet.h"
#include "schema/name_key.h"
#include "schema/round_range.h"
#include "schema/value_words.h"
#include "searcher/query/date_range.h"
#include "searcher/query/field_values.h"
#include "searcher/query/near_values.h"

namespace mahdar {
namespace {

std::string guarantor_ids(const Taxonomy& taxonomy) {
  std::string ids;
  for (const Entity* entity : taxonomy.guarantors()) ids += entity->id + ", ";
  return ids + "several, none";
}

std::string accepted(Field field, const Taxonomy& taxonomy) {
  switch (field) {
    case Field::kRound:
      return "use a number (7), a range (7-9), a list (7,8), 'none' or 'unknown'";
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
  const std::vector<std::string> near = near_values(field, text, taxonomy).near;
  return {.path = "",
          .line = 0,
          .message = fmt::format("'{}' is no value of {}", text, row(field).name),
          .remedy = near.empty() ? accepted(field, taxonomy)
                                 : fmt::format("did you mean {}? {}", fmt::join(near, ", "),
                                               accepted(field, taxonomy))};
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
  if (auto whole = list ? FieldValues{} : values_of(field, text, taxonomy)) {
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
