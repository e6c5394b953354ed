#include "searcher/terminal/filter_choice.h"

#include <algorithm>

#include "schema/field.h"
#include "searcher/query/filter_values.h"

namespace mahdar {

Result<Filter> read_filter(const std::string& text, const Taxonomy& taxonomy) {
  if (text.starts_with('-')) return parse_negated_filter(text.substr(1), taxonomy);
  const std::size_t colon = text.find(':');
  return parse_filter(field_named(std::string_view(text).substr(0, colon)).value(), text.substr(colon + 1),
                      taxonomy);
}

std::optional<Filter> filter_for(Facet facet, const std::string& value, const Taxonomy& taxonomy) {
  if (facet == Facet::kMonth) {
    const auto filter = parse_filter(Field::kDate, value, taxonomy);
    return filter ? std::optional(*filter) : std::nullopt;
  }
  const auto field = field_named(facet_name(facet));
  return field ? std::optional(Filter{*field, {value}, false}) : std::nullopt;
}

void toggle(std::vector<Filter>& filters, const Filter& chosen) {
  const auto same = std::find_if(filters.begin(), filters.end(),
                                 [&](const Filter& f) { return f.field == chosen.field && !f.negated; });
  if (same == filters.end()) {
    filters.push_back(chosen);
    return;
  }
  if (chosen.field == Field::kDate) {
    if (*same == chosen)
      filters.erase(same);
    else
      *same = chosen;
    return;
  }
  const auto value = std::find(same->values.begin(), same->values.end(), chosen.values.front());
  if (value == same->values.end())
    same->values.push_back(chosen.values.front());
  else
    same->values.erase(value);
  if (same->values.empty()) filters.erase(same);
}

void add(std::vector<Filter>& filters, const Filter& written) {
  const auto same = std::ranges::find(filters, written);
  const auto others = std::ranges::find_if(
      filters, [&](const Filter& f) { return f.field == written.field && f.negated == written.negated; });
  if (same != filters.end()) {
    filters.erase(same);
  } else if (others == filters.end()) {
    filters.push_back(written);
  } else if (written.field == Field::kDate) {
    *others = written;
  } else if (written.values.size() == 1 && !written.negated) {
    toggle(filters, written);
  } else {
    for (const std::string& value : written.values)
      if (std::ranges::find(others->values, value) == others->values.end()) others->values.push_back(value);
  }
}

}  // namespace mahdar
