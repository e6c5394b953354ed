#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/folder.h"
#include "tests/unit/analyzers/random_text.h"

using namespace mahdar;

TEST_CASE("the cleaner keeps meaning") {
  CHECK(clean("المُعْتَقَلِين") == "المعتقلين");
  CHECK(clean("أســتانا") == "أستانا");
  CHECK(clean("المعـ ـتقلين") == "المعتقلين");
  CHECK(clean("\u202Bوفد\u202C\u200f") == "وفد");
  CHECK(clean("٢٢٥٤ ۲۲۵۴") == "2254 2254");
  CHECK(clean("روسیا کازاخستان") == "روسيا كازاخستان");
  CHECK(clean("پوتین گاز") == "پوتين گاز");
  CHECK(clean("ﷲ ﻻ ﻣﻦ") == "الله لا من");
  CHECK(clean("Astana ÉCOLE") == "astana école");
  CHECK(clean("x²") == "x²");
  CHECK(clean("ا\u0653ستانة إ ا\u0654") == "آستانة إ أ");
  CHECK(clean("e\u0301") == "é");
  CHECK(clean("على") != clean("علي"));
  CHECK(clean("وفد، \"المعارضة\"") == "وفد، \"المعارضة\"");
  CHECK(clean("و\xff\xc0فد") == "وفد");
}

TEST_CASE("the folder joins spellings") {
  CHECK(fold("أستانة") == "استانه");
  CHECK(fold("آستانا إيران ٱلله") == "استانا ايران الله");
  CHECK(fold("على") == fold("علي"));
  CHECK(fold("مسؤول رئيس") == "مسوول رييس");
  CHECK(fold("گاز پوتين چاد ڤيتو ژنيف") == "كاز بوتين جاد فيتو زنيف");
  CHECK(fold("Beyoğlu Émile") == "beyoglu emile");
}

TEST_CASE("cleaning and folding twice changes nothing") {
  CHECK(rc::check("clean", [] {
    const std::string text = *random_text();
    const std::string once = clean(text);
    RC_ASSERT(clean(once) == once);
  }));
  CHECK(rc::check("fold", [] {
    const std::string text = *random_text();
    const std::string once = fold(text);
    RC_ASSERT(fold(once) == once);
  }));
}
