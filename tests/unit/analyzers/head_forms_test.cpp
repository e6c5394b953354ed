#include "analyzers/about/head_forms.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace mahdar {
namespace {

const HeadForm* form_of(std::string_view noun, std::string_view word) {
  static std::vector<HeadForm> forms;
  forms = head_forms(noun);
  const auto at = std::find_if(forms.begin(), forms.end(), [&](const HeadForm& f) { return f.word == word; });
  return at == forms.end() ? nullptr : &*at;
}

TEST_CASE("forms of the nouns rounds are counted by") {
  struct Row {
    const char* noun;
    const char* word;
    HeadNumber number;
    Gender gender;
    bool definite, owned;
  };
  const std::vector<Row> rows = {
      {"جولة", "جولة", HeadNumber::kSingular, Gender::kFeminine, false, false},
      {"جولة", "الجولة", HeadNumber::kSingular, Gender::kFeminine, true, false},
      {"جولة", "جولتها", HeadNumber::kSingular, Gender::kFeminine, false, true},
      {"نسخة", "نسخته", HeadNumber::kSingular, Gender::kFeminine, false, true},
      {"جولة", "الجولتين", HeadNumber::kDual, Gender::kFeminine, true, false},
      {"جولة", "جولتي", HeadNumber::kDual, Gender::kFeminine, false, false},
      {"جولة", "الجولات", HeadNumber::kPlural, Gender::kFeminine, true, false},
      {"الجولة", "جولات", HeadNumber::kPlural, Gender::kFeminine, false, false},
      {"اجتماع", "اجتماعا", HeadNumber::kSingular, Gender::kMasculine, false, false},
      {"اجتماع", "الاجتماعات", HeadNumber::kPlural, Gender::kMasculine, true, false},
      {"لقاء", "لقائه", HeadNumber::kSingular, Gender::kMasculine, false, true},
      {"محادثات", "المحادثات", HeadNumber::kPlural, Gender::kFeminine, true, false},
      {"round", "round", HeadNumber::kSingular, Gender::kAny, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.noun);
    CAPTURE(row.word);
    const HeadForm* form = form_of(row.noun, row.word);
    REQUIRE(form != nullptr);
    CHECK(form->number == row.number);
    CHECK(form->gender == row.gender);
    CHECK(form->definite == row.definite);
    CHECK(form->owned == row.owned);
  }
  CHECK(form_of("محادثات", "محادثاتات") == nullptr);
}

}  // namespace
}  // namespace mahdar
