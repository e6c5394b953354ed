#include "analyzers/text/word_marks.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/about/date_resolver.h"
#include "analyzers/about/guarantor_focus.h"
#include "analyzers/about/round_detector.h"
#include "tests/unit/analyzers/bundled_annotator.h"
#include "tests/unit/analyzers/read_text.h"

namespace mahdar {
namespace {

using test::ReadText;

TEST_CASE("marks of words and stems add up and outlast the growth of their tables") {
  std::mt19937_64 random(7);
  std::unordered_map<std::uint64_t, std::uint32_t> words;
  std::unordered_map<std::uint32_t, std::uint32_t> stems;
  WordMarks marks;
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t word = random();
    const auto stem = static_cast<std::uint32_t>(random());
    for (const std::uint32_t bit : {1u << (i % 5), 1u << (i % 31)}) {
      marks.add_word(word, bit);
      marks.add_stem(stem, bit);
      words[word] |= bit;
      stems[stem] |= bit;
    }
  }
  const auto unknown = [&] {
    std::uint32_t stem = 0;
    while (stems.contains(stem)) ++stem;
    return stem;
  }();
  for (const auto& [word, bits] : words) REQUIRE((marks.of(word, unknown) & bits) == bits);
  for (const auto& [stem, bits] : stems) REQUIRE((marks.of(0, stem) & bits) == bits);
  int too_many = 0;
  for (int i = 0; i < 20000; ++i) too_many += marks.of(random(), unknown) != 0 ? 1 : 0;
  CHECK(too_many < 20);
}

std::vector<std::string> texts() {
  std::vector<std::string> all = {
      "تحدث الوزير عن أستانا 7.",
      "ولأستانة مسارها، كما قال.",
      "وصفت بصيغة أستانا أنها ناجحة.",
      "والدول الضامنة تتابع الأمر.",
      "وأكد البيان الختامي وحدة الأراضي.",
      "والدول الضامنة تعقد غدا الجولة السابعة حول سوريا.",
      "قال مصدر إن الجولة السابعة حول سوريا بدأت بحضور الدول الضامنة.",
      "افتتح المعرض في المدينة أمس.",
      "وصل بوتين إلى المكان.",
      "عقد الاجتماع في سوتشي.",
  };
  const std::filesystem::path corpus = std::filesystem::path(MAHDAR_SOURCE_DIR) / "corpus" / "articles";
  for (const auto& file : std::filesystem::directory_iterator(corpus)) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream in(file.path(), std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return all;
}

// Detectors look only where marks let them: a word without its mark is a word unread.
TEST_CASE("rounds and focus are the same with marks as without") {
  const RoundDetector rounds(ReadText::taxonomy(), ReadText::analyzer());
  const GuarantorFocus guarantors(ReadText::taxonomy(), ReadText::analyzer());
  for (const std::string& text : texts()) {
    CAPTURE(text.substr(0, 100));
    const AnnotatedArticle annotated = annotate_text(text);
    const Article& marked = *annotated.article;
    const ReadText read(text);
    const RoundInfo round = rounds.detect(read.reading(), date_before_rounds(read.reading()).day);
    CHECK(round.about == marked.round.about);
    CHECK(round.mentioned.size() == marked.round.mentioned.size());
    CHECK(round.confidence == marked.round.confidence);
    const std::string& date = marked.date.published.empty() ? marked.date.event : marked.date.published;
    const GuarantorInfo guarantor = guarantors.judge(read.reading(), date);
    CHECK(guarantor.focus == marked.guarantor.focus);
    CHECK(guarantor.scores == marked.guarantor.scores);
    CHECK(guarantor.confidence == marked.guarantor.confidence);
  }
}

}  // namespace
}  // namespace mahdar
