#include "small_taxonomy.h"

#include <array>
#include <stdexcept>

namespace mahdar::test {
namespace {

constexpr const char* kText = R"(
[process]
id = "astana"
label_ar = "مسار أستانا"
label_en = "Astana process"
names = ["أستانا", "أستانة"]
format = ["محادثات أستانا"]
subject = ["سوريا"]
heads = ["جولة", "اجتماع"]

[[round]]
number = 7
start = "2017-10-30"
end = "2017-10-31"
city = "astana-city"
label_ar = "الجولة السابعة"
label_en = "Round 7"

[[round]]
number = 8
start = "2017-12-21"
end = "2017-12-22"
city = "astana-city"
label_ar = "الجولة الثامنة"
label_en = "Round 8"

[[round]]
number = 22
start = "2024-11-11"
end = "2024-11-12"
city = "astana-city"
label_ar = "الجولة الثانية والعشرون"
label_en = "Round 22"

[[country]]
id = "russia"
iso = "RU"
guarantor = true
label_ar = "روسيا"
label_en = "Russia"
names = ["روسيا", "الاتحاد الروسي", "Russia"]
forms = ["موسكو", "روسي", "Kremlin"]

[[country]]
id = "turkey"
iso = "TR"
guarantor = true
label_ar = "تركيا"
label_en = "Turkey"
names = ["تركيا", "Turkey"]
forms = ["أنقرة"]

[[country]]
id = "iran"
iso = "IR"
guarantor = true
label_ar = "إيران"
label_en = "Iran"
names = ["إيران", "Iran"]

[[country]]
id = "syria"
iso = "SY"
label_ar = "سوريا"
label_en = "Syria"
names = ["سوريا", "سورية", "Syria"]

[[place]]
id = "astana-city"
label_ar = "أستانا"
label_en = "Astana"
names = ["أستانا", "أستانة", "آستانة", "نور سلطان", "Astana", "Nur-Sultan"]

[[person]]
id = "alexander-lavrentiev"
label_ar = "ألكسندر لافرنتييف"
label_en = "Alexander Lavrentiev"
names = ["لافرنتييف", "لافرينتيف", "ألكسندر لافرنتييف", "Lavrentiev", "Lavrentyev"]

[[person]]
id = "staffan-de-mistura"
label_ar = "ستافان دي ميستورا"
label_en = "Staffan de Mistura"
names = ["دي ميستورا", "ستافان دي مستورا", "de Mistura"]

[[source]]
id = "sana"
label_ar = "سانا"
label_en = "SANA"
names = ["سانا", "SANA"]
hosts = ["sana.sy"]

[[topic]]
id = "detainees_exchange"
label_ar = "المعتقلون وتبادل الأسرى والمفقودون"
label_en = "Detainees and exchange of prisoners"
aliases = ["detainees"]
cues = ["المعتقلين"]

[[topic]]
id = "ceasefire"
label_ar = "وقف إطلاق النار"
label_en = "Ceasefire"
cues = ["وقف إطلاق النار", "الهدنة"]
)";

Taxonomy read() {
  const std::array texts{Taxonomy::SourceText{"small.toml", kText}};
  auto taxonomy = Taxonomy::parse(texts);
  if (!taxonomy) throw std::runtime_error(taxonomy.error().to_string());
  return std::move(*taxonomy);
}

}  // namespace

const Taxonomy& small_taxonomy() {
  static const Taxonomy taxonomy = read();
  return taxonomy;
}

const Analyzer& small_analyzer() {
  static const Analyzer analyzer(small_taxonomy());
  return analyzer;
}

const Gazetteer& small_gazetteer() {
  static const Gazetteer gazetteer(small_taxonomy(), small_analyzer());
  return gazetteer;
}

}  // namespace mahdar::test
