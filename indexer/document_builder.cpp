#include "indexer/document_builder.h"

#include <utility>
#include <vector>

#include "analyzers/about/copy_sketch.h"
#include "schema/field.h"
#include "schema/stored_article.h"
#include "schema/value_words.h"

namespace mahdar {
namespace {

void add_boolean(Xapian::Document& document, std::string_view prefix, std::string_view value) {
  if (!value.empty()) document.add_boolean_term(make_term(prefix, value));
}

void add_boolean(Xapian::Document& document, Field field, std::string_view value) {
  add_boolean(document, row(field).term_prefix, value);
}

void add_dates(Xapian::Document& document, std::string_view published) {
  const std::string value = date_value(published);
  if (value.empty()) return;
  document.add_value(slot::kDate, value);
  document.add_boolean_term(std::string(prefix::kYear) + value.substr(0, 4));
  if (value.substr(4, 2) != "00") document.add_boolean_term(std::string(prefix::kMonth) + value.substr(0, 6));
}

void add_rounds(Xapian::Document& document, const RoundInfo& round) {
  if (round.about.empty()) {
    add_boolean(document, Field::kRound, absent_round(round));
  } else {
    document.add_value(slot::kRound, std::string(1, static_cast<char>(round.about.front())));
  }
  for (const int number : round.about) add_boolean(document, Field::kRound, std::to_string(number));
  for (const RoundMention& mention : round.mentioned)
    add_boolean(document, prefix::kRoundMentioned, std::to_string(mention.round));
}

void add_filters(Xapian::Document& document, const Article& article) {
  add_rounds(document, article.round);
  add_dates(document, article.date.published);
  add_boolean(document, Field::kGuarantor, article.guarantor.focus);
  add_boolean(document, Field::kSource,
              article.source.id.empty() ? kUnknown : std::string_view(article.source.id));
  for (const CountryInfo& country : article.countries) add_boolean(document, Field::kCountry, country.code);
  if (article.countries.empty()) add_boolean(document, Field::kCountry, kUnknown);
  for (const TopicInfo& topic : article.topics) add_boolean(document, Field::kTopic, topic.id);
  if (article.topics.empty()) add_boolean(document, Field::kTopic, kUnknown);
  for (const PersonInfo& person : article.people) add_boolean(document, Field::kPerson, person.id);
  if (article.people.empty()) add_boolean(document, Field::kPerson, kUnknown);
  for (const FramingInfo& framing : article.framing) add_boolean(document, Field::kFraming, framing.id);
  if (article.framing.empty()) add_boolean(document, Field::kFraming, kUnknown);
}

}  // namespace

std::string date_value(std::string_view published) {
  std::string digits;
  for (const char c : published)
    if (c >= '0' && c <= '9') digits += c;
  if (digits.size() != 4 && digits.size() != 6 && digits.size() != 8) return {};
  digits.resize(8, '0');
  return digits;
}

DocumentBuilder::DocumentBuilder(const Taxonomy& taxonomy, const Analyzer& analyzer, SharedFacets& facets)
    : facets_(facets), entities_(taxonomy, analyzer) {}

std::string DocumentBuilder::facet_slot(const Article& article) const {
  std::vector<FacetOrdinal> ordinals;
  const auto add = [&](Facet facet, std::string_view value) {
    ordinals.push_back(facets_.add(facet, value.empty() ? kUnknown : value));
  };
  if (article.round.about.empty()) add(Facet::kRound, absent_round(article.round));
  for (const int number : article.round.about) add(Facet::kRound, std::to_string(number));
  add(Facet::kGuarantor, article.guarantor.focus);
  for (const CountryInfo& country : article.countries) add(Facet::kCountry, country.code);
  if (article.countries.empty()) add(Facet::kCountry, kUnknown);
  for (const TopicInfo& topic : article.topics) add(Facet::kTopic, topic.id);
  if (article.topics.empty()) add(Facet::kTopic, kUnknown);
  add(Facet::kSource, article.source.id);
  const std::string& published = article.date.published;
  add(Facet::kMonth, published.size() >= 7 ? std::string_view(published).substr(0, 7) : kUnknown);
  for (const PersonInfo& person : article.people) add(Facet::kPerson, person.id);
  if (article.people.empty()) add(Facet::kPerson, kUnknown);
  for (const FramingInfo& framing : article.framing) add(Facet::kFraming, framing.id);
  if (article.framing.empty()) add(Facet::kFraming, kUnknown);
  return pack_facets(std::move(ordinals));
}

Xapian::Document DocumentBuilder::build(const AnnotatedArticle& annotated, std::string_view file_key,
                                        std::string_view content_hash, std::string_view version) const {
  const Article& article = *annotated.article;
  Xapian::Document document;
  document.set_data(encode_article(article));
  add_text_postings(document, annotated, entities_, ZoneWeights{});
  add_filters(document, article);
  document.add_boolean_term(make_term(prefix::kId, article.id));
  document.add_boolean_term(make_term(prefix::kFile, file_key));
  document.add_value(slot::kFacets, facet_slot(article));
  document.add_value(slot::kContentHash, std::string(content_hash));
  document.add_value(slot::kVersion, std::string(version));
  document.add_value(slot::kSketch, sketch_of(annotated).serialize());
  return document;
}

}  // namespace mahdar
