#include "searcher/web/page_links.h"

#include <algorithm>

#include "searcher/http/web_search.h"

namespace mahdar {
namespace {

/// The filter that asks for a facet's value.
Filter filter_for(Facet facet, std::string_view value, bool negated) {
  const Field field = field_of_facet(facet);
  const std::string text(value);
  if (field == Field::kDate) return {field, {text, text}, negated};
  return {field, {text}, negated};
}

/// Takes the filter's value out of the request; whether it was there.
bool take_out(SearchRequest& request, const Filter& wanted) {
  for (auto known = request.filters.begin(); known != request.filters.end(); ++known) {
    if (known->field != wanted.field || known->negated != wanted.negated) continue;
    if (wanted.field == Field::kDate) {
      if (known->values != wanted.values) continue;
      request.filters.erase(known);
      return true;
    }
    const auto value = std::ranges::find(known->values, wanted.values.front());
    if (value == known->values.end()) continue;
    known->values.erase(value);
    if (known->values.empty()) request.filters.erase(known);
    return true;
  }
  return false;
}

}  // namespace

Field field_of_facet(Facet facet) {
  for (const FieldRow& row : kFields)
    if (row.facet && row.name == facet_name(facet)) return row.field;
  return Field::kDate;
}

std::string PageLinks::address(std::string_view path, const SearchRequest& request) const {
  const std::string query = to_query_string(to_parameters(request, english_));
  return query.empty() ? std::string(path) : std::string(path) + '?' + query;
}

std::string PageLinks::at(std::string_view path) const {
  return address(path, request_);
}

std::string PageLinks::in_other_language() const {
  return PageLinks(request_, !english_).at("/");
}

std::string PageLinks::with_offset(std::uint32_t offset) const {
  SearchRequest request = request_;
  request.offset = offset;
  return address("/", request);
}

std::string PageLinks::with_text(std::string_view text) const {
  SearchRequest request = request_;
  request.text = text;
  request.offset = 0;
  return address("/", request);
}

std::string PageLinks::with_explain(bool explain) const {
  SearchRequest request = request_;
  request.explain = explain;
  return address("/", request);
}

std::string PageLinks::without_filters() const {
  SearchRequest request = request_;
  request.filters.clear();
  request.offset = 0;
  return address("/", request);
}

std::string PageLinks::with_value(Facet facet, std::string_view value) const {
  SearchRequest request = request_;
  request.offset = 0;
  Filter wanted = filter_for(facet, value, false);
  if (!take_out(request, wanted)) {
    // Two ranges of dates would both have to hold: the new one takes the old one's place.
    if (wanted.field == Field::kDate)
      std::erase_if(request.filters, [](const Filter& f) { return f.field == Field::kDate && !f.negated; });
    Filter opposite = wanted;
    opposite.negated = true;
    take_out(request, opposite);
    request.filters.push_back(std::move(wanted));
  }
  return address("/", request);
}

std::string PageLinks::without_value(Facet facet, std::string_view value) const {
  SearchRequest request = request_;
  request.offset = 0;
  take_out(request, filter_for(facet, value, false));
  request.filters.push_back(filter_for(facet, value, true));
  return address("/", request);
}

std::string PageLinks::dropping(const Filter& filter, std::size_t value) const {
  SearchRequest request = request_;
  request.offset = 0;
  const auto known = std::ranges::find(request.filters, filter);
  if (known != request.filters.end()) {
    if (filter.field != Field::kDate)
      known->values.erase(known->values.begin() + static_cast<std::ptrdiff_t>(value));
    if (filter.field == Field::kDate || known->values.empty()) request.filters.erase(known);
  }
  return address("/", request);
}

std::string PageLinks::article(std::string_view id) const {
  return address("/article/" + percent_encoded(id), request_);
}

}  // namespace mahdar
