#include "indexer/document_builder.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/field.h"
#include "schema/stored_article.h"
#include "schema/word_trail.h"

using namespace mahdar;

namespace {

constexpr std::string_view kHash = "0123456789abcdef";

struct World {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  Analyzer analyzer{taxonomy};
  Gazetteer gazetteer{taxonomy, analyzer};
  SharedFacets facets;
  DocumentBuilder builder{taxonomy, analyzer, facets};

  AnnotatedArticle article(const std::string& title, const std::string& body) const {
    AnnotatedArticle annotated;
    annotated.article = std::make_unique<Article>();
    annotated.article->id = "a1";
    annotated.article->text = title + "\n" + body + "\n";
    annotated.article->title_end = static_cast<std::uint32_t>(title.size());
    annotated.tokens = analyzer.analyze(annotated.article->text);
    annotated.entities = gazetteer.find(annotated.tokens);
    return annotated;
  }

  Xapian::Document build(const AnnotatedArticle& annotated) const {
    return builder.build(annotated, "filekey", kHash);
  }
};

bool has(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term;
}

Xapian::termcount frequency(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  return at != document.termlist_end() && *at == term ? at.get_wdf() : 0;
}

/// Whether the words stand side by side, by their stems.
bool side_by_side(const World& world, const Xapian::Document& document, const std::vector<std::string>& words,
                  bool in_title = false) {
  std::vector<std::string> stems;
  for (const auto& word : words) stems.push_back(world.analyzer.stem(word));
  const std::string trail = document.get_value(slot::kTrail);
  return WordTrail(trail).holds(stems, in_title);
}

}  // namespace

TEST_CASE("words stand in their streams; those of the title count three times, those of the lead twice") {
  const World world;
  const Xapian::Document document =
      world.build(world.article("وفد المعارضة", "قال وفد المعارضة إن وفداً وصل"));
  CHECK(frequency(document, make_term(prefix::kFolded, "وفد")) == 5);
  CHECK_FALSE(has(document, make_term(prefix::kExact, "وفد")));
  const std::string stem = make_term(prefix::kStem, world.analyzer.stem("وفد"));
  CHECK(frequency(document, stem) == 7);
  CHECK(frequency(document, make_term(prefix::kTitleStem, world.analyzer.stem("وفد"))) == 1);
  CHECK(side_by_side(world, document, {"قال", "الوفد", "المعارضة", "إن", "وفد", "وصل"}));
  CHECK(side_by_side(world, document, {"وفد", "المعارضة"}, true));
  CHECK_FALSE(side_by_side(world, document, {"المعارضة", "وفد"}));
  CHECK_FALSE(side_by_side(world, document, {"قال", "وفد"}, true));
}

TEST_CASE("the lead ends after its twenty words") {
  const World world;
  std::string body;
  for (int i = 0; i < 20; ++i) body += "كلام ";
  const Xapian::Document document = world.build(world.article("لقاء", body + "وفد"));
  CHECK(frequency(document, make_term(prefix::kFolded, "كلام")) == 40);
  CHECK(frequency(document, make_term(prefix::kFolded, "وفد")) == 1);
}

TEST_CASE("spellings are indexed where one of them differs from the folded word") {
  const World world;
  const Xapian::Document document = world.build(world.article("لقاء", "صعد علي على الجبل مع أحمد"));
  CHECK(has(document, make_term(prefix::kExact, "علي")));
  CHECK(has(document, make_term(prefix::kExact, "على")));
  CHECK(has(document, make_term(prefix::kExact, "أحمد")));
  CHECK_FALSE(has(document, make_term(prefix::kExact, "احمد")));
  CHECK_FALSE(has(document, make_term(prefix::kExact, "الجبل")));
}

TEST_CASE("a borrowed title is no title") {
  const World world;
  AnnotatedArticle annotated = world.article("وصل الوفد", "وصل الوفد");
  annotated.article->title_end = static_cast<std::uint32_t>(std::string("وصل").size());
  const Xapian::Document document = world.build(annotated);
  CHECK(frequency(document, make_term(prefix::kFolded, "وصل")) == 4);
  CHECK_FALSE(has(document, make_term(prefix::kTitleStem, world.analyzer.stem("وصل"))));
}

TEST_CASE("named entities are found by their ids, places by each other's names") {
  const World world;
  const Xapian::Document document = world.build(world.article("لقاء", "عقد في نور سلطان بحضور روسيا"));
  CHECK(has(document, "XCrussia"));
  CHECK(has(document, "XCnur-sultan"));
  CHECK(has(document, "XCastana"));
  CHECK(has(document, make_term(prefix::kStem, world.analyzer.stem("أستانا"))));
  CHECK(side_by_side(world, document, {"عقد", "في", "أستانا"}));
}

TEST_CASE("what an article is about becomes filters, values and facets") {
  const World world;
  AnnotatedArticle annotated = world.article("لقاء", "نص");
  Article& article = *annotated.article;
  article.round.about = {7, 8};
  article.round.mentioned = {{6, RoundRole::kPast, {}, ""}};
  article.guarantor.focus = "russia";
  article.countries = {{"RU", 2, 0.5, {}}};
  article.topics = {{"detainees_exchange", 1, {}}};
  article.people = {{"alexander-lavrentiev", "RU", 1, {}}};
  article.source.id = "sana";
  article.date.published = "2017-10-30";
  const Xapian::Document document = world.build(annotated);
  for (const char* term : {"XROUND7", "XROUND8", "XRM6", "XGUARrussia", "Kdetainees_exchange",
                           "XPERalexander-lavrentiev", "XSRCsana", "Y2017", "M201710", "Qa1", "XFfilekey"})
    CHECK_MESSAGE(has(document, term), term);
  CHECK(has(document, make_term("N", "RU")));
  CHECK_FALSE(has(document, "XROUNDunknown"));
  CHECK(document.get_value(slot::kDate) == "20171030");
  CHECK(document.get_value(slot::kRound) == "\x07");
  CHECK(document.get_value(slot::kContentHash) == kHash);
  CHECK(decode_article(document.get_data()).id == "a1");

  const FacetDictionary dictionary = FacetDictionary::parse(world.facets.serialize());
  std::set<std::string> facets;
  unpack_facets(document.get_value(slot::kFacets), [&](FacetOrdinal ordinal) {
    facets.insert(std::string(facet_name(dictionary.facet(ordinal))) + "=" + dictionary.value(ordinal));
  });
  CHECK(facets == std::set<std::string>{"round=7", "round=8", "guarantor=russia", "country=RU",
                                        "topic=detainees_exchange", "source=sana", "month=2017-10",
                                        "person=alexander-lavrentiev", "framing=unknown"});
}

TEST_CASE("what is unknown can be asked for as such") {
  const World world;
  const Xapian::Document document = world.build(world.article("لقاء", "نص"));
  CHECK(has(document, "XROUNDunknown"));
  CHECK(has(document, "XSRCunknown"));
  CHECK(has(document, "Nunknown"));
  CHECK(has(document, "Kunknown"));
  CHECK(has(document, "XPERunknown"));
  CHECK(has(document, "XNAMunknown"));
  CHECK(document.get_value(slot::kRound).empty());
  CHECK(document.get_value(slot::kDate).empty());
}

TEST_CASE("a date becomes eight digits that sort") {
  CHECK(date_value("2017-10-30") == "20171030");
  CHECK(date_value("2017-10") == "20171000");
  CHECK(date_value("2017") == "20170000");
  CHECK(date_value("").empty());
  CHECK(date_value("30").empty());
}
