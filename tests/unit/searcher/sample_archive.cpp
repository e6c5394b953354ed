#include "sample_archive.h"

namespace mahdar::test {

std::vector<Sample> sample_archive() {
  return {
      {"a7",
       "وفد روسيا في أستانا",
       "وصل وفد المعارضة إلى أستانة. وقال لافرنتييف إن موسكو تدعم تبادل المعتقلين بين الطرفين.",
       {7},
       {"RU", "SY"},
       "russia",
       {"detainees_exchange"},
       "sana",
       "2017-10-30"},
      {"b7",
       "تركيا تنتظر الجولة السابعة",
       "بحث الوفد التركي مع وفد المعارضة ملف المعتقلين في آستانة. ونصّ القرار ٢٢٥٤ على ذلك.",
       {7},
       {"TR", "SY"},
       "turkey",
       {"detainees_exchange", "ceasefire"},
       "",
       "2017-10"},
      {"c8",
       "انطلاق الجولة الثامنة",
       "دعا دي ميستورا إلى احترام وقف إطلاق النار، وحضرت وفود من إيران وتركيا. قال علي إن الأمر صعب.",
       {8},
       {"IR", "TR"},
       "several",
       {"ceasefire"},
       "sana",
       "2017-12-21"},
      {"d0",
       "مؤتمر عن الزراعة",
       "ناقش الخبراء زراعة القمح على ضفاف الفرات، وأكدوا أهمية المياه.",
       {},
       {},
       "none",
       {},
       "",
       ""},
      {"e22",
       "نور سلطان تستضيف الاجتماع",
       "قال لافرينتيف إن الاجتماع في نور سلطان ناجح، وشكر المضيفين من كازاخستان.",
       {22},
       {"RU"},
       "russia",
       {},
       "مدونة ما",
       "2024-11-11"},
  };
}

SearchRequest asking(std::string text) {
  SearchRequest request;
  request.text = std::move(text);
  request.relax = false;
  return request;
}

std::set<std::string> ids(const ResultPage& page) {
  std::set<std::string> set;
  for (const Hit& hit : page.hits) set.insert(hit.article.id);
  return set;
}

std::vector<std::string> ordered(const ResultPage& page) {
  std::vector<std::string> list;
  for (const Hit& hit : page.hits) list.push_back(hit.article.id);
  return list;
}

std::map<std::string, std::uint64_t> counts(const ResultPage& page, Facet facet) {
  std::map<std::string, std::uint64_t> map;
  for (const auto& counted : page.facets)
    if (counted.facet == facet)
      for (const auto& value : counted.values) map[value.value] = value.count;
  return map;
}

}  // namespace mahdar::test
