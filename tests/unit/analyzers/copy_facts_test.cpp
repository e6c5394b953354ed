#include "analyzers/about/copy_facts.h"

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "schema/taxonomy.h"

using namespace mahdar;

namespace {

CopyFacts facts(const std::string& body) {
  static const Analyzer analyzer(Taxonomy::bundled());
  static const Annotator annotator(Taxonomy::bundled(), analyzer);
  RawArticle raw;
  raw.title = "عنوان";
  raw.text = body;
  return facts_of(annotator.annotate(raw));
}

CopyFacts dated(std::uint16_t published) {
  CopyFacts result;
  result.published = published;
  return result;
}

}  // namespace

TEST_CASE("the same frame filled otherwise tells another event") {
  const std::pair<const char*, const char*> cases[] = {
      {"نفذ الطيران 12 غارة", "نفذ الطيران 30 غارة"},
      {"نفذ الطيران تسع غارات", "نفذ الطيران خمس غارات"},
      {"بدء أعمال الجولة السابعة", "بدء أعمال الجولة الحادية عشرة"},
      {"بدء أعمال الجولة السابعة من أستانا", "بدء أعمال الجولة السابعة عشرة من أستانا"},
      {"دخلت القافلة إلى إدلب مساء", "دخلت القافلة إلى درعا مساء"},
      {"قال يوم 3 آذار للصحفيين", "قال يوم 3 نيسان للصحفيين"},
      {"وصل الوفد يوم الثلاثاء", "وصل الوفد يوم الخميس"},
  };
  for (const auto& [one, other] : cases) {
    CAPTURE(one);
    CHECK(contradict(facts(one), facts(other), false));
    CHECK(contradict(facts(other), facts(one), false));
    CHECK_FALSE(contradict(facts(one), facts(one), false));
  }
}

TEST_CASE("ways of writing, cut ends and what both name elsewhere contradict nothing") {
  const std::pair<const char*, const char*> cases[] = {
      {"نفذ الطيران تسع غارات", "نفذ الطيران 9 غارات"},
      {"نفذ الطيران ٩ غارات", "نفذ الطيران 9 غارات"},
      {"قال يوم 3 آذار للصحفيين", "قال يوم 3 مارس للصحفيين"},
      {"ختام الاجتماع السابع عشر لمجلس الدول", "ختام الاجتماع السابع أيضا لمجلس الدول"},
      {"نفذ الطيران 12 غارة على إدلب", "نفذ الطيران 12 غارة"},
      {"قصف وفق المصدر 12 موقعا ودمر 30 بيتا", "قصف 12 موقعا ودمر وفق المصدر 30 بيتا"},
  };
  for (const auto& [one, other] : cases) {
    CAPTURE(one);
    CHECK_FALSE(contradict(facts(one), facts(other), false));
    CHECK_FALSE(contradict(facts(other), facts(one), false));
  }
}

TEST_CASE("one number brought up to date among many facts is an edit, two are another event") {
  const std::string rest =
      " مدنيين وأصيب نحو 40 شخصا في قصف طال مدينة إدلب يوم 3 آذار 2019 وشارك فيه أكثر من 18 طائرة";
  CHECK_FALSE(contradict(facts("بلغ القتلى 7" + rest), facts("بلغ القتلى 9" + rest), false));
  CHECK(contradict(facts("بلغ القتلى 7 وعدد الجرحى 55" + rest), facts("بلغ القتلى 9 وعدد الجرحى 66" + rest),
                   false));
}

TEST_CASE("days more than a few apart and other rounds contradict each other where both are known") {
  CHECK(contradict(dated(17000), dated(17010), false));
  CHECK_FALSE(contradict(dated(17000), dated(17004), false));
  CHECK_FALSE(contradict(dated(17000), dated(0), false));
  CHECK_FALSE(contradict(dated(17000), dated(17010), true));
  CopyFacts seventh, eighth, both;
  seventh.rounds = 1u << 7;
  eighth.rounds = 1u << 8;
  both.rounds = seventh.rounds | eighth.rounds;
  CHECK(contradict(seventh, eighth, false));
  CHECK_FALSE(contradict(seventh, both, false));
  CHECK_FALSE(contradict(seventh, CopyFacts(), false));
}

TEST_CASE("facts survive being stored; other bytes give none") {
  const CopyFacts whole = facts("نفذ الطيران 12 غارة على إدلب يوم 3 آذار 2019 قبل الجولة السابعة من أستانا");
  std::string bytes;
  whole.append_to(bytes);
  CHECK(whole.count >= 6);
  CHECK(CopyFacts::parse(bytes) == whole);
  CHECK(CopyFacts::parse("x") == CopyFacts());
  CHECK(CopyFacts::parse(bytes + "x") == CopyFacts());
}
