#include "searcher/highlight/filter_reasons.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "schema/facet.h"
#include "schema/value_words.h"
#include "searcher/query/date_range.h"

namespace mahdar {
namespace {

/// A value an article has in a field, and why.
struct FieldValue {
  std::string value;
  const std::vector<Evidence>* evidence = nullptr;
  double confidence = 0;
  std::string basis{};  ///< what gave the value where no words of the text did
};

template <typename Items>
std::vector<FieldValue> values_by_id(const Items& items) {
  std::vector<FieldValue> values;
  for (const auto& item : items) values.push_back({item.id, &item.evidence});
  return values;
}

std::vector<FieldValue> values_of(const Article& article, Field field) {
  std::vector<FieldValue> values;
  switch (field) {
    case Field::kRound:
      for (const int round : article.round.about)
        values.push_back({std::to_string(round), &article.round.evidence, article.round.confidence});
      if (values.empty())
        values.push_back(
            {std::string(absent_round(article.round)), nullptr, article.round.confidence, "nothing-found"});
      break;
    case Field::kCountry:
      for (const CountryInfo& c : article.countries) values.push_back({c.code, &c.evidence});
      break;
    case Field::kGuarantor:
      return {{article.guarantor.focus, &article.guarantor.evidence, article.guarantor.confidence}};
    case Field::kTopic:
      values = values_by_id(article.topics);
      break;
    case Field::kSource:
      if (!article.source.id.empty())
        values.push_back({article.source.id, &article.source.evidence, 0, article.source.basis});
      break;
    case Field::kPerson:
      values = values_by_id(article.people);
      break;
    case Field::kFraming:
      values = values_by_id(article.framing);
      break;
    case Field::kDate:
      if (!article.date.published.empty())
        values.push_back(
            {article.date.published, &article.date.evidence, article.date.confidence, article.date.basis});
      break;
    case Field::kTitle:
      return {};
  }
  if (values.empty()) values.push_back({std::string(kUnknown), nullptr, 0, "nothing-found"});
  return values;
}

bool is_corrected(const Article& article, Field field) {
  return std::ranges::any_of(article.corrections,
                             [&](const AppliedCorrection& c) { return c.field == row(field).name; });
}

bool is_within(const Filter& dates, std::string_view published) {
  std::string day;
  for (const char c : published)
    if (c != '-') day += c;
  day.resize(8, '0');
  const auto [low, high] = date_slot_range(dates.values.front(), dates.values.back());
  return (low.empty() || day >= low) && (high.empty() || day <= high);
}

bool has(const Filter& filter, const std::string& value) {
  if (filter.field == Field::kDate && value != kUnknown && !filter.values.empty())
    return is_within(filter, value);
  return std::ranges::find(filter.values, value) != filter.values.end();
}

void add_value(FilterReason& reason, const FieldValue& value) {
  reason.values.push_back(value.value);
  reason.confidence = std::max(reason.confidence, value.confidence);
  if (value.evidence != nullptr)
    for (const Evidence& e : *value.evidence)
      if (std::ranges::find(reason.evidence, e) == reason.evidence.end()) reason.evidence.push_back(e);
  if (reason.rule.empty()) reason.rule = value.basis;
}

FilterReason reason_of(const Article& article, const Filter& filter) {
  FilterReason reason;
  reason.field = filter.field;
  reason.negated = filter.negated;
  if (filter.negated) {
    reason.values = filter.values;
    reason.rule = is_corrected(article, filter.field) ? "correction" : "nothing-found";
    return reason;
  }
  for (const FieldValue& value : values_of(article, filter.field))
    if (has(filter, value.value)) add_value(reason, value);
  std::ranges::stable_sort(reason.evidence, std::greater{}, &Evidence::weight);
  if (!reason.evidence.empty()) reason.rule = reason.evidence.front().rule;
  if (is_overruled(article, filter.field)) reason.evidence.clear();
  if (is_corrected(article, filter.field)) reason.rule = "correction";
  return reason;
}

void add_from_query(const Article& article, const QueryNode& node, std::vector<FilterReason>& reasons) {
  if (node.kind == NodeKind::kNot) return;
  if (node.kind == NodeKind::kFilter) {
    FilterReason reason = reason_of(article, node.filter);
    if (!reason.values.empty()) reasons.push_back(std::move(reason));
  }
  for (const QueryNode& child : node.children) add_from_query(article, child, reasons);
}

}  // namespace

bool is_overruled(const Article& article, Field field) {
  const bool shares_evidence = field == Field::kRound || field == Field::kGuarantor ||
                               field == Field::kDate || field == Field::kSource;
  return shares_evidence && is_corrected(article, field);
}

std::vector<FilterReason> explain_filters(const Article& article, const std::vector<Filter>& filters,
                                          const QueryNode& query) {
  std::vector<FilterReason> reasons;
  for (const Filter& filter : filters) reasons.push_back(reason_of(article, filter));
  add_from_query(article, query, reasons);
  return reasons;
}

}  // namespace mahdar
