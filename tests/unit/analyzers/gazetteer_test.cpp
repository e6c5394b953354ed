#include "analyzers/about/gazetteer.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/unit/analyzers/small_world.h"

namespace mahdar {
namespace {

std::string entities_in(std::string_view text) {
  const SmallWorld& world = SmallWorld::instance();
  const TokenStream tokens = world.analyzer.analyze(text);
  std::string out;
  for (const EntityMatch& match : world.gazetteer.find(tokens)) {
    const char* mark = match.form == FormKind::kForm ? "~" : match.form == FormKind::kDateline ? "^" : "";
    out += (out.empty() ? "" : " ") + match.entity->id + mark;
  }
  return out;
}

/// Whether the bundled taxonomy finds the entity in these words.
bool names(const Entity& entity, const std::string& words) {
  static const Analyzer analyzer(Taxonomy::bundled());
  static const Gazetteer gazetteer(Taxonomy::bundled(), analyzer);
  const auto matches = gazetteer.find(analyzer.analyze(words));
  return std::any_of(matches.begin(), matches.end(),
                     [&](const EntityMatch& match) { return match.entity->id == entity.id; });
}

/// The word without its article.
std::string indefinite(const std::string& word) {
  const std::string article = "ال";
  return word.starts_with(article) ? word.substr(article.size()) : word;
}

std::vector<const Entity*> bundled_states() {
  std::vector<const Entity*> states;
  for (const Entity& entity : Taxonomy::bundled().entities())
    if (entity.kind == EntityKind::kCountry) states.push_back(&entity);
  return states;
}

/// "تركي" of "تركي" or "التركي": the relative adjectives among the words for a state.
std::vector<std::string> adjectives_of(const Entity& state) {
  std::vector<std::string> adjectives;
  for (const std::string& form : state.forms)
    if (form.ends_with("ي") && form.find(' ') == std::string::npos) adjectives.push_back(indefinite(form));
  return adjectives;
}

struct Row {
  std::string phenomenon;
  std::string text;
  std::string entities;
};

}  // namespace

TEST_CASE("names are found in whatever guise they stand") {
  const Row rows[] = {
      {"bare", "روسيا", "russia"},
      {"behind and", "وروسيا", "russia"},
      {"behind to", "لروسيا", "russia"},
      {"behind and by", "وبروسيا", "russia"},
      {"a name that begins with a clitic's letter", "لبنان ولبنان", "lebanon lebanon"},
      {"no name inside a word", "روسياوتركيا", ""},
      {"vowel marks and tatweel", "رُوسـيا", "russia"},
      {"other letters for the same name", "آستانة", "astana"},
      {"Latin, any case", "RUSSIA and lavrentiev", "russia alexander-lavrentiev"},
      {"the longest name wins", "روسيا الاتحادية", "russia"},
      {"an adjective", "مراقبون روسية جنسيتهم", "russia~"},
      {"an adjective with its article", "الروسية", "russia~"},
      {"an adjective with its article behind to", "للروسي", "russia~"},
      {"a phrase behind to", "للوفد الروسي", "russia~"},
      {"a capital stands for state and place", "موسكو", "russia~ moscow"},
      {"full name once", "ألكسندر لافرنتييف", "alexander-lavrentiev"},
      {"the surname alone", "وقال لافرينتييف", "alexander-lavrentiev"},
      {"an agency hides the state in its name", "قناة روسيا اليوم", "rt-arabic"},
      {"an agency hides the adjective in its name", "وكالة الصحافة الفرنسية", "afp"},
      {"the state and a weekday are no agency", "أعلنت روسيا اليوم الثلاثاء", "russia"},
      {"a phrase that means something else", "منصة موسكو", "moscow"},
      {"an abbreviation with stops", "(أ.ف.ب)", "afp"},
      {"an abbreviation with blanks", "أ ف ب", "afp"},
      {"no name across the end of a sentence", "عن روسيا. اليوم", "russia"},
      {"no name across a comma", "في روسيا، اليوم", "russia"},
      {"a name across quotes", "وكالة \"الأناضول\"", "anadolu"},
      {"a dateline's spelling", "العالم - سوريا", "al-alam^"},
      {"a dateline's spelling takes no clitics", "والعالم", ""},
      {"a longer name instead of a dateline's", "قناة العالم", "al-alam"},
      {"a dateline's spelling that is a place too", "الشرق الأوسط", "middle-east asharq-al-awsat^"},
      {"nothing", "عقد اجتماع", ""},
      {"empty", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(entities_in(row.text) == row.entities);
  }
}

TEST_CASE("a match covers its words and no more") {
  const SmallWorld& world = SmallWorld::instance();
  const std::string text = "التقى ألكسندر لافرنتييف في موسكو";
  const TokenStream tokens = world.analyzer.analyze(text);
  const auto matches = world.gazetteer.find(tokens);
  REQUIRE(matches.size() == 3);
  CHECK(text.substr(matches[0].range.begin, matches[0].range.end - matches[0].range.begin) ==
        "ألكسندر لافرنتييف");
  CHECK(matches[0].first_token == 1);
  CHECK(matches[0].token_count == 2);
  CHECK(matches[1].range == matches[2].range);
}

TEST_CASE("every spelling of the taxonomy is found by itself") {
  const SmallWorld& world = SmallWorld::instance();
  for (const Entity& entity : world.taxonomy.entities()) {
    for (const std::string& name : entity.names) {
      CAPTURE(name);
      CHECK(entities_in(name).find(entity.id) != std::string::npos);
    }
  }
}

TEST_CASE("an adjective names its state in every gender and number, with article and proclitics") {
  for (const Entity* state : bundled_states()) {
    CAPTURE(state->id);
    CHECK_FALSE(adjectives_of(*state).empty());
    for (const std::string& adjective : adjectives_of(*state)) {
      for (const char* ending : {"", "ة", "ين", "ون", "ان", "تين", "تان", "ات"}) {
        for (const char* before : {"", "و", "ب", "ل", "ال", "وال", "فال", "بال", "لل", "ولل"}) {
          const std::string word = before + adjective + ending;
          if (std::ranges::count(state->not_in, word) != 0) continue;  // "بالإنجليزية": a language
          CAPTURE(word);
          CHECK(names(*state, word));
        }
      }
    }
  }
}

TEST_CASE("a state's name is found behind every proclitic") {
  for (const Entity* state : bundled_states()) {
    for (const std::string& name : state->names) {
      if (static_cast<unsigned char>(name.front()) < 0x80) continue;
      for (const std::string before : {"", "و", "ف", "ب", "ك", "وب", "ل", "ول"}) {
        const bool to_article = before.ends_with("ل") && name != indefinite(name);
        const std::string words = before + (to_article ? "ل" + indefinite(name) : name);
        CAPTURE(words);
        CHECK(names(*state, words));
      }
    }
  }
}

TEST_CASE("matches ascend and overlap only where they cover the same words") {
  const std::vector<std::string> words{"روسيا", "اليوم", "الثلاثاء", "موسكو",    "منصة", "العالم",
                                       "قناة",  "وكالة", "الصحافة",  "الفرنسية", "أ",    "ف",
                                       "ب",     ".",     "،",        "للروسي"};
  const SmallWorld& world = SmallWorld::instance();
  CHECK(rc::check([&] {
    std::string text;
    for (const std::size_t pick :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size())))
      text += words[pick] + " ";
    const TokenStream tokens = world.analyzer.analyze(text);
    const EntityMatch* before = nullptr;
    const auto matches = world.gazetteer.find(tokens);
    for (const EntityMatch& match : matches) {
      RC_ASSERT(match.first_token + match.token_count <= tokens.size());
      if (before != nullptr && !(before->range == match.range))
        RC_ASSERT(match.first_token >= before->first_token + before->token_count);
      before = &match;
    }
  }));
}

}  // namespace mahdar
