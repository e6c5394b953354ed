#include "test_index.h"

#include <cstdlib>
#include <set>
#include <stdexcept>

#include "analyzers/text/skeleton.h"
#include "schema/field.h"
#include "schema/index_layout.h"
#include "schema/index_stamp.h"
#include "schema/stored_article.h"
#include "schema/taxonomy_record.h"
#include "schema/word_trail.h"
#include "small_taxonomy.h"

namespace mahdar::test {
namespace {

std::filesystem::path new_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "mahdar-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

void add_text(Xapian::Document& document, const Article& article) {
  const TokenStream tokens = small_analyzer().analyze(article.text);
  std::set<std::string_view> respelt;
  for (const Token& token : tokens.tokens())
    if (token.exact != token.folded) respelt.insert(token.folded);
  std::vector<std::string_view> stems;
  std::uint32_t title_words = 0;
  for (const Token& token : tokens.tokens()) {
    document.add_term(make_term(prefix::kFolded, token.folded));
    if (respelt.contains(token.folded)) document.add_term(make_term(prefix::kExact, token.exact));
    document.add_term(make_term(prefix::kStem, token.stem));
    stems.push_back(token.stem);
    if (token.end > article.title_end) continue;
    document.add_term(make_term(prefix::kTitleStem, token.stem));
    ++title_words;
  }
  document.add_value(slot::kTrail, WordTrail::encode(stems, title_words, {}));
  for (const EntityMatch& match : small_gazetteer().find(tokens))
    if (match.form == FormKind::kName) document.add_term(make_term(prefix::kConcept, match.entity->id));
}

}  // namespace

Article article_of(const Sample& sample) {
  Article article;
  article.id = sample.id;
  article.path = "/archive/news/" + sample.id;
  article.text = sample.title + "\n" + sample.body + "\n";
  article.title_end = static_cast<std::uint32_t>(sample.title.size());
  article.language = "ar";
  article.round.about = sample.rounds;
  article.guarantor.focus = sample.guarantor;
  for (const auto& code : sample.countries) article.countries.push_back({code, 1, 1, {}});
  for (const auto& id : sample.topics) article.topics.push_back({id, 1, {}});
  article.source.id = sample.source;
  article.date.published = sample.date;
  return article;
}

TestIndex::TestIndex() : root_(new_folder()) {
  switch_generation();
}

TestIndex::TestIndex(const std::vector<Sample>& samples) : TestIndex() {
  add(samples);
}

TestIndex::~TestIndex() {
  database_.close();
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

void TestIndex::open(const std::string& generation) {
  database_ =
      Xapian::WritableDatabase((root_ / generation).string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  facets_ = FacetDictionary();
  IndexStamp stamp;
  stamp.analyzer = small_analyzer().fingerprint();
  stamp.taxonomy = small_taxonomy().hash();
  set_metadata(metadata::kStamp, stamp.serialize());
  set_metadata(metadata::kTaxonomy, encode_taxonomy(small_taxonomy().source_texts()));
}

void TestIndex::switch_generation() {
  const IndexLayout layout(root_);
  const std::string generation = layout.next_generation();
  open(generation);
  layout.switch_to(generation);
}

void TestIndex::set_metadata(std::string_view key, const std::string& value) {
  database_.set_metadata(std::string(key), value);
  database_.commit();
}

Xapian::Document TestIndex::document(const Sample& sample) {
  const Article article = article_of(sample);
  Xapian::Document document;
  document.set_data(encode_article(article));
  add_text(document, article);
  document.add_boolean_term(make_term(prefix::kId, sample.id));
  std::vector<FacetOrdinal> ordinals;
  const auto add = [&](Field field, Facet facet, const std::string& value) {
    ordinals.push_back(facets_.add(facet, value));
    document.add_boolean_term(make_term(row(field).term_prefix, value));
  };
  for (const int number : sample.rounds) add(Field::kRound, Facet::kRound, std::to_string(number));
  if (sample.rounds.empty()) add(Field::kRound, Facet::kRound, std::string(kUnknown));
  add(Field::kGuarantor, Facet::kGuarantor, sample.guarantor);
  for (const auto& code : sample.countries) add(Field::kCountry, Facet::kCountry, code);
  for (const auto& id : sample.topics) add(Field::kTopic, Facet::kTopic, id);
  add(Field::kSource, Facet::kSource, sample.source.empty() ? std::string(kUnknown) : sample.source);
  std::string digits = sample.date;
  std::erase(digits, '-');
  if (!digits.empty()) {
    digits.resize(8, '0');
    document.add_value(slot::kDate, digits);
    document.add_boolean_term(std::string(prefix::kMonth) + digits.substr(0, 6));
  }
  const std::string month = sample.date.size() >= 7 ? sample.date.substr(0, 7) : std::string(kUnknown);
  ordinals.push_back(facets_.add(Facet::kMonth, month));
  if (!sample.rounds.empty())
    document.add_value(slot::kRound, std::string(1, static_cast<char>(sample.rounds.front())));
  if (!sample.copies.empty()) document.add_value(slot::kCopies, sample.copies);
  document.add_value(slot::kFacets, pack_facets(ordinals));
  return document;
}

void TestIndex::add(const std::vector<Sample>& samples) {
  for (const Sample& sample : samples) {
    database_.replace_document(make_term(prefix::kId, sample.id), document(sample));
    const Article article = article_of(sample);
    const TokenStream tokens = small_analyzer().analyze(article.text);
    for (const Token& token : tokens.tokens())
      database_.add_synonym(skeleton(token.stem), std::string(token.stem));
  }
  set_metadata(metadata::kFacetDictionary, facets_.serialize());
}

void TestIndex::remove(const std::string& id) {
  database_.delete_document(make_term(prefix::kId, id));
  database_.commit();
}

}  // namespace mahdar::test
