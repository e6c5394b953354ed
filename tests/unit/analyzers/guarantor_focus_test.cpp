#include "analyzers/about/guarantor_focus.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/bundled_annotator.h"

namespace mahdar {
namespace {

TEST_CASE("the focus is on who speaks and acts and of whom others speak, not on who is named") {
  struct Row {
    std::string name;
    std::string text;
    std::string focus;
  };
  const std::vector<Row> rows = {
      {"official with his state",
       "قال رئيس الوفد الروسي ألكسندر لافرنتييف إن المحادثات مع تركيا وإيران كانت مفيدة.", "russia"},
      {"person alone", "وأوضح لافرنتييف أن وفد الحكومة السورية حضر الاجتماع.", "russia"},
      {"capital", "أعلنت أنقرة أنها سترسل مراقبين بعد مشاورات مع موسكو وطهران.", "turkey"},
      {"ministry", "أكدت وزارة الخارجية الإيرانية أن الحل في سوريا سياسي، ورحبت بدور روسيا.", "iran"},
      {"subject before its verb", "موسكو ترى أن الوقت حان لوضع دستور جديد في سوريا.", "russia"},
      {"delegation acts",
       "التقى الوفد التركي ممثلي المعارضة السورية مساء اليوم. ثم بحث الوفد التركي الخرائط.", "turkey"},
      {"pronoun goes on",
       "قال حسين جابري أنصاري إن الاجتماع ناجح. وأضاف أن روسيا موافقة. ولفت إلى أن تركيا موافقة. وأشار إلى "
       "موعد جديد.",
       "iran"},
      {"a noun takes up the speaker",
       "قال لافرنتييف إن الأمر صعب. وأضاف المبعوث أن إيران تساعد. وأكد المبعوث أن تركيا تساعد.", "russia"},
      {"words quoted", "ونقلت وكالة تاس عن لافروف قوله إن الجولة ستعقد.", "russia"},
      {"according to", "وبحسب وزارة الدفاع التركية فإن نقاط المراقبة باقية، ووفق أنقرة لا خلاف.", "turkey"},
      {"a spokesman of an office",
       "قال المتحدث باسم الرئاسة التركية إن القمة قريبة وإن روسيا وإيران ستحضران.", "turkey"},
      {"a spokesman behind his office",
       "قال المتحدث باسم الرئاسة إبراهيم قالن إن القمة قريبة وإن الملفات كثيرة.", "turkey"},
      {"formulaic triple", "قال رئيس وفد المعارضة أحمد طعمة إن الدول الضامنة روسيا وتركيا وإيران لم تلتزم.",
       "none"},
      {"told as background",
       "قال دي ميستورا إن اللجنة ستجتمع. وأضاف أن الحل سوري.\nوأكد دي ميستورا أن الوفود وصلت.\nوكان المبعوث "
       "الروسي ألكسندر لافرنتييف أعلن أن الجلسة قريبة.",
       "none"},
      {"bare title", "قال المبعوث الأممي ستافان دي ميستورا إنه التقى مبعوث الرئيس فلاديمير بوتين.", "none"},
      {"agency name", "ذكرت قناة روسيا اليوم أن المعارضة وصلت، وأفادت وكالة الأناضول بأن الوفود وصلت.",
       "none"},
      {"others speak of its conduct",
       "وقال بشار الجعفري إن تركيا تحتل أرضا سورية، وأضاف أن على تركيا أن تنسحب.", "turkey"},
      {"others accuse it",
       "اتهم رئيس وفد الحكومة السورية بشار الجعفري الوفد التركي بعرقلة الجلسة. وقال إن على أنقرة أن تسحب "
       "قواتها.",
       "turkey"},
      {"others speak of its conduct in a quotation",
       "وأضاف بشار الجعفري: \"تركيا تنتهك السيادة السورية وتعرقل الحل السياسي\". ووصلت وفود أخرى.", "turkey"},
      {"others accuse it in passing",
       "قال رئيس وفد الحكومة السورية بشار الجعفري إن الوفد مستعد للحوار. واتهم تركيا بدعم الفصائل. وأضاف "
       "الجعفري أن الحل سوري.",
       "none"},
      {"others come back to its conduct by office",
       "قال أيمن سوسان إن ممارسات النظام التركي تخالف التفاهمات. وأوضح أن دعم النظام التركي للإرهاب مستمر.",
       "turkey"},
      {"a summit called by its city",
       "قمة أنقرة تخرج باتفاق\nخرجت قمة أنقرة أمس باتفاق بين روسيا وتركيا وإيران على عمل اللجنة.", "several"},
      {"where they meet, in title and text",
       "قمة ثلاثية في أنقرة\nعقد الرؤساء الثلاثة في أنقرة أمس قمة حول سوريا. وعقدت القمة في أنقرة يوما "
       "واحدا.",
       "several"},
      {"a city of the dateline",
       "القمة الثلاثية تختتم أعمالها\nأنقرة (وكالات) - عقد الرؤساء الثلاثة قمتهم أمس. وغادر دي ميستورا إلى "
       "جنيف.",
       "several"},
      {"an agency of the dateline",
       "قمة سوتشي\nسوتشي (رويترز) - عقد رؤساء روسيا وتركيا وإيران قمة أمس. وقال الرؤساء في بيان مشترك إنهم "
       "متفقون.",
       "several"},
      {"what a headline comments on",
       "تأجيل الجلسة، والسبب في موسكو\nتأجلت الجلسة أمس. وكان لافرنتييف قال إن المدينة لا تناسب. وقال دي "
       "ميستورا إنه آسف.",
       "russia"},
      {"leaders taken up together",
       "عقد قادة روسيا وتركيا وإيران قمة في سوتشي. وأكد القادة التزامهم بالهدنة.", "several"},
      {"their statement",
       "اجتمعوا أمس. وجاء في بيانهم المشترك أن الحل سياسي. وأضاف البيان أن العمل مستمر. وأكد البيان الهدنة.",
       "several"},
      {"others speak of other things",
       "وقال بشار الجعفري إن وفده جاء لمناقشة الدستور، وأضاف أن الحل سوري. ووصلت وفود روسيا وتركيا وإيران.",
       "none"},
      {"an adjective is nobody who speaks", "أدان المجتمعون الدور الروسي. وقال دي ميستورا إن العمل مستمر.",
       "none"},
      {"whose paper", "ذكرت وسائل إعلام روسية أن الوفود وصلت. وقال دي ميستورا إن العمل مستمر.", "none"},
      {"no broadcaster among the offices",
       "التقى مساعد وزير الخارجية للشؤون العربية حسين جابري أنصاري دي ميستورا في الفندق.", "iran"},
      {"its reconciliation centre", "أعلن المركز الروسي للمصالحة التوصل إلى اتفاق، ودعا الفصائل إلى الهدوء.",
       "russia"},
      {"a pair in talks",
       "لافروف وجاويش أوغلو يبحثان المحادثات\nبحث الوزير الروسي سيرغي لافروف مع نظيره التركي مولود جاويش "
       "أوغلو سير "
       "المحادثات. وجاء في بيان للخارجية الروسية أن كلا الجانبين شددا على الهدوء.",
       "several"},
      {"a pair",
       "اتفق فلاديمير بوتين ونظيره التركي رجب طيب أردوغان على إنشاء المنطقة. وبحث بوتين وأردوغان الدوريات.",
       "several"},
      {"a statement's own verbs",
       "بيان مشترك لروسيا وتركيا وإيران:\nأكدت من جديد التزامها بالسيادة.\nوأعربت عن ارتياحها.", "several"},
      {"a statement named again",
       "أصدرت الدول الضامنة البيان الختامي. وأكد البيان وحدة الأراضي. وأدان البيان الإرهاب.", "several"},
      {"host", "أعلنت وزارة الخارجية الكازاخستانية أن وفود روسيا وتركيا وإيران وصلت.", "none"},
      {"joint statement",
       "أكدت الدول الضامنة في بيانها التزامها بسيادة سوريا. وشدد البيان الختامي على وقف النار.", "several"},
      {"row of subjects", "أعلنت روسيا وتركيا وإيران اتفاقها على إنشاء المناطق.", "several"},
      {"two speakers",
       "أجرى لافروف وهاكان فيدان مشاورات. قال لافروف إن الأمر محسوم. وقال فيدان إن الأمر مفتوح.", "several"},
      {"a capital on the way",
       "وفد دمشق إلى نور سلطان\nيترأس الوفد السوري بشار الجعفري، ويغادر الوفد دمشق غدا إلى موسكو ومنها إلى "
       "كازاخستان.",
       "none"},
      {"sport",
       "تتصدر روسيا المجموعة بعد فوز المنتخب الروسي في مباراة على ملعب سوتشي. وقال مدرب روسيا إن الفريق سيطر "
       "في الشوط الثاني. وأعلنت موسكو استضافة البطولة.",
       "none"},
      {"where they meet is not who comes",
       "جولة جديدة في سوتشي الروسية\nبدأت في مدينة سوتشي الروسية أمس جولة جديدة من المحادثات. ووصلت الوفود "
       "إلى المدينة.",
       "none"},
      {"those who only take part",
       "تُعقد الجولة غدا بمشاركة وفود من روسيا وتركيا وإيران، وبحضور ممثلين عن الأردن والعراق ولبنان.",
       "none"},
      {"each of them",
       "أعلنت كل من روسيا وتركيا وإيران إنشاء المناطق. وأكدت كل من روسيا وتركيا وإيران موعد الجولة.",
       "several"},
      {"a dual verb means those before it",
       "التقى لافروف فيصل المقداد. وأكدا أمس دور تركيا. وناقشا أمس موقف تركيا. وأعلنا أمس موعد قمة أنقرة. "
       "وحذرا من التصعيد.",
       "russia"},
      {"the two sides",
       "اجتمع حسين جابري أنصاري بفيصل المقداد. وأكد الجانبان عمق العلاقات. وشدد الطرفان على التعاون. ورحب "
       "الجانبان بالوفد التركي. وزار الوفد التركي الفندق.",
       "iran"},
      {"a call",
       "بحث وزير الخارجية الروسي سيرغي لافروف في اتصال هاتفي مع نظيره الإيراني محمد جواد ظريف موعد الجولة.",
       "several"},
      {"what one says of the other",
       "انتقد لافروف تركيا. وقال لافروف إن نظيره التركي هاكان فيدان مخطئ. وأضاف أن نظيره مخطئ.", "russia"},
      {"one tells his counterpart",
       "أبلغ سيرغي لافروف نظيره التركي هاكان فيدان أن الاتفاق قائم. وأضاف لافروف أن الجولة قريبة.", "russia"},
      {"one and his counterpart",
       "أكد الرئيس الروسي فلاديمير بوتين ونظيره التركي رجب طيب أردوغان أن الاتفاق قائم. وشدد الرئيسان على "
       "الهدنة.",
       "several"},
      {"a host and two guests",
       "اجتمع فلاديمير بوتين أمس بنظيريه التركي رجب طيب أردوغان والإيراني حسن روحاني.", "several"},
      {"a host and two guests behind place and date",
       "استضاف الرئيس التركي رجب طيب أردوغان في أنقرة، الأربعاء 4 نيسان/ أبريل 2018، نظيريه الروسي فلاديمير "
       "بوتين "
       "والإيراني حسن روحاني.",
       "several"},
      {"a row with another state in it",
       "وزراء خارجية روسيا وسوريا وتركيا وإيران يتفقون على خارطة طريق\nاتفق الوزراء أمس على إعداد خارطة "
       "طريق.",
       "several"},
      {"to whose people", "واستقبل الفريق بترحاب. وسلم الفريق وثائق لممثلي تركيا.", "none"},
      {"what went before",
       "أعلن فيدان موعد القمة. وكان لافروف أعلن أن الجولة قريبة. وكان لافروف أكد أن الوفود وصلت. وكان لافروف "
       "رحب بها.",
       "turkey"},
      {"a statement of one's own",
       "وقالت الدول الضامنة إنها تتابع. وقالت وزارة الخارجية الروسية في بيان إن الجلسة غدا. وأضاف البيان أن "
       "الخرائط جاهزة. وذكر البيان أن العمل مستمر. وأشار البيان إلى الهدنة.",
       "russia"},
      {"people by nation", "واعتبر مسؤولون روس القرار مفاجأة. وأكد خبراء روس أن العمل مستمر.", "russia"},
      {"praise", "أشاد لافروف بالمضيف. وأثنى لافروف على الأردن. وقال دي ميستورا إن العمل مستمر.", "russia"},
      {"a memorandum provides",
       "تنص مذكرة أستانا على أربع مناطق. وتنص المذكرة على مراقبين. وقال دي ميستورا إن العمل مستمر.",
       "several"},
      {"holds to what is its own",
       "بيان مشترك لروسيا وتركيا وإيران:\nأكدت تمسكها بسيادة سوريا.\nوأعربت عن قلقها.\nوأبدت أسفها "
       "لسوريا.\nوأكدت عزمها على دعم سوريا.",
       "several"},
      {"a preposition before the subject",
       "هذا ما اتفقت عليه الدول الثلاث أمس. وأعلنت فيه الدول الثلاث. وقال دي ميستورا إن العمل مستمر.",
       "several"},
      {"a statement before its issuers",
       "انتهت المحادثات وصدر البيان. وأكد البيان وحدة سوريا. وشدد البيان على الهدنة. وشاركت الدول الراعية.",
       "several"},
      {"a closing statement", "أصدر المشاركون بيانا ختاميا. وأكد البيان وحدة سوريا. وشدد البيان على الهدنة.",
       "several"},
      {"so called",
       "أصدرت ما تسمى الدول الضامنة قرارا. وأعلنت ما يسمى الدول الضامنة موعدا. وقال دي ميستورا إن العمل "
       "مستمر.",
       "several"},
      {"supports", "تدعم تركيا بعض الفصائل. وتقوم تركيا بدوريات. وقال دي ميستورا إن العمل مستمر.", "turkey"},
      {"nobody", "بدأت اليوم في أستانا جولة جديدة من المحادثات.", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const AnnotatedArticle annotated =
        annotate_text(row.text, {}, row.name == "two speakers" ? "2023-11-08" : "2017-10-30");
    CHECK(annotated.article->guarantor.focus == row.focus);
  }
}

TEST_CASE("a headline speaks in colons") {
  const std::string text = "أعلن الجانبان في ختام اللقاء أن العمل سيستمر حتى نهاية الأسبوع المقبل.";
  CHECK(annotate_text(text, "لافروف: لا بديل عن الحل السياسي").article->guarantor.focus == "russia");
  CHECK(annotate_text(text, "المعارضة: لا بديل عن رحيل الأسد").article->guarantor.focus == "none");
}

TEST_CASE("scores are shares, the evidence is the answer's and lies in the text") {
  const AnnotatedArticle annotated =
      annotate_text("قال لافروف إن الأمر محسوم. وأعلن لافروف موعد الجولة. وقالت طهران إن الأمر مفتوح.");
  const Article& article = *annotated.article;
  double sum = 0;
  for (const auto& [id, share] : article.guarantor.scores) sum += share;
  CHECK(sum == doctest::Approx(1));
  CHECK(article.guarantor.scores.at("russia") > article.guarantor.scores.at("iran"));
  CHECK(article.guarantor.focus == "russia");
  CHECK(article.guarantor.confidence > 0.5);
  CHECK(article.guarantor.confidence <= 1);
  REQUIRE(article.guarantor.evidence.size() == 2);
  for (const Evidence& evidence : article.guarantor.evidence)
    CHECK(article.slice(evidence.range) == "لافروف");
}

TEST_CASE("where no guarantor is named the focus is surely on none") {
  const AnnotatedArticle annotated = annotate_text("بدأت اليوم في أستانا جولة جديدة من المحادثات.");
  CHECK(annotated.article->guarantor.focus == "none");
  CHECK(annotated.article->guarantor.confidence == 1);
}

}  // namespace
}  // namespace mahdar
