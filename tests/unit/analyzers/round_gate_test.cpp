#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/about/round_detector.h"
#include "tests/unit/analyzers/read_text.h"

namespace mahdar {
namespace {

using test::ReadText;

RoundInfo detect(const std::string& text, std::string_view known_date = {}) {
  static const RoundDetector kDetector(ReadText::taxonomy(), ReadText::analyzer());
  const ReadText read(text);
  return kDetector.detect(read.reading(), known_date);
}

TEST_CASE("what else happens in a round's city on its days is not about the round") {
  const std::pair<std::string, std::string> rows[] = {
      {"2017-12-21", "معرض للكتاب\n\nافتتح في أستانا اليوم معرض للكتاب بحضور سفير إيران ووفد من روسيا."},
      {"2023-06-20", "منتدى للمصارف\n\nبدأ في أستانا اجتماع لمصارف تركيا وروسيا وإيران، ويختتم أعماله غدا."},
      {"2024-01-24",
       "حكم بالسجن\n\nأدانت محكمة في أستانا رجلا عاد من سوريا عبر تركيا بالانضمام إلى جماعة مسلحة."},
      {"2018-07-30", "مزارعون في سوتشي\n\nبحث وفد من إيران في سوتشي شراء القمح مع تجار من روسيا."},
      {"2017-12-21", "لجنة التجارة\n\nعقدت في أستانا الجولة السادسة من محادثات النقل بين روسيا وسوريا."},
      {"2017-02-15", "بحر قزوين\n\nبدأت في أستانا الجولة الثانية من المفاوضات بين روسيا وإيران حول الصيد."},
      {"2023-02-05", "كرة المضرب\n\nفاز اللاعب التركي في الجولة الثالثة من دورة أستانا على منافسه من روسيا."},
      {"2022-06-16",
       "خبراء المياه\n\nعقد في نور سلطان الاجتماع الثاني عشر بشأن المياه بحضور ممثلي روسيا وإيران."},
  };
  for (const auto& [day, text] : rows) {
    CAPTURE(text);
    CHECK(detect(text, day).about.empty());
  }
}

TEST_CASE("the three guarantors in a round's city on its days, on Syria, tell the round without its name") {
  const RoundInfo info =
      detect("اتفاق على منطقة\n\nأعلنت روسيا وتركيا وإيران في أستانا اليوم خرائط منطقة لوقف القتال في سوريا.",
             "2017-09-15");
  CHECK(info.about == std::vector<int>{6});
}

TEST_CASE("the capital without its name and the heads of delegations tell the process") {
  const RoundInfo capital =
      detect("بدأت في العاصمة الكازاخية الجولة العشرون من محادثات السلام السورية بين الحكومة والمعارضة.");
  CHECK(capital.about == std::vector<int>{20});
  const RoundInfo heads =
      detect("لقاء ثلاثي\n\nاجتمع لافرنتييف وأونال وخاجي في نور سلطان قبل الجلسة العامة.", "2019-12-11");
  CHECK(heads.about == std::vector<int>{14});
}

TEST_CASE("experts who meet and ministers who call each other before a round are not the round") {
  const RoundInfo experts = detect(
      "خبراء في طهران\n\nالتقى خبراء من روسيا وتركيا وإيران في طهران لبحث الخرائط تمهيدا للجولة السادسة من "
      "محادثات أستانا حول سوريا.",
      "2017-08-03");
  CHECK(experts.about.empty());
  const RoundInfo call = detect(
      "اتصال بين الوزيرين\n\nبحث الوزيران في اتصال هاتفي التحضير للجولة الرابعة عشرة من محادثات أستانا حول "
      "سوريا.",
      "2019-11-25");
  CHECK(call.about.empty());
}

TEST_CASE("a text of one expression over and over is about its round") {
  std::string text;
  for (int n = 0; n < 64'000; ++n) text += "أستانا 7 ";
  const ReadText read(text);
  const RoundDetector detector(ReadText::taxonomy(), ReadText::analyzer());
  CHECK(detector.detect(read.reading(), {}).about == std::vector<int>{7});
}

}  // namespace
}  // namespace mahdar
