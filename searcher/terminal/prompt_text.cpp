#include "searcher/terminal/prompt_text.h"

namespace mahdar {

PromptText prompt_help() {
  return {
      "اكتب ما تبحث عنه. رقم أو جولة:7 : تصفية (ومرة أخرى لإلغائها) · -مصدر:sana : استبعاد · حذف 1: إزالة "
      "مرشح · "
      "x مسح المرشحات · قيم الشخص (f person): كل قيم وجه، مرقّمة للتصفية\n"
      "فتح 3: قراءة النتيجة · نسخ 3: معرّفها · n التالي · p السابق · b رجوع · فرز الأحدث (الأقدم، الجولة، "
      "الصلة)\n"
      "حفظ hits.csv (json jsonl bib ris trec txt) · لغة en · q خروج · /كلمات: بحث حرفي · ? هذه المساعدة\n"
      "في الكلمات: \"عبارة\" · =حرفيًّا · -دونها · جنيف أو سوتشي · OR وAND وNOT مع ( ) · معتقل* · لافرنتيف~",
      "Type what you look for. A number or round:7 narrows (and again: undoes it) · -source:sana excludes · "
      "r 1 removes a filter · x clears them · f person lists all values of a facet, numbered to narrow\n"
      "o 3 opens a hit · c 3 copies its id · n next · p previous · b back · s newest (oldest, round, "
      "relevance)\n"
      "w hits.csv saves all hits (json jsonl bib ris trec txt) · lang ar · q quit · /words takes the words "
      "literally · ? this help\n"
      "in words: \"phrase\" · =exactly · -without · Geneva أو Sochi (either) · OR AND NOT with ( ) · prefix* "
      "· near~"};
}

PromptText prompt_usage(std::string_view command) {
  if (command == "f" || command == "facet")
    return {
        "f تعرض كل قيم وجه: round أو guarantor أو country أو topic أو source أو month أو person أو framing، "
        "أو "
        "اسمه العربي. للبحث عن الكلمات اكتب / قبلها.",
        "f lists all values of a facet: round, guarantor, country, topic, source, month, person or framing. "
        "To "
        "search for the words write / before them."};
  else if (command == "w" || command == "save")
    return {
        "w تحفظ في ملف ينتهي اسمه بأحد: csv json jsonl bib ris trec txt. للبحث عن الكلمات اكتب / قبلها.",
        "w saves to a file that ends in csv json jsonl bib ris trec or txt. To search for the words write / "
        "before them."};
  else if (command == "s" || command == "sort")
    return {"s ترتّب: newest أو oldest أو round أو relevance. للبحث عن الكلمات اكتب / قبلها.",
            "s sorts: newest, oldest, round or relevance. To search for the words write / before them."};
  else
    return {"lang تختار اللغة: ar أو en. للبحث عن الكلمات اكتب / قبلها.",
            "lang chooses the language: ar or en. To search for the words write / before them."};
}

}  // namespace mahdar
