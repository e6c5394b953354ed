#include "schema/article_json.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace mahdar {

using nlohmann::json;

namespace {

std::string one_line(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// JSON knows no infinity and no NaN: they would come back as null.
double finite(double number) {
  return std::isfinite(number) ? number : 0;
}

template <typename T, typename ToJson>
json list(const std::vector<T>& items, ToJson to_json) {
  json array = json::array();
  for (const T& item : items) array.push_back(to_json(item));
  return array;
}

/// Evidence as flat lists of numbers, four an item, with each rule's name written once an article: less
/// than half the time, and two thirds of the space, of a list an item.
class EvidenceWriter {
 public:
  json list_of(const std::vector<Evidence>& evidence) {
    json::array_t flat;
    flat.reserve(4 * evidence.size());
    for (const Evidence& e : evidence) {
      flat.emplace_back(e.range.begin);
      flat.emplace_back(e.range.end);
      flat.emplace_back(number_of(e.rule));
      flat.emplace_back(finite(e.weight));
    }
    return flat;
  }

  template <typename T>
  json list_of_each(const std::vector<T>& items) {
    return list(items, [this](const T& item) { return list_of(item.evidence); });
  }

  const std::vector<std::string>& rules() const { return rules_; }

 private:
  std::size_t number_of(const std::string& rule) {
    const auto number =
        static_cast<std::size_t>(std::find(rules_.begin(), rules_.end(), rule) - rules_.begin());
    if (number == rules_.size()) rules_.push_back(rule);
    return number;
  }

  std::vector<std::string> rules_;
};

class EvidenceReader {
 public:
  explicit EvidenceReader(const json& rules) : rules_(rules.get<std::vector<std::string>>()) {}

  std::vector<Evidence> list_from(const json& flat) const {
    std::vector<Evidence> evidence;
    evidence.reserve(flat.size() / 4);
    for (std::size_t i = 0; i < flat.size(); i += 4) {
      const auto rule = flat.at(i + 2).get<std::size_t>();
      evidence.push_back({{flat.at(i).get<std::uint32_t>(), flat.at(i + 1).get<std::uint32_t>()},
                          rule < rules_.size() ? rules_[rule] : std::string(),
                          flat.at(i + 3).get<double>()});
    }
    return evidence;
  }

  template <typename T>
  void add_to_each(const json& lists, std::vector<T>& items) const {
    for (std::size_t i = 0; i < items.size(); ++i) items[i].evidence = list_from(lists.at(i));
  }

 private:
  std::vector<std::string> rules_;
};

json round_json(const RoundInfo& round) {
  return {{"about", round.about},
          {"mentioned", list(round.mentioned,
                             [](const RoundMention& m) -> json {
                               return {m.round, static_cast<int>(m.role), m.range.begin, m.range.end, m.rule};
                             })},
          {"confidence", finite(round.confidence)}};
}

RoundRole role_from(int number) {
  if (number < 0 || number > static_cast<int>(RoundRole::kMentioned)) return RoundRole::kMentioned;
  return static_cast<RoundRole>(number);
}

void round_from(const json& value, RoundInfo& round) {
  value.at("about").get_to(round.about);
  value.at("confidence").get_to(round.confidence);
  for (const json& m : value.at("mentioned"))
    round.mentioned.push_back({m.at(0).get<int>(),
                               role_from(m.at(1).get<int>()),
                               {m.at(2).get<std::uint32_t>(), m.at(3).get<std::uint32_t>()},
                               m.at(4).get<std::string>()});
}

json guarantor_json(const GuarantorInfo& guarantor) {
  json scores = json::object();
  for (const auto& [id, score] : guarantor.scores) scores[id] = finite(score);
  return {{"focus", guarantor.focus}, {"scores", scores}, {"confidence", finite(guarantor.confidence)}};
}

json corrections_json(const std::vector<AppliedCorrection>& corrections) {
  return list(corrections, [](const AppliedCorrection& c) -> json {
    return {c.field, c.value, c.detected, c.who, c.why, c.place};
  });
}

void corrections_from(const json& value, std::vector<AppliedCorrection>& corrections) {
  for (const json& c : value)
    corrections.push_back({c.at(0).get<std::string>(), c.at(1).get<std::string>(), c.at(2).get<std::string>(),
                           c.at(3).get<std::string>(), c.at(4).get<std::string>(),
                           c.at(5).get<std::string>()});
}

json date_json(const DateInfo& date) {
  return {date.published, date.precision, date.basis, date.event, finite(date.confidence)};
}

void date_from(const json& value, DateInfo& date) {
  value.at(0).get_to(date.published);
  value.at(1).get_to(date.precision);
  value.at(2).get_to(date.basis);
  value.at(3).get_to(date.event);
  value.at(4).get_to(date.confidence);
}

void source_from(const json& value, SourceInfo& source) {
  value.at(0).get_to(source.id);
  value.at(1).get_to(source.agency);
  value.at(2).get_to(source.basis);
}

void named_from(const json& head, Article& article) {
  for (const json& c : head.at("countries"))
    article.countries.push_back(
        {c.at(0).get<std::string>(), c.at(1).get<std::uint32_t>(), c.at(2).get<double>(), {}});
  for (const json& o : head.at("organisations"))
    article.organisations.push_back({o.at(0).get<std::string>(), o.at(1).get<std::uint32_t>(), {}});
  for (const json& p : head.at("people"))
    article.people.push_back(
        {p.at(0).get<std::string>(), p.at(1).get<std::string>(), p.at(2).get<std::uint32_t>(), {}});
  for (const json& t : head.at("topics"))
    article.topics.push_back({t.at(0).get<std::string>(), t.at(1).get<double>(), {}});
  for (const json& f : head.at("framing"))
    article.framing.push_back({f.at(0).get<std::string>(), f.at(1).get<std::uint32_t>(), {}});
}

}  // namespace

std::string article_head_to_json(const Article& a) {
  json head{
      {"id", a.id},
      {"url", a.url},
      {"path", a.path},
      {"title_end", a.title_end},
      {"language", a.language},
      {"encoding", a.encoding},
      {"round", round_json(a.round)},
      {"guarantor", guarantor_json(a.guarantor)},
      {"countries", list(a.countries,
                         [](const CountryInfo& c) -> json {
                           return {c.code, c.count, finite(c.salience)};
                         })},
      {"organisations", list(a.organisations,
                             [](const OrganisationInfo& o) -> json {
                               return {o.id, o.count};
                             })},
      {"people", list(a.people,
                      [](const PersonInfo& p) -> json {
                        return {p.id, p.delegation, p.count};
                      })},
      {"topics", list(a.topics,
                      [](const TopicInfo& t) -> json {
                        return {t.id, finite(t.score)};
                      })},
      {"framing", list(a.framing,
                       [](const FramingInfo& f) -> json {
                         return {f.id, f.count};
                       })},
      {"date", date_json(a.date)},
      {"source", json::array({a.source.id, a.source.agency, a.source.basis})},
  };
  if (!a.author.empty()) head["author"] = a.author;
  if (!a.corrections.empty()) head["corrections"] = corrections_json(a.corrections);
  return one_line(head);
}

void article_head_from_json(std::string_view line, Article& a) {
  const json head = json::parse(line);
  head.at("id").get_to(a.id);
  head.at("url").get_to(a.url);
  head.at("path").get_to(a.path);
  head.at("title_end").get_to(a.title_end);
  head.at("language").get_to(a.language);
  head.at("encoding").get_to(a.encoding);
  a.author = head.value("author", std::string());
  round_from(head.at("round"), a.round);
  head.at("guarantor").at("focus").get_to(a.guarantor.focus);
  head.at("guarantor").at("scores").get_to(a.guarantor.scores);
  head.at("guarantor").at("confidence").get_to(a.guarantor.confidence);
  named_from(head, a);
  date_from(head.at("date"), a.date);
  source_from(head.at("source"), a.source);
  if (head.contains("corrections")) corrections_from(head["corrections"], a.corrections);
}

std::string article_details_to_json(const Article& a) {
  json::array_t segments;
  for (const TextSegment& s : a.segments) {
    segments.emplace_back(s.range.begin);
    segments.emplace_back(s.range.end);
    segments.emplace_back(s.origin);
  }
  EvidenceWriter evidence;
  json details{
      {"segments", std::move(segments)},
      {"warnings", a.warnings},
      {"round", evidence.list_of(a.round.evidence)},
      {"guarantor", evidence.list_of(a.guarantor.evidence)},
      {"countries", evidence.list_of_each(a.countries)},
      {"organisations", evidence.list_of_each(a.organisations)},
      {"people", evidence.list_of_each(a.people)},
      {"topics", evidence.list_of_each(a.topics)},
      {"framing", evidence.list_of_each(a.framing)},
      {"date", evidence.list_of(a.date.evidence)},
      {"source", evidence.list_of(a.source.evidence)},
  };
  details["rules"] = evidence.rules();
  return one_line(details);
}

void article_details_from_json(std::string_view line, Article& a) {
  const json details = json::parse(line);
  const json& segments = details.at("segments");
  for (std::size_t i = 0; i < segments.size(); i += 3)
    a.segments.push_back({{segments.at(i).get<std::uint32_t>(), segments.at(i + 1).get<std::uint32_t>()},
                          segments.at(i + 2).get<std::uint32_t>()});
  details.at("warnings").get_to(a.warnings);
  const EvidenceReader evidence(details.at("rules"));
  a.round.evidence = evidence.list_from(details.at("round"));
  a.guarantor.evidence = evidence.list_from(details.at("guarantor"));
  evidence.add_to_each(details.at("countries"), a.countries);
  evidence.add_to_each(details.at("organisations"), a.organisations);
  evidence.add_to_each(details.at("people"), a.people);
  evidence.add_to_each(details.at("topics"), a.topics);
  evidence.add_to_each(details.at("framing"), a.framing);
  a.date.evidence = evidence.list_from(details.at("date"));
  a.source.evidence = evidence.list_from(details.at("source"));
}

}  // namespace mahdar
