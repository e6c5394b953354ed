#include "searcher/http/web_search.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "schema/field.h"
#include "searcher/command_line.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/query_caps.h"

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 16> kOwnParameters{
    "q",     "match",  "exact", "sort", "offset", "limit", "explain", "collapse",
    "relax", "facets", "lang",  "date", "from",   "to",    "not",     "facets-count"};
constexpr std::array<std::string_view, 4> kSortNames{"relevance", "newest", "oldest", "round"};
/// Values one URL may filter by: each becomes a term of the query.
constexpr std::size_t kMaxValues = 64;

Unexpected wrong(std::string_view name, std::string_view value, std::string remedy) {
  return Unexpected(InputError{"", 0, fmt::format("{} cannot be '{}'", name, value), std::move(remedy)});
}

std::optional<Field> filter_field(std::string_view name) {
  for (const FieldRow& row : kFields)
    if (row.facet && row.name == name) return row.field;
  return std::nullopt;
}

Result<std::uint32_t> read_number(std::string_view name, std::string_view text, std::uint32_t most) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > most)
    return wrong(name, text, fmt::format("give a number up to {}", most));
  return value;
}

Result<bool> read_switch(std::string_view name, std::string_view text) {
  if (text == "1" || text == "true") return true;
  if (text == "0" || text == "false") return false;
  return wrong(name, text, "give 1 or 0");
}

Result<std::vector<Facet>> read_facets(std::string_view list) {
  std::vector<Facet> facets;
  if (list == "none") return facets;
  if (list == "all") {
    SearchRequest all;
    return std::move(all.facets);
  }
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const auto facet = facet_named(list.substr(0, end));
    if (!facet) return wrong("facets", list.substr(0, end), "give facet names with commas, all or none");
    facets.push_back(*facet);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return facets;
}

/// Puts a value where it belongs; an Unexpected where it is wrong.
template <typename T>
Result<void> take(Result<T> read, T& place) {
  if (!read) return Unexpected(read.error());
  place = std::move(*read);
  return {};
}

Result<void> read_choice(std::string_view name, std::string_view value, SearchRequest& request,
                         std::uint32_t max_hits) {
  if (name == "match") {
    if (value != "all" && value != "any") return wrong(name, value, "give all or any");
    request.match = value == "any" ? MatchMode::kAny : MatchMode::kAll;
  } else if (name == "sort") {
    const auto known = std::ranges::find(kSortNames, value);
    if (known == kSortNames.end()) return wrong(name, value, "give relevance, newest, oldest or round");
    request.sort = static_cast<SortOrder>(known - kSortNames.begin());
  } else if (name == "offset") {
    return take(read_number(name, value, query_caps::kDeepestHit), request.offset);
  } else if (name == "limit") {
    return take(read_number(name, value, max_hits), request.limit);
  } else if (name == "exact") {
    return take(read_switch(name, value), request.exact);
  } else if (name == "explain") {
    return take(read_switch(name, value), request.explain);
  } else if (name == "collapse") {
    return take(read_switch(name, value), request.collapse);
  } else if (name == "relax") {
    return take(read_switch(name, value), request.relax);
  } else if (name == "facets") {
    return take(read_facets(value), request.facets);
  } else if (name == "facets-count") {
    if (value != "articles" && value != "groups") return wrong(name, value, "give articles or groups");
    request.count_groups = value == "groups";
  } else if (name == "lang" && value != "ar" && value != "en") {
    return wrong(name, value, "give ar or en");
  }
  return {};
}

/// Reads one parameter of a facet's field, or of the search's own.
Result<void> read_parameter(const std::string& name, const std::string& value, SearchCommandLine& line,
                            std::uint32_t max_hits) {
  if (const auto field = filter_field(name)) {
    line.filters.push_back({*field, value});
    return {};
  }
  if (name == "q") line.request.text = value;
  if (name == "date") line.filters.push_back({Field::kDate, value});
  if (name == "from") line.from = value;
  if (name == "to") line.to = value;
  if (name == "not") line.excluded.push_back(value);
  return read_choice(name, value, line.request, max_hits);
}

Result<SearchCommandLine> read_line(const Parameters& parameters, bool strict, std::uint32_t max_hits) {
  SearchCommandLine line;  // filters are read as the command line's
  line.request.limit = kPageHits;
  for (const auto& [name, value] : parameters) {
    if (!filter_field(name) && std::ranges::find(kOwnParameters, name) == kOwnParameters.end()) {
      if (!strict) continue;
      return Unexpected(InputError{"", 0, fmt::format("there is no parameter '{}'", name),
                                   "see /openapi.json for those there are"});
    }
    if (value.empty()) continue;  // what an empty form field sends
    if (auto read = read_parameter(name, value, line, max_hits); !read) return Unexpected(read.error());
    if (line.filters.size() + line.excluded.size() > kMaxValues)
      return Unexpected(InputError{"", 0, "too many values to filter by", "give at most 64"});
  }
  if (line.from == kUnknown) {  // articles without a date
    line.filters.push_back({Field::kDate, line.from});
    line.from.clear();
  }
  return line;
}

void add_filter(const Filter& filter, Parameters& parameters) {
  const std::string name(row(filter.field).name);
  if (filter.field == Field::kDate) {
    const bool unknown = filter.values[0] == kUnknown;
    if (filter.negated) {
      parameters.emplace_back(
          "not", "date:" + (unknown ? filter.values[0] : filter.values[0] + ".." + filter.values[1]));
      return;
    }
    if (parameter(parameters, "from").empty() && parameter(parameters, "to").empty()) {
      if (!filter.values[0].empty()) parameters.emplace_back("from", filter.values[0]);
      if (!filter.values[1].empty() && !unknown) parameters.emplace_back("to", filter.values[1]);
    } else {  // a second range, which holds as well
      parameters.emplace_back("date",
                              unknown ? filter.values[0] : filter.values[0] + ".." + filter.values[1]);
    }
    return;
  }
  for (const std::string& value : filter.values) {
    const std::string text = filter_text(filter.field, value);
    parameters.emplace_back(filter.negated ? "not" : name, filter.negated ? name + ":" + text : text);
  }
}

}  // namespace

Parameters to_parameters(const SearchRequest& request, bool english) {
  Parameters parameters;
  if (!request.text.empty()) parameters.emplace_back("q", request.text);
  for (const Filter& filter : request.filters) add_filter(filter, parameters);
  if (request.match == MatchMode::kAny) parameters.emplace_back("match", "any");
  if (request.collapse) parameters.emplace_back("collapse", "1");
  if (request.count_groups && !request.collapse) parameters.emplace_back("facets-count", "groups");
  if (request.exact) parameters.emplace_back("exact", "1");
  if (!request.relax) parameters.emplace_back("relax", "0");
  if (request.explain) parameters.emplace_back("explain", "1");
  if (request.sort != SortOrder::kRelevance)
    parameters.emplace_back("sort", kSortNames[static_cast<std::size_t>(request.sort)]);
  if (request.limit != kPageHits) parameters.emplace_back("limit", std::to_string(request.limit));
  if (request.offset > 0) parameters.emplace_back("offset", std::to_string(request.offset));
  if (english) parameters.emplace_back("lang", "en");
  return parameters;
}

bool wants_english(const Parameters& parameters) {
  return parameter(parameters, "lang") == "en";
}

SearchRequest counting_as_shown(SearchRequest request, const Parameters& parameters) {
  if (request.collapse && parameter(parameters, "facets-count").empty()) request.count_groups = true;
  return request;
}

std::vector<std::string> web_search_parameters() {
  std::vector<std::string> names(kOwnParameters.begin(), kOwnParameters.end());
  for (const FieldRow& row : kFields)
    if (row.facet) names.emplace_back(row.name);
  return names;
}

Result<WebSearch> read_web_search(const Parameters& parameters, const Taxonomy& taxonomy, bool strict,
                                  std::uint32_t max_hits) {
  const auto line = read_line(parameters, strict, max_hits);
  if (!line) return Unexpected(line.error());
  auto request = complete_request(*line, taxonomy);
  if (!request) return Unexpected(request.error());
  return WebSearch{std::move(*request), wants_english(parameters)};
}

}  // namespace mahdar
