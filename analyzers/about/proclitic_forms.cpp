#include "analyzers/about/proclitic_forms.h"

#include <array>

namespace mahdar {

namespace {
constexpr std::string_view kArticle = "ال";
}

std::vector<std::string> proclitic_forms(std::string_view folded) {
  return proclitic_forms(folded, folded.starts_with(kArticle));
}

std::vector<std::string> proclitic_forms(std::string_view folded, bool has_article) {
  constexpr std::size_t kShortBytes = 4;  // two Arabic letters
  constexpr std::array<std::string_view, 7> kBeforeAnything{"و", "ف", "ب", "ك", "وب", "فب", "وك"};
  constexpr std::array<std::string_view, 3> kBeforeNoArticle{"ل", "ول", "فل"};
  constexpr std::array<std::string_view, 3> kForArticle{"لل", "ولل", "فلل"};

  const std::string word(folded);
  if (folded.size() <= kShortBytes) return {"و" + word};
  std::vector<std::string> forms;
  forms.reserve(kBeforeAnything.size() + kForArticle.size());
  for (const std::string_view proclitic : kBeforeAnything) forms.push_back(std::string(proclitic) + word);
  const bool article = has_article && folded.size() > kArticle.size() + kShortBytes;
  if (article)
    for (const std::string_view proclitic : kForArticle)
      forms.push_back(std::string(proclitic) + word.substr(kArticle.size()));
  else
    for (const std::string_view proclitic : kBeforeNoArticle) forms.push_back(std::string(proclitic) + word);
  return forms;
}

}  // namespace mahdar
