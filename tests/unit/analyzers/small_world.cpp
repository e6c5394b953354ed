#include "tests/unit/analyzers/small_world.h"

#include <array>
#include <stdexcept>

namespace mahdar {

namespace {

constexpr const char* kSmallTaxonomy = R"toml(
[process]
id = "astana"
label_ar = "مسار أستانا"
label_en = "Astana process"
names = ["أستانا"]
format = ["محادثات أستانا"]
subject = ["سوريا"]
heads = ["جولة"]

[[round]]
number = 1
start = "2017-01-23"
end = "2017-01-24"
city = "astana"
label_ar = "الجولة الأولى"
label_en = "Round 1"

[[round]]
number = 7
start = "2017-10-30"
end = "2017-10-31"
city = "astana"
label_ar = "الجولة السابعة"
label_en = "Round 7"

[[round]]
number = 22
start = "2024-11-11"
end = "2024-11-12"
city = "astana"
label_ar = "الجولة الثانية والعشرون"
label_en = "Round 22"

[[country]]
id = "russia"
iso = "RU"
guarantor = true
label_ar = "روسيا"
label_en = "Russia"
names = ["روسيا", "روسيا الاتحادية", "Russia"]
forms = ["روسي", "روسية", "موسكو", "الوفد الروسي"]
not_in = ["منصة موسكو"]

[[country]]
id = "france"
iso = "FR"
label_ar = "فرنسا"
label_en = "France"
names = ["فرنسا"]
forms = ["فرنسي", "الفرنسية"]

[[country]]
id = "lebanon"
iso = "LB"
label_ar = "لبنان"
label_en = "Lebanon"
names = ["لبنان"]

[[country]]
id = "kazakhstan"
iso = "KZ"
label_ar = "كازاخستان"
label_en = "Kazakhstan"
names = ["كازاخستان"]

[[place]]
id = "moscow"
label_ar = "موسكو"
label_en = "Moscow"
names = ["موسكو", "Moscow"]
country = "RU"

[[place]]
id = "astana"
label_ar = "أستانا"
label_en = "Astana"
names = ["أستانا", "أستانة", "آستانة", "Astana"]
country = "KZ"

[[person]]
id = "alexander-lavrentiev"
label_ar = "ألكسندر لافرنتييف"
label_en = "Alexander Lavrentiev"
names = ["ألكسندر لافرنتييف", "لافرنتييف", "لافرينتييف", "Lavrentiev"]

[[source]]
id = "rt-arabic"
agency = true
label_ar = "روسيا اليوم"
label_en = "RT Arabic"
names = ["روسيا اليوم", "RT"]
hosts = ["arabic.rt.com"]

[[source]]
id = "afp"
agency = true
label_ar = "فرانس برس"
label_en = "AFP"
names = ["فرانس برس", "أ ف ب", "وكالة الصحافة الفرنسية"]

[[source]]
id = "sana"
agency = true
label_ar = "سانا"
label_en = "SANA"
names = ["سانا", "وكالة سانا"]

[[source]]
id = "anadolu"
agency = true
label_ar = "الأناضول"
label_en = "Anadolu"
names = ["الأناضول", "وكالة الأناضول"]

[[source]]
id = "reuters"
agency = true
label_ar = "رويترز"
label_en = "Reuters"
names = ["رويترز"]

[[source]]
id = "al-alam"
label_ar = "قناة العالم"
label_en = "Al-Alam"
names = ["قناة العالم"]
datelines = ["العالم"]

[[source]]
id = "al-thawra"
label_ar = "صحيفة الثورة"
label_en = "Al-Thawra"
names = ["صحيفة الثورة"]
datelines = ["الثورة"]

[[place]]
id = "middle-east"
label_ar = "الشرق الأوسط"
label_en = "Middle East"
names = ["الشرق الأوسط"]

[[source]]
id = "asharq-al-awsat"
label_ar = "صحيفة الشرق الأوسط"
label_en = "Asharq Al-Awsat"
names = ["صحيفة الشرق الأوسط"]
datelines = ["الشرق الأوسط"]

[[source]]
id = "baladi-news"
label_ar = "بلدي نيوز"
label_en = "Baladi News"
names = ["بلدي نيوز"]
hosts = ["baladi-news.com"]

[[source]]
id = "elaph"
label_ar = "إيلاف"
label_en = "Elaph"
names = ["إيلاف"]
hosts = ["elaph.com"]

[[source]]
id = "human-voice"
label_ar = "هيومن فويس"
label_en = "Human Voice"
names = ["هيومن فويس"]
)toml";

Taxonomy small_taxonomy() {
  const std::array<Taxonomy::SourceText, 1> texts{{{"small.toml", kSmallTaxonomy}}};
  Result<Taxonomy> taxonomy = Taxonomy::parse(texts);
  if (!taxonomy) throw std::logic_error(taxonomy.error().to_string());
  return std::move(*taxonomy);
}

}  // namespace

SmallWorld::SmallWorld(Taxonomy world)
    : taxonomy(std::move(world)), analyzer(taxonomy), gazetteer(taxonomy, analyzer) {
  for (const Entity& entity : taxonomy.entities()) {
    if (entity.kind != EntityKind::kSource) continue;
    for (const std::string& name : entity.names) outlets.add(name);
    for (const std::string& name : entity.datelines) outlets.add(name);
  }
}

const SmallWorld& SmallWorld::instance() {
  static const SmallWorld world(small_taxonomy());
  return world;
}

ReadArticle::ReadArticle(RawArticle article)
    : raw(std::move(article)),
      zoned(zone_text(raw, SmallWorld::instance().outlets)),
      tokens(SmallWorld::instance().analyzer.analyze(zoned.text)),
      entities(SmallWorld::instance().gazetteer.find(tokens)),
      dates(find_dates(tokens)) {}

}  // namespace mahdar
