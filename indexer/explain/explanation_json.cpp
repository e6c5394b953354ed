#include <nlohmann/json.hpp>

#include "indexer/explain/explanation.h"
#include "indexer/explain/source_text.h"
#include "schema/corrections_json.h"
#include "schema/round_role.h"

namespace mahdar {
namespace {

using Json = nlohmann::ordered_json;

class Explainer {
 public:
  Explainer(const RawArticle& raw, const Article& article) : article_(article), source_(raw, article) {}

  Json evidence(const std::vector<Evidence>& list) const {
    Json json = Json::array();
    for (const Evidence& item : list) {
      const SourcePlace place = source_.place(item.range);
      Json entry = {{"text", place.text},
                    {"begin", place.range.begin},
                    {"end", place.range.end},
                    {"rule", item.rule},
                    {"weight", item.weight}};
      if (place.in_title) entry["field"] = "title";
      json.push_back(std::move(entry));
    }
    return json;
  }

  Json date() const {
    const DateInfo& date = article_.date;
    return {{"published", text_or_null(date.published)},
            {"precision", date.precision},
            {"basis", date.basis},
            {"confidence", date.confidence},
            {"event", text_or_null(date.event)},
            {"evidence", evidence(date.evidence)}};
  }

  Json round() const {
    Json mentioned = Json::array();
    for (const RoundMention& mention : article_.round.mentioned)
      mentioned.push_back({{"round", mention.round}, {"role", role_name(mention.role)}});
    return {{"about", article_.round.about},
            {"mentioned", std::move(mentioned)},
            {"confidence", article_.round.confidence},
            {"evidence", evidence(article_.round.evidence)}};
  }

  Json guarantor() const {
    return {{"focus", article_.guarantor.focus},
            {"scores", article_.guarantor.scores},
            {"confidence", article_.guarantor.confidence},
            {"evidence", evidence(article_.guarantor.evidence)}};
  }

  Json countries() const {
    Json json = Json::array();
    for (const CountryInfo& country : article_.countries)
      json.push_back({{"code", country.code},
                      {"count", country.count},
                      {"salience", country.salience},
                      {"evidence", evidence(country.evidence)}});
    return json;
  }

  Json organisations() const {
    Json json = Json::array();
    for (const OrganisationInfo& organisation : article_.organisations)
      json.push_back({{"id", organisation.id},
                      {"count", organisation.count},
                      {"evidence", evidence(organisation.evidence)}});
    return json;
  }

  Json people() const {
    Json json = Json::array();
    for (const PersonInfo& person : article_.people)
      json.push_back({{"id", person.id},
                      {"delegation", person.delegation},
                      {"count", person.count},
                      {"evidence", evidence(person.evidence)}});
    return json;
  }

  Json topics() const {
    Json json = Json::array();
    for (const TopicInfo& topic : article_.topics)
      json.push_back({{"id", topic.id}, {"score", topic.score}, {"evidence", evidence(topic.evidence)}});
    return json;
  }

  Json framing() const {
    Json json = Json::array();
    for (const FramingInfo& way : article_.framing)
      json.push_back({{"id", way.id}, {"count", way.count}, {"evidence", evidence(way.evidence)}});
    return json;
  }

  Json left_out(const std::vector<TextCut>& cuts) const {
    Json json = Json::array();
    for (const TextCut& cut : cuts)
      json.push_back({{"text", source_.text(cut.range)},
                      {"begin", cut.range.begin},
                      {"end", cut.range.end},
                      {"rule", cut.rule}});
    return json;
  }

  static Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

 private:
  const Article& article_;
  SourceText source_;
};

}  // namespace

std::string explanation_to_json(const RawArticle& raw, const Article& article,
                                const std::vector<TextCut>& cuts) {
  const Explainer explain(raw, article);
  Json json;
  json["path"] = raw.path;
  if (raw.record > 0) json["line"] = raw.record;
  json["id"] = article.id;
  json["title"] = article.shown_title();
  if (!article.url.empty()) json["url"] = article.url;
  json["date"] = explain.date();
  json["source"] = Explainer::text_or_null(article.source.id);
  json["source_agency"] = Explainer::text_or_null(article.source.agency);
  json["author"] = Explainer::text_or_null(article.author);
  json["language"] = article.language;
  json["encoding"] = article.encoding;
  json["body_bytes"] = article.text.size() - article.title_end;
  json["round"] = explain.round();
  json["guarantor"] = explain.guarantor();
  json["countries"] = explain.countries();
  json["organisations"] = explain.organisations();
  json["people"] = explain.people();
  json["topics"] = explain.topics();
  json["framing"] = explain.framing();
  json["offsets"] = raw.as_in_file ? "file" : "text";
  if (!raw.as_in_file) json["text"] = raw.head + raw.text;
  json["left_out"] = explain.left_out(cuts);
  json["corrections"] = corrections_to_json(article.corrections);
  json["warnings"] = article.warnings;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace mahdar
