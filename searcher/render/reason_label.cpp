#include "searcher/render/reason_label.h"

#include <algorithm>
#include <array>

namespace mahdar {
namespace {

struct Label {
  std::string_view step;
  std::string_view arabic;
  std::string_view english;
};

constexpr std::array kLabels{
    Label{"exact", "مطابقة تامة", "exact"},
    Label{"folded", "توحيد الأحرف", "letters folded"},
    Label{"stem", "الجذع", "stem"},
    Label{"alias", "اسم آخر", "another name"},
    Label{"prefix", "بداية الكلمة", "beginning"},
    Label{"near", "كتابة قريبة", "near spelling"},
    Label{"family", "من جذر واحد", "same root"},
    Label{"wildcard", "بداية الكلمة", "wildcard"},
    Label{"phrase", "ضمن العبارة", "in the phrase"},
    Label{"latin-name", "اسم بالحرف اللاتيني", "name in Latin letters"},
    Label{"transliteration", "نقحرة أخرى", "other transliteration"},
    Label{"marks", "دون حركات", "vowel marks left out"},
    Label{"tatweel", "دون تطويل", "tatweel left out"},
    Label{"invisible", "دون محارف خفية", "invisible characters left out"},
    Label{"presentation-form", "شكل طباعي", "presentation form"},
    Label{"persian-letter", "حرف فارسي", "Persian letter"},
    Label{"digit", "رسم الأرقام", "digits"},
    Label{"number-separator", "فاصل الآلاف", "separator in the number"},
    Label{"case", "حالة الحرف", "case"},
    Label{"alef", "صور الألف", "alef"},
    Label{"taa-marbuta", "تاء مربوطة وهاء", "taa marbuta"},
    Label{"alef-maqsura", "ألف مقصورة وياء", "alef maqsura"},
    Label{"hamza", "رسم الهمزة", "hamza"},
    Label{"foreign-letter", "حرف أعجمي", "foreign letter"},
    Label{"diacritic", "علامة لاتينية", "diacritic"},
    Label{"clitic", "سابقة", "clitic"},
    Label{"feminine", "تأنيث", "feminine"},
    Label{"dual", "مثنى", "dual"},
    Label{"plural", "جمع سالم", "regular plural"},
    Label{"dual-or-plural", "مثنى أو جمع", "dual or plural"},
    Label{"pronoun", "ضمير", "pronoun"},
    Label{"relation", "ياء النسبة أو الإضافة", "ending in ya"},
    Label{"tanween", "ألف التنوين", "tanween alef"},
    Label{"verb-ending", "لاحقة فعل", "verb ending"},
    Label{"ending", "لاحقة", "ending"},
    Label{"broken-plural", "جمع تكسير", "broken plural"},
    Label{"verb-form", "صيغة الفعل", "form of the verb"},
    Label{"name", "رسم آخر للاسم", "other spelling of the name"},
    Label{"adjective", "نسبة إلى الاسم", "adjective of the name"},
    Label{"listed", "صيغة من القائمة", "listed form"},
    Label{"correction", "تصحيح يدوي", "corrected by hand"},
    Label{"nothing-found", "لم يُعثر على شيء منه", "none found"},
    Label{"meta", "بيانات الملف", "the file's own data"},
    Label{"url", "العنوان الشبكي", "address"},
};

}  // namespace

std::string_view reason_label(std::string_view step, bool english) {
  const auto known = std::ranges::find(kLabels, step, &Label::step);
  if (known == kLabels.end()) return step;
  return english ? known->english : known->arabic;
}

bool shows_letters(std::string_view step) {
  constexpr std::array<std::string_view, 4> kSilent{"exact", "marks", "tatweel", "invisible"};
  return std::ranges::find(kSilent, step) == kSilent.end();
}

}  // namespace mahdar
