#include "schema/stored_article.h"

#include <limits>
#include <stdexcept>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

namespace {

std::vector<Evidence> some_evidence(const char* rule) {
  return {{{3, 9}, rule, 0.25}, {{10, 12}, "other", 2}};
}

Article full_article() {
  Article a;
  a.id = "r07";
  a.url = "https://example.org/?q=\"x\"\n";
  a.path = "archive/مقال.txt";
  a.text = "عنوان\nالسطر الأول\n{\"not\": \"json\"}\n";
  a.title_end = 10;
  a.segments = {{{0, 11}, 0}, {{11, 40}, 57}};
  a.language = "ar";
  a.encoding = "windows-1256";
  a.author = "سمير \"الحداد\"";
  a.round = {{7, 8},
             {{6, RoundRole::kPast, {1, 4}, "process+number"}, {9, RoundRole::kNext, {5, 6}, "next"}},
             0.1,
             some_evidence("round")};
  a.guarantor = {"several", {{"russia", 0.4}, {"iran", 0.3}}, 0.7, some_evidence("speech-verb")};
  a.countries = {{"SY", 5, 0.9, some_evidence("country")}, {"RU", 2, 1.0 / 3, {}}};
  a.organisations = {{"united-nations", 1, some_evidence("organisation")}};
  a.people = {{"alexander-lavrentiev", "RU", 3, some_evidence("person")}, {"randa-kassis", "", 1, {}}};
  a.topics = {{"ceasefire", 2.5, some_evidence("topic")}};
  a.framing = {{"syrian-government", 2, some_evidence("framing-term")}};
  a.corrections = {{"round", "7,8", "6", "archivist", "the lead says so\n", "corrections.tsv:3"}};
  a.date = {"2017-10-30", "day", "meta", "2017-10", 0.7, some_evidence("date")};
  a.source = {"sana", "tass", "dateline", some_evidence("source")};
  a.warnings = {"encoding guessed"};
  return a;
}

Article without_details(Article a) {
  a.segments.clear();
  a.warnings.clear();
  a.round.evidence.clear();
  a.guarantor.evidence.clear();
  for (CountryInfo& c : a.countries) c.evidence.clear();
  for (OrganisationInfo& o : a.organisations) o.evidence.clear();
  for (PersonInfo& p : a.people) p.evidence.clear();
  for (TopicInfo& t : a.topics) t.evidence.clear();
  for (FramingInfo& f : a.framing) f.evidence.clear();
  a.date.evidence.clear();
  a.source.evidence.clear();
  return a;
}

}  // namespace

TEST_CASE("an article survives being stored, with everything known of it") {
  for (const Article& article : {full_article(), Article{}})
    CHECK(decode_article(encode_article(article)) == article);
}

TEST_CASE("the head is the article without what explains it") {
  CHECK(decode_article_head(encode_article(full_article())) == without_details(full_article()));
}

TEST_CASE("any text survives byte by byte, UTF-8 or not") {
  CHECK(rc::check("any bytes", [](const std::string& text, double score, const std::string& tail) {
    Article article = full_article();
    article.text = text + '\n' + tail;
    article.title_end = static_cast<std::uint32_t>(text.size());
    article.topics[0].score = score;
    RC_ASSERT(decode_article(encode_article(article)) == article);
  }));
}

TEST_CASE("metadata that is not UTF-8 does not stop an article: the bad bytes become U+FFFD") {
  Article article;
  article.path =
      "a\xFF"
      "b";
  article.warnings = {"\xC3"};
  const Article decoded = decode_article(encode_article(article));
  CHECK(decoded.path == "a\uFFFDb");
  CHECK(decoded.warnings == std::vector<std::string>{"\uFFFD"});
}

TEST_CASE("numbers that are no numbers become 0") {
  Article article;
  article.round.confidence = std::numeric_limits<double>::quiet_NaN();
  article.guarantor.scores["iran"] = std::numeric_limits<double>::infinity();
  const Article decoded = decode_article(encode_article(article));
  CHECK(decoded.round.confidence == 0);
  CHECK(decoded.guarantor.scores.at("iran") == 0);
}

TEST_CASE("every cut and every flipped bit is noticed") {
  const std::string sound = encode_article(full_article());
  CHECK(stored_article_is_sound(sound));
  for (std::size_t i = 0; i < sound.size(); ++i) {
    std::string damaged = sound;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
    REQUIRE_FALSE(stored_article_is_sound(damaged));
    REQUIRE_FALSE(stored_article_is_sound(sound.substr(0, i)));
    REQUIRE_THROWS_AS(decode_article(damaged), std::runtime_error);
    REQUIRE_THROWS_AS(decode_article_head(sound.substr(0, i)), std::runtime_error);
  }
}
