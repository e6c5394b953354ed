#include "searcher/highlight/snippet.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/encoding.h"
#include "analyzers/text/grapheme.h"
#include "small_taxonomy.h"

using namespace mahdar;

namespace {

TargetWord forms(const Token& token) {
  return {std::string(token.exact), std::string(token.folded), std::string(token.stem)};
}

MatchTarget word(const std::string& text, std::uint32_t at = 0, bool exact = false) {
  const TokenStream tokens = test::small_analyzer().analyze(text);
  MatchTarget target;
  target.query_word = text;
  target.query_range = {at, at + 1};
  target.exact = exact;
  target.words = {forms(tokens[0])};
  return target;
}

MatchTarget phrase(const std::string& text) {
  const TokenStream tokens = test::small_analyzer().analyze(text);
  MatchTarget target;
  target.kind = TargetKind::kPhrase;
  target.query_word = text;
  for (const Token& token : tokens.tokens()) target.words.push_back(forms(token));
  return target;
}

MatchTarget name(const std::string& entity) {
  MatchTarget target;
  target.kind = TargetKind::kConcept;
  target.entity = entity;
  return target;
}

MatchTarget beginning(const std::string& folded) {
  MatchTarget target;
  target.kind = TargetKind::kPrefix;
  target.words = {{"", folded, ""}};
  return target;
}

MatchTarget near(const std::string& text, const std::string& folded) {
  MatchTarget target = word(text);
  target.kind = TargetKind::kNear;
  target.near = {"سوتشي", folded};
  return target;
}

struct Shown {
  Snippet snippet;
  std::vector<std::string> words;
};

Shown show(const std::string& title, const std::string& body, const std::vector<MatchTarget>& targets,
           std::uint32_t graphemes = 200) {
  const std::string text = title + "\n" + body + "\n";
  const auto title_end = static_cast<std::uint32_t>(title.size());
  const TokenStream tokens = test::small_analyzer().analyze(text);
  const auto marks = find_marks(tokens, title_end, targets, test::small_gazetteer());
  Shown shown{make_snippet(text, title_end, tokens, marks, targets, graphemes), {}};
  for (const ByteRange& range : shown.snippet.highlights)
    shown.words.push_back(shown.snippet.text.substr(range.begin, range.end - range.begin));
  return shown;
}

using Words = std::vector<std::string>;

std::string sentence(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "حديث ";
  return text;
}

}  // namespace

TEST_CASE("whole original words are marked") {
  struct Case {
    std::string name;
    std::string body;
    std::vector<MatchTarget> targets;
    Words words;
  };
  const Case cases[]{
      {"same letters", "ملف المعتقلين", {word("المعتقلين")}, {"المعتقلين"}},
      {"clitics are part of the word", "وبالمعتقلين", {word("معتقلين")}, {"وبالمعتقلين"}},
      {"vowel marks are part of the word", "ملف المُعْتَقَلِينَ هنا", {word("معتقلين")}, {"المُعْتَقَلِينَ"}},
      {"tatweel is part of the word", "المعـتـقلين", {word("معتقلين")}, {"المعـتـقلين"}},
      {"other digits", "القرار ٢٢٥٤، بعد", {word("2254")}, {"٢٢٥٤"}},
      {"word joined to a number", "جولة أستانة8", {word("استانا")}, {"أستانة"}},
      {"word and number written in one", "جولة أستانة8", {word("استانا"), word("8")}, {"أستانة8"}},
      {"words written in one", "قال عبدالرحمن", {word("عبد"), word("الرحمن")}, {"عبدالرحمن"}},
      {"Persian letters", "ملف معتقلین", {word("معتقلين")}, {"معتقلین"}},
      {"presentation forms", "ملف ﻣﻌﺘﻘﻠﻴﻦ", {word("معتقلين")}, {"ﻣﻌﺘﻘﻠﻴﻦ"}},
      {"zero-width characters inside", "ملف معتق\u200Bلين", {word("معتقلين")}, {"معتق\u200Bلين"}},
      {"a joiner behind the last letter", "ملف معتقلين\u200D هنا", {word("معتقلين")}, {"معتقلين\u200D"}},
      {"a broken word", "ملف المعـ ـتقلين", {word("معتقلين")}, {"المعـ ـتقلين"}},
      {"a broken plural", "جاءت الوفود", {word("وفد")}, {"الوفود"}},
      {"a near spelling", "وصل لافروف", {near("لافروو", "لافروف")}, {"لافروف"}},
      {"exact word only", "استانة وأستانة أستانة", {word("أستانة", 0, true)}, {"أستانة"}},
      {"phrase where it stands, not its words alone",
       "المعارضة قالت. وصل وفد المعارضة والوفد",
       {phrase("وفد المعارضة")},
       {"وفد", "المعارضة"}},
      {"name in another spelling", "قال لافرنتييف", {name("alexander-lavrentiev")}, {"لافرنتييف"}},
      {"name of several words", "حضر دي ميستورا", {name("staffan-de-mistura")}, {"دي", "ميستورا"}},
      {"beginning of a word", "زراعة القمح", {beginning("زرا")}, {"زراعة"}},
      {"nothing", "زراعة القمح", {word("وفد")}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(show("عنوان", c.body, c.targets).words == c.words);
  }
}

TEST_CASE("the window") {
  SUBCASE("begins with the article where nothing is marked") {
    const Shown shown = show("عنوان", "أول الكلام. " + sentence(100), {});
    CHECK(shown.snippet.text.starts_with("أول الكلام."));
    CHECK(shown.snippet.text.ends_with("…"));
  }
  SUBCASE("begins with the sentence of the marked word") {
    const Shown shown =
        show("عنوان", sentence(100) + ". بحث الوفد ملف المعتقلين. " + sentence(100), {word("المعتقلين")});
    CHECK(shown.snippet.text.starts_with("بحث الوفد"));
  }
  SUBCASE("shows where different words meet rather than where one is repeated") {
    const Shown shown =
        show("عنوان", "وفد وفد وفد وفد. " + sentence(100) + ". ناقش وفد القمح. " + sentence(100),
             {word("وفد", 0), word("القمح", 5)});
    CHECK(shown.words == Words{"وفد", "القمح"});
  }
  SUBCASE("begins with a clause where the sentence is too long") {
    const Shown shown = show("عنوان", sentence(100) + "، وقال إنه بحث ملف المعتقلين. " + sentence(100),
                             {word("المعتقلين")}, 100);
    CHECK(shown.snippet.text.starts_with("…وقال إنه"));
  }
  SUBCASE("begins with some words of context where there is no clause either") {
    const Shown shown = show("عنوان", sentence(100) + "المعتقلين " + sentence(100), {word("المعتقلين")}, 60);
    CHECK(shown.snippet.text.starts_with("…حديث حديث"));
    CHECK(shown.snippet.text.ends_with("حديث…"));
  }
  SUBCASE("at the article's end fills with whole sentences before") {
    const Shown shown =
        show("عنوان", sentence(100) + ". " + sentence(6) + ". بحث ملف المعتقلين.", {word("المعتقلين")}, 80);
    CHECK(shown.snippet.text == sentence(6).substr(0, sentence(6).size() - 1) + " . بحث ملف المعتقلين.");
  }
  SUBCASE("holds a phrase whole rather than half of it and another word") {
    const Shown shown = show("عنوان", "وفد المعارضة. " + sentence(10) + "القمح.",
                             {phrase("وفد المعارضة"), word("القمح", 40)}, 70);
    CHECK(shown.words == Words{"وفد", "المعارضة", "القمح"});
    const Shown small = show("عنوان", "وفد المعارضة. " + sentence(10) + "القمح.",
                             {phrase("وفد المعارضة"), word("القمح", 40)}, 20);
    CHECK(small.words == Words{"وفد", "المعارضة"});
  }
  SUBCASE("counts a name under any spelling for all the words the query names it with") {
    MatchTarget named = name("staffan-de-mistura");
    named.query_range = {0, 10};
    const std::vector<MatchTarget> targets{named, word("دي", 0), word("ميستورا", 5), word("القمح", 20)};
    const Shown shown =
        show("عنوان", "القمح والقمح والقمح. " + sentence(40) + ". حضر دي ميستورا.", targets, 60);
    CHECK(shown.words == Words{"دي", "ميستورا"});
  }
  SUBCASE("closes what it cuts of isolates") {
    const Shown shown =
        show("عنوان", "قال \u2067المعتقلين في " + sentence(100) + "\u2069 آخر", {word("المعتقلين")}, 60);
    CHECK(shown.snippet.text.ends_with("\u2069…"));
    CHECK(shown.words == Words{"المعتقلين"});
  }
  SUBCASE("takes the title where the words stand nowhere else") {
    const Shown shown = show("وفد في أستانا", "لا شيء من ذلك هنا.", {word("وفد")});
    CHECK(shown.words == Words{"وفد"});
    CHECK(shown.snippet.text.starts_with("وفد في أستانا"));
  }
  SUBCASE("leaves the title out otherwise") {
    CHECK(show("وفد في أستانا", "وصل وفد إلى هنا.", {word("وفد")}).snippet.text == "وصل وفد إلى هنا.");
  }
  SUBCASE("is one line") {
    CHECK(show("عنوان", "سطر أول\nسطر ثان", {}).snippet.text == "سطر أول سطر ثان");
  }
  SUBCASE("keeps signs beside the words") {
    CHECK(show("عنوان", "«وفد المعارضة»!", {}).snippet.text == "«وفد المعارضة»!");
  }
  SUBCASE("counts what people see as one character once") {
    std::string marked;
    for (int i = 0; i < 100; ++i) marked += "حَدِيثٌ ";
    const Shown shown = show("عنوان", marked, {}, 60);
    const auto seen = grapheme_ends(shown.snippet.text).size();
    CHECK(seen <= 61);
    CHECK(seen >= 50);
  }
  SUBCASE("of an article without words is empty") {
    CHECK(show("", "…", {}).snippet.text.empty());
  }
}

TEST_CASE("highlights of any text are whole, in bounds and right") {
  const auto piece = rc::gen::element<std::string>(
      "المعتقلين", "المُعْتَقَل", "وفد", "ووفدها", "أستانة", "استانه", "8", "٢٢٥٤", " ", " ", " ", "\n", ". ",
      "، ", "«", "»", "\u200F", "ـ", "َ", "\U0001F1F8\U0001F1FE", "Astana", "دي ميستورا", "\xD8",
      "حديث طويل عن كل شيء", "e\u0301");
  const auto text_of =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const Words& pieces) {
        std::string text;
        for (const auto& part : pieces) text += part;
        return text;
      });
  const std::vector<MatchTarget> targets{word("معتقلين", 0), word("2254", 10), phrase("وفد أستانا"),
                                         word("وفد", 30), name("staffan-de-mistura")};
  const std::set<std::string> stems{targets[0].words[0].stem, targets[1].words[0].stem,
                                    targets[3].words[0].stem, targets[2].words[1].stem};
  CHECK(rc::check("highlights", [&](std::uint8_t budget) {
    const std::string body = *text_of;
    const Shown shown = show(*text_of, body, targets, budget);
    const std::string& text = shown.snippet.text;
    RC_ASSERT(text.find('\n') == std::string::npos);
    if (is_valid_utf8(body)) {
      RC_ASSERT(grapheme_ends(text).size() <= std::max<std::size_t>(budget, 20) + 80);
    }
    std::uint32_t last = 0;
    for (const ByteRange& range : shown.snippet.highlights) {
      RC_ASSERT(range.begin > last || (range.begin == 0U && last == 0U));  // never touching
      RC_ASSERT(range.begin < range.end);
      RC_ASSERT(range.end <= text.size());
      RC_ASSERT((text[range.begin] & 0xC0) != 0x80);
      RC_ASSERT(range.end == text.size() || (text[range.end] & 0xC0) != 0x80);
      last = range.end;
      const std::string marked = text.substr(range.begin, range.end - range.begin);
      const TokenStream tokens = test::small_analyzer().analyze(marked);
      RC_ASSERT(tokens.size() >= 1U);
      for (const Token& token : tokens.tokens()) {
        const bool of_name = token.folded == "دي" || token.folded.ends_with("ميستورا");
        RC_ASSERT(of_name || stems.contains(std::string(token.stem)));
      }
    }
  }));
}

TEST_CASE("a mark behind a control that was taken out belongs to the highlight") {
  const Shown shown = show("عنوان", "القرار ٢٢٥٤\u202C\u20E3 هنا", {word("2254")});
  CHECK(shown.words == Words{"٢٢٥٤\u20E3"});
}
