#include "analyzers/text/clitics.h"

#include <string>

#include <doctest/doctest.h>

#include "analyzers/text/lexicon.h"
#include "analyzers/text/stemmer.h"

using namespace mahdar;

namespace {

std::string rests(std::string_view word) {
  std::string joined;
  for (const Rest& rest : rests_after_proclitics(word)) {
    if (!joined.empty()) joined += ' ';
    joined += std::string(rest.word) + (rest.article ? "+" : "") + (rest.future ? "!" : "");
  }
  return joined;
}

}  // namespace

TEST_CASE("the rests after proclitics, longest first") {
  CHECK(rests("ايران") == "");
  CHECK(rests("وايران") == "ايران");
  CHECK(rests("المعارضه") == "معارضه+");
  CHECK(rests("والمعارضه") == "المعارضه معارضه+");
  CHECK(rests("وبالمعارضه") == "بالمعارضه المعارضه معارضه+");
  CHECK(rests("للبنان") == "لبنان بنان+");
  CHECK(rests("وللوفد") == "للوفد لوفد وفد+");
  CHECK(rests("ستعقد") == "تعقد!");
  CHECK(rests("فسيعقد") == "سيعقد يعقد!");
  CHECK(rests("و") == "");
  CHECK(rests("وفد") == "فد");
}

TEST_CASE("what the stemmer takes for a word") {
  WordTable words;
  add_word_lists(words);
  const Stemmer stemmer(words);
  for (const char* word : {"وفد", "معارضه", "ايران", "مشاركه", "مشاركتهم"}) {
    CHECK_MESSAGE(stemmer.is_plausible(word), std::string(word));
  }
  for (const char* word : {"فد", "يران", "جنه", "صفصفطق"}) {
    CHECK_MESSAGE(!stemmer.is_plausible(word), std::string(word));
  }
}
