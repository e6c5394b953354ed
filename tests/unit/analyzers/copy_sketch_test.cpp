#include "analyzers/about/copy_sketch.h"

#include <string>

#include <doctest/doctest.h>

#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

using namespace mahdar;

namespace {

CopySketch sketch(const std::string& text) {
  static const Analyzer analyzer(Taxonomy::bundled());
  return sketch_of(analyzer.analyze(text), 0);
}

std::string numbered_words(int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) text += "كلمة" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("a text is a copy of itself, of its beginning, and of itself with small edits") {
  const CopySketch whole = sketch(numbered_words(0, 300));
  CHECK(are_copies(whole, whole));
  CHECK(are_copies(whole, sketch(numbered_words(0, 150))));
  CHECK(are_copies(sketch(numbered_words(0, 150)), whole));
  CHECK(are_copies(whole, sketch(numbered_words(0, 100) + "تعديل " + numbered_words(101, 300))));
}

TEST_CASE("other texts, texts with little in common and very short texts are no copies") {
  const CopySketch whole = sketch(numbered_words(0, 300));
  CHECK_FALSE(are_copies(whole, sketch(numbered_words(1000, 1300))));
  CHECK_FALSE(are_copies(whole, sketch(numbered_words(270, 570))));
  const CopySketch brief = sketch("خبر عاجل من أستانا");
  CHECK_FALSE(are_copies(brief, brief));
}

TEST_CASE("letters that writers interchange and vowel signs make no other text") {
  CHECK(sketch("إلى أستانة وصل الوفد اليوم في زيارة رسمية للمشاركة في جولة جديدة").least ==
        sketch("الى استانه وصل الوفد اليوم في زيارة رسمية للمشاركه في جوله جديده").least);
}

TEST_CASE("a sketch survives being stored; other bytes give one that compares to nothing") {
  const CopySketch whole = sketch(numbered_words(0, 50));
  const CopySketch again = CopySketch::parse(whole.serialize());
  CHECK(again.least == whole.least);
  CHECK(again.runs == whole.runs);
  CHECK(sketch("قصير").serialize().empty());
  CHECK(CopySketch::parse("x").runs == 0);
}
