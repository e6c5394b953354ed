#include "analyzers/text/tokenizer.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace mahdar;

namespace {

std::vector<RawWord> words_of(std::string_view text) {
  std::vector<RawWord> words;
  Tokenizer tokenizer(text);
  for (RawWord word; tokenizer.next(word);) words.push_back(word);
  return words;
}

std::string surfaces(std::string_view text) {
  std::string joined;
  for (const RawWord& word : words_of(text)) {
    if (!joined.empty()) joined += '|';
    joined += text.substr(word.begin, word.end - word.begin);
  }
  return joined;
}

std::string cores(std::string_view text) {
  std::string joined;
  for (const RawWord& word : words_of(text)) {
    if (!joined.empty()) joined += '|';
    joined += text.substr(word.core, word.end - word.core);
  }
  return joined;
}

Gap second_gap(std::string_view text) {
  const auto words = words_of(text);
  REQUIRE(words.size() >= 2);
  return words[1].gap;
}

}  // namespace

TEST_CASE("words, and what separates them") {
  CHECK(surfaces("") == "");
  CHECK(surfaces(" ،؛ ") == "");
  CHECK(surfaces("وفد المعارضة") == "وفد|المعارضة");
  CHECK(surfaces("«وفد»، (المعارضة)") == "وفد|المعارضة");
  CHECK(surfaces("#وفد_المعارضة") == "وفد|المعارضة");
  CHECK(surfaces("المُعْتَقَلِين") == "المُعْتَقَلِين");
  CHECK(surfaces("وفد😀معارضة") == "وفد|معارضة");
  CHECK(surfaces("وفد\xff\xfeمعارضة") == "وفد|معارضة");
  CHECK(surfaces("x² + y") == "x²|y");
}

TEST_CASE("letters and digits separate") {
  CHECK(surfaces("أستانة8") == "أستانة|8");
  CHECK(surfaces("لأستانة8") == "لأستانة|8");
  CHECK(surfaces("أستانا-7") == "أستانا|7");
  CHECK(surfaces("17المنعقدة") == "17|المنعقدة");
  CHECK(surfaces("covid19") == "covid|19");
  CHECK(second_gap("أستانة8") == Gap::kJoined);
  CHECK(second_gap("أستانا-7") == Gap::kJoined);
}

TEST_CASE("particles before a number or Latin word belong to it") {
  CHECK(surfaces("الـ21 جولة") == "الـ21|جولة");
  CHECK(cores("الـ21 جولة") == "21|جولة");
  CHECK(cores("ال21") == "21");
  CHECK(cores("والـ 21") == "21");
  CHECK(surfaces("والـ 21") == "والـ 21");
  CHECK(cores("بـ7 و8 لـBBC") == "7|8|BBC");
  CHECK(cores("ال 21") == "ال|21");
  CHECK(cores("كل7") == "كل|7");
  CHECK(cores("ب وفد") == "ب|وفد");
}

TEST_CASE("numbers") {
  CHECK(surfaces("٢٢٥٤") == "٢٢٥٤");
  CHECK(surfaces("3.5 و٣٫٥") == "3.5|و٣٫٥");
  CHECK(surfaces("15,000 ١٥٬٠٠٠") == "15,000|١٥٬٠٠٠");
  CHECK(surfaces("7,8") == "7|8");
  CHECK(surfaces("26-4-2019") == "26|4|2019");
  CHECK(surfaces("26/4/2019") == "26|4|2019");
  CHECK(surfaces("30.10.2017") == "30|10|2017");
  CHECK(surfaces("10:30") == "10|30");
  CHECK(second_gap("26-4-2019") == Gap::kJoined);
  CHECK(second_gap("30.10.2017") == Gap::kJoined);
  CHECK(second_gap("10:30") == Gap::kJoined);
  CHECK(second_gap("7,8") == Gap::kClause);
}

TEST_CASE("gaps") {
  CHECK(words_of("وفد").front().gap == Gap::kParagraph);
  CHECK(second_gap("وفد معارضة") == Gap::kSpace);
  CHECK(second_gap("وفد.\nمعارضة") == Gap::kParagraph);
  CHECK(second_gap("وفد. معارضة") == Gap::kSentence);
  CHECK(second_gap("وفد؟ معارضة") == Gap::kSentence);
  CHECK(second_gap("سوريا.وأعلن") == Gap::kSentence);
  CHECK(second_gap("وفد... معارضة") == Gap::kSentence);
  CHECK(second_gap("وفد… معارضة") == Gap::kSentence);
  CHECK(second_gap("2017.وأعلن") == Gap::kSentence);
  CHECK(second_gap("أ.ف.ب") == Gap::kJoined);
  CHECK(second_gap("www.sana.sy") == Gap::kJoined);
  CHECK(second_gap("وفد، معارضة") == Gap::kClause);
  CHECK(second_gap("وفد: معارضة") == Gap::kClause);
  CHECK(second_gap("وفد - معارضة") == Gap::kClause);
  CHECK(second_gap("وفد (معارضة") == Gap::kClause);
  CHECK(second_gap("وفد \"معارضة") == Gap::kClause);
  CHECK(second_gap("وفد_معارضة") == Gap::kSpace);
}

TEST_CASE("a word broken by tatweel and space is one") {
  CHECK(surfaces("عن المعـ ـتقلين لدى") == "عن|المعـ ـتقلين|لدى");
  CHECK(surfaces("المعـ تقلين") == "المعـ|تقلين");
  CHECK(surfaces("المع ـتقلين") == "المع|تقلين");
}

TEST_CASE("marks and invisible characters at the edges") {
  CHECK(surfaces("\u200fوفد\u200f") == "وفد");
  CHECK(surfaces("و\u200cفد") == "و\u200cفد");
  CHECK(surfaces("ـوفدـ") == "وفدـ");
  CHECK(surfaces("\u064B \u200b") == "");
}

TEST_CASE("endless words are cut") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "م";
  for (const RawWord& word : words_of(text)) CHECK(word.end - word.begin <= 2 * Tokenizer::kMaxLetters);
  std::string marks = "م";
  for (int i = 0; i < 100000; ++i) marks += "\u064B";
  for (const RawWord& word : words_of(marks)) CHECK(word.end - word.begin <= Tokenizer::kMaxBytes);
}
