#include "searcher/http/api.h"

#include <algorithm>

#include "schema/name_key.h"
#include "searcher/http/web_search.h"
#include "searcher/match/facet_labels.h"
#include "searcher/render/page_json.h"

namespace mahdar {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kCompletions = 10;
constexpr std::uint32_t kSimilar = 10;

HttpResponse json_response(const Json& json) {
  return {200, "application/json; charset=utf-8", dump_json(json) + '\n'};
}

std::string message_of(const InputError& error) {
  return error.remedy.empty() ? error.message : error.message + " (" + error.remedy + ")";
}

/// What follows the route's own path: an article's id, which may hold slashes.
std::string id_in(const Target& target, std::string_view route) {
  return target.path.substr(route.size());
}

/// The parameters without some that only one route knows.
Parameters without(const Parameters& parameters, std::initializer_list<std::string_view> names) {
  Parameters rest;
  for (const auto& pair : parameters)
    if (std::ranges::find(names, pair.first) == names.end()) rest.push_back(pair);
  return rest;
}

/// The same search, asking for nothing but counts.
SearchRequest counting(SearchRequest request, std::vector<Facet> facets) {
  request.offset = 0;
  request.limit = 0;
  request.snippet_graphemes = 0;
  request.explain = false;
  request.sort = SortOrder::kNewest;  // ranking would be for nothing
  request.facets = std::move(facets);
  return request;
}

SearchRequest with_guarantor(SearchRequest request, const std::string& value) {
  std::erase_if(request.filters, [](const Filter& f) { return f.field == Field::kGuarantor && !f.negated; });
  request.filters.push_back({Field::kGuarantor, {value}, false});
  return request;
}

/// The search that gave the page's matches: what was relaxed is not to be relaxed otherwise for a part of it.
SearchRequest as_answered(SearchRequest request, const ResultPage& page) {
  request.relax = false;
  if (!page.relaxed) return request;
  request.text = page.relaxed->query;
  request.filters = page.relaxed->filters;
  request.match = page.relaxed->match;
  return request;
}

SearchRequest without_rounds(SearchRequest request) {
  std::erase_if(request.filters, [](const Filter& f) { return f.field == Field::kRound && !f.negated; });
  return request;
}

/// What the bars are cut by. A guarantor that is filtered out is none of it.
FacetCounts guarantors_of_bars(Searcher& searcher, const SearchRequest& request) {
  FacetCounts counts = searcher.search(counting(request, {Facet::kGuarantor})).facets.front();
  if (std::ranges::any_of(counts.values, &FacetValueCount::selected))
    std::erase_if(counts.values, [](const FacetValueCount& value) { return !value.selected; });
  return counts;
}

Json rounds_to_json(const Taxonomy& taxonomy) {
  Json rounds = Json::array();
  for (const Round& round : taxonomy.rounds()) {
    const Entity* city = taxonomy.entity(round.city);
    rounds.push_back({{"round", round.number},
                      {"label", round.label_ar},
                      {"label_en", round.label_en},
                      {"start", round.start},
                      {"end", round.end},
                      {"city", city ? city->label_ar : round.city},
                      {"city_en", city ? city->label_en : round.city},
                      {"count", 0},
                      {"guarantors", Json::object()}});
  }
  return rounds;
}

/// The entry of a round; null where the value is none.
Json* round_entry(Json& rounds, const std::string& number) {
  const auto found = std::ranges::find_if(
      rounds, [&](const Json& round) { return std::to_string(round["round"].get<int>()) == number; });
  return found == rounds.end() ? nullptr : &*found;
}

}  // namespace

HttpResponse json_error(int status, std::string_view message) {
  const Json json = {{"error", {{"status", status}, {"message", message}}}};
  return {status, "application/json; charset=utf-8", dump_json(json) + '\n'};
}

HttpResponse api_search(Searcher& searcher, const Target& target) {
  const auto search = read_web_search(target.parameters, searcher.taxonomy(), true, kMaxPageHits);
  if (!search) return json_error(400, message_of(search.error()));
  return json_response(
      page_to_json(searcher.search(search->request), search->request.explain, LocalPaths::kLeftOut));
}

HttpResponse api_facet(Searcher& searcher, const Target& target) {
  const auto facet = facet_named(parameter(target.parameters, "facet"));
  if (!facet) return json_error(400, "facet must name a facet, as round or person");
  const auto search = read_web_search(without(target.parameters, {"facet", "contains"}), searcher.taxonomy(),
                                      true, kMaxPageHits);
  if (!search) return json_error(400, message_of(search.error()));
  const std::string wanted = name_key(parameter(target.parameters, "contains"));
  ResultPage page =
      searcher.search(counting(counting_as_shown(search->request, target.parameters), {*facet}));
  FacetCounts& counts = page.facets.front();
  std::erase_if(counts.values, [&](const FacetValueCount& value) {
    return name_key(value.label).find(wanted) == std::string::npos &&
           name_key(value.label_en).find(wanted) == std::string::npos &&
           name_key(value.value).find(wanted) == std::string::npos;
  });
  return json_response(
      {{"facet", facet_name(*facet)}, {"total", page.total}, {"values", facet_values_to_json(counts)}});
}

HttpResponse api_suggest(Searcher& searcher, const Target& target) {
  Json list = Json::array();
  for (const Completion& c : searcher.complete(std::string(parameter(target.parameters, "q")), kCompletions))
    list.push_back({{"text", c.text},
                    {"kind", c.kind},
                    {"label", c.label},
                    {"label_en", c.label_en},
                    {"articles", c.articles}});
  return json_response({{"suggestions", std::move(list)}});
}

HttpResponse api_article(Searcher& searcher, const Target& target) {
  const auto view =
      searcher.view(id_in(target, "/api/article/"), std::string(parameter(target.parameters, "q")));
  if (!view) return json_error(404, "there is no such article");
  Json json = article_to_json(view->article, LocalPaths::kLeftOut);
  json["matches"] = reasons_to_json(view->matches);
  return json_response(json);
}

HttpResponse api_similar(Searcher& searcher, const Target& target) {
  const auto page = searcher.similar(id_in(target, "/api/similar/"), kSimilar);
  if (!page) return json_error(404, "there is no such article");
  return json_response(page_to_json(*page, false, LocalPaths::kLeftOut));
}

HttpResponse api_rounds(Searcher& searcher, const Target& target) {
  const auto search = read_web_search(target.parameters, searcher.taxonomy(), true, kMaxPageHits);
  if (!search) return json_error(400, message_of(search.error()));
  const SearchRequest request = counting_as_shown(search->request, target.parameters);
  const ResultPage all = searcher.search(counting(request, {Facet::kRound, Facet::kMonth}));
  // The bars stand for all rounds, whichever are chosen.
  const SearchRequest bars = without_rounds(as_answered(request, all));
  const FacetCounts guarantors = guarantors_of_bars(searcher, bars);
  Json rounds = rounds_to_json(searcher.taxonomy());
  Json unknown = 0;
  for (const FacetValueCount& value : all.facets[0].values) {
    if (value.value == kUnknown) unknown = value.count;
    Json* round = round_entry(rounds, value.value);
    if (round == nullptr) continue;
    (*round)["count"] = value.count;
    (*round)["selected"] = value.selected;
  }
  for (const FacetValueCount& guarantor : guarantors.values) {
    const ResultPage part = searcher.search(counting(with_guarantor(bars, guarantor.value), {Facet::kRound}));
    for (const FacetValueCount& value : part.facets[0].values)
      if (Json* round = round_entry(rounds, value.value))
        (*round)["guarantors"][guarantor.value] = value.count;
  }
  return json_response({{"total", all.total},
                        {"rounds", std::move(rounds)},
                        {"unknown", std::move(unknown)},
                        {"guarantors", facet_values_to_json(guarantors)},
                        {"months", facet_values_to_json(all.facets[1])}});
}

}  // namespace mahdar
