#include "searcher/render/page_json.h"

#include "schema/corrections_json.h"
#include "schema/field.h"
#include "schema/round_role.h"
#include "searcher/highlight/filter_reasons.h"
#include "searcher/render/relaxation_note.h"

namespace mahdar {
namespace {

using Json = nlohmann::ordered_json;

Json filters_to_json(const std::vector<Filter>& filters) {
  Json json = Json::object();
  for (const Filter& filter : filters) {
    Json& place = filter.negated ? json["not"][std::string(row(filter.field).name)]
                                 : json[std::string(row(filter.field).name)];
    if (place.is_null()) place = Json::array();
    for (const std::string& value : filter.values) place.push_back(value);
  }
  return json;
}

Json query_to_json(const ResultPage& page) {
  Json json;
  json["text"] = page.request.text;
  json["interpreted"] = page.interpreted;
  json["filters"] = filters_to_json(page.request.filters);
  json["match"] = page.request.match == MatchMode::kAny ? "any" : "all";
  json["relaxed"] = nullptr;
  if (page.relaxed) {
    json["relaxed"] = page.relaxed->message;
    json["relaxed_ar"] = page.relaxed->message_ar;
    json["relaxation"] = page.relaxed->step;
  }
  json["relaxation_steps"] = Json::array();
  for (const RelaxationStep& step : page.steps)
    json["relaxation_steps"].push_back({{"step", step.step},
                                        {"label", step_label(step.step, false)},
                                        {"label_en", step_label(step.step, true)},
                                        {"count", step.count},
                                        {"taken", step.taken}});
  return json;
}

Json facets_to_json(const std::vector<FacetCounts>& facets) {
  Json json = Json::object();
  for (const FacetCounts& facet : facets)
    json[std::string(facet_name(facet.facet))] = facet_values_to_json(facet);
  return json;
}

Json diagnostics_to_json(const std::vector<Diagnostic>& diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& d : diagnostics)
    json.push_back({{"code", d.code},
                    {"message", d.message},
                    {"message_ar", d.message_ar},
                    {"begin", d.begin},
                    {"end", d.end}});
  return json;
}

Json evidence_to_json(const Article& article, const std::vector<Evidence>& evidence) {
  Json json = Json::array();
  for (const Evidence& e : evidence)
    json.push_back({{"text", article.slice(e.range)},
                    {"begin", e.range.begin},
                    {"end", e.range.end},
                    {"rule", e.rule},
                    {"weight", e.weight}});
  return json;
}

/// Of a field with one evidence for all its values: marked where a correction overruled it.
Json evidence_to_json(const Article& article, Field field, const std::vector<Evidence>& evidence) {
  Json json = evidence_to_json(article, evidence);
  if (is_overruled(article, field))
    for (Json& entry : json) entry["overruled"] = true;
  return json;
}

Json countries_to_json(const Article& article) {
  Json json = Json::array();
  for (const CountryInfo& c : article.countries) json.push_back(c.code);
  return json;
}

template <typename Items>
Json ids_to_json(const Items& items) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(item.id);
  return json;
}

Json mentioned_rounds(const RoundInfo& round) {
  Json json = Json::array();
  for (const RoundMention& m : round.mentioned) json.push_back(m.round);
  return json;
}

/// What a hit and a shown article have in common.
Json summary_to_json(const Article& article, LocalPaths paths) {
  Json json;
  json["id"] = article.id;
  json["title"] = article.shown_title();
  json["url"] = article.url;
  if (paths == LocalPaths::kTold) json["path"] = article.path;
  json["source"] = article.source.id;
  json["author"] = article.author;
  json["date"] = article.date.published;
  json["date_basis"] = article.date.basis;
  return json;
}

template <typename Items>
Json evidence_by_id(const Article& article, const Items& items) {
  Json json = Json::object();
  for (const auto& item : items) json[item.id] = evidence_to_json(article, item.evidence);
  return json;
}

Json filter_reasons_to_json(const Hit& hit) {
  Json json = Json::array();
  for (const FilterReason& r : hit.filters)
    json.push_back({{"field", row(r.field).name},
                    {"negated", r.negated},
                    {"values", r.values},
                    {"rule", r.rule},
                    {"confidence", r.confidence},
                    {"evidence", evidence_to_json(hit.article, r.evidence)}});
  return json;
}

void add_explanation(Json& json, const Hit& hit, LocalPaths paths) {
  json["explanation"] = reasons_to_json(hit.explanation);
  json["filters"] = filter_reasons_to_json(hit);
  json["corrections"] = corrections_to_json(hit.article.corrections, paths == LocalPaths::kTold);
  json["evidence"] = {
      {"round", evidence_to_json(hit.article, Field::kRound, hit.article.round.evidence)},
      {"guarantor", evidence_to_json(hit.article, Field::kGuarantor, hit.article.guarantor.evidence)},
      {"date", evidence_to_json(hit.article, Field::kDate, hit.article.date.evidence)},
      {"source", evidence_to_json(hit.article, Field::kSource, hit.article.source.evidence)}};
  Json& evidence = json["evidence"];
  evidence["countries"] = Json::object();
  for (const CountryInfo& country : hit.article.countries)
    evidence["countries"][country.code] = evidence_to_json(hit.article, country.evidence);
  evidence["organisations"] = evidence_by_id(hit.article, hit.article.organisations);
  evidence["people"] = evidence_by_id(hit.article, hit.article.people);
  evidence["topics"] = evidence_by_id(hit.article, hit.article.topics);
  evidence["framing"] = evidence_by_id(hit.article, hit.article.framing);
}

}  // namespace

Json facet_values_to_json(const FacetCounts& facet) {
  Json values = Json::array();
  for (const FacetValueCount& value : facet.values)
    values.push_back({{"value", value.value},
                      {"label", value.label},
                      {"label_en", value.label_en},
                      {"count", value.count},
                      {"selected", value.selected}});
  return values;
}

Json reasons_to_json(const std::vector<MatchReason>& reasons) {
  Json json = Json::array();
  for (const MatchReason& r : reasons) {
    Json steps = Json::array();
    for (const ReasonStep& step : r.steps)
      steps.push_back({{"step", step.step}, {"query", step.query}, {"text", step.text}});
    json.push_back({{"query", r.query_word},
                    {"text", r.text_word},
                    {"step", r.step},
                    {"begin", r.range.begin},
                    {"end", r.range.end},
                    {"field", r.in_title ? "title" : "text"},
                    {"query_begin", r.query_range.begin},
                    {"query_end", r.query_range.end},
                    {"entity", r.entity.empty() ? Json() : Json(r.entity)},
                    {"steps", std::move(steps)}});
  }
  return json;
}

Json hit_to_json(const Hit& hit, bool explain, LocalPaths paths) {
  const Article& article = hit.article;
  Json json = summary_to_json(article, paths);
  json["snippet"] = hit.snippet;
  json["highlights"] = Json::array();
  for (const ByteRange& range : hit.highlights) json["highlights"].push_back({range.begin, range.end});
  json["round"] = {{"about", article.round.about},
                   {"mentioned", mentioned_rounds(article.round)},
                   {"confidence", article.round.confidence}};
  json["guarantor"] = {{"focus", article.guarantor.focus},
                       {"scores", article.guarantor.scores},
                       {"confidence", article.guarantor.confidence}};
  json["countries"] = countries_to_json(article);
  json["topics"] = ids_to_json(article.topics);
  json["people"] = ids_to_json(article.people);
  json["framing"] = ids_to_json(article.framing);
  json["score"] = hit.score;
  json["duplicates"] = hit.duplicates;
  if (explain) add_explanation(json, hit, paths);
  return json;
}

Json page_to_json(const ResultPage& page, bool explain, LocalPaths paths) {
  Json json;
  json["schema_version"] = kJsonSchemaVersion;
  json["query"] = query_to_json(page);
  json["total"] = page.total;
  json["articles"] = page.articles;
  json["took_ms"] = page.took_ms;
  json["index"] = {{"articles", page.index_articles},
                   {"generation", page.index_generation},
                   {"revision", page.index_revision}};
  json["hits"] = Json::array();
  for (const Hit& hit : page.hits) json["hits"].push_back(hit_to_json(hit, explain, paths));
  json["facets"] = facets_to_json(page.facets);
  json["suggestion"] = nullptr;
  if (page.suggestion) json["suggestion"] = *page.suggestion;
  json["diagnostics"] = diagnostics_to_json(page.diagnostics);
  return json;
}

Json article_to_json(const Article& article, LocalPaths paths) {
  Json json = summary_to_json(article, paths);
  json["language"] = article.language;
  json["encoding"] = article.encoding;
  json["text"] = article.text;
  Json mentioned = Json::array();
  for (const RoundMention& m : article.round.mentioned)
    mentioned.push_back({{"round", m.round}, {"role", role_name(m.role)}});
  json["round"] = {{"about", article.round.about},
                   {"mentioned", std::move(mentioned)},
                   {"confidence", article.round.confidence},
                   {"evidence", evidence_to_json(article, Field::kRound, article.round.evidence)}};
  json["guarantor"] = {
      {"focus", article.guarantor.focus},
      {"scores", article.guarantor.scores},
      {"confidence", article.guarantor.confidence},
      {"evidence", evidence_to_json(article, Field::kGuarantor, article.guarantor.evidence)}};
  json["countries"] = Json::array();
  for (const CountryInfo& c : article.countries)
    json["countries"].push_back({{"code", c.code},
                                 {"count", c.count},
                                 {"salience", c.salience},
                                 {"evidence", evidence_to_json(article, c.evidence)}});
  json["organisations"] = ids_to_json(article.organisations);
  json["people"] = Json::array();
  for (const PersonInfo& p : article.people)
    json["people"].push_back({{"id", p.id},
                              {"delegation", p.delegation},
                              {"count", p.count},
                              {"evidence", evidence_to_json(article, p.evidence)}});
  json["topics"] = Json::array();
  for (const TopicInfo& t : article.topics)
    json["topics"].push_back(
        {{"id", t.id}, {"score", t.score}, {"evidence", evidence_to_json(article, t.evidence)}});
  json["framing"] = Json::array();
  for (const FramingInfo& f : article.framing)
    json["framing"].push_back(
        {{"id", f.id}, {"count", f.count}, {"evidence", evidence_to_json(article, f.evidence)}});
  json["published"] = {{"date", article.date.published},
                       {"precision", article.date.precision},
                       {"basis", article.date.basis},
                       {"event", article.date.event},
                       {"confidence", article.date.confidence},
                       {"evidence", evidence_to_json(article, Field::kDate, article.date.evidence)}};
  json["source_agency"] = article.source.agency;
  json["source_basis"] = article.source.basis;
  json["source_evidence"] = evidence_to_json(article, Field::kSource, article.source.evidence);
  json["corrections"] = corrections_to_json(article.corrections, paths == LocalPaths::kTold);
  json["warnings"] = article.warnings;
  return json;
}

Json copies_to_json(const std::vector<ArticleCopy>& copies) {
  Json json = Json::array();
  for (const ArticleCopy& copy : copies)
    json.push_back({{"id", copy.id}, {"title", copy.title}, {"source", copy.source}, {"date", copy.date}});
  return json;
}

std::string dump_json(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace mahdar
