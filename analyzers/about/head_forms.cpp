#include "analyzers/about/head_forms.h"

#include <array>

namespace mahdar {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::array<std::string_view, 4> kPronouns{"ه", "ها", "هم", "هما"};

class Forms {
 public:
  explicit Forms(Gender gender) : gender_(gender) {}

  void both(const std::string& word, HeadNumber number) {
    forms_.push_back({word, number, gender_, false, false});
    forms_.push_back({std::string(kArticle) + word, number, gender_, true, false});
  }
  void bare(const std::string& word, HeadNumber number) {
    forms_.push_back({word, number, gender_, false, false});
  }
  void owned(const std::string& stem) {
    for (const std::string_view pronoun : kPronouns)
      forms_.push_back({stem + std::string(pronoun), HeadNumber::kSingular, gender_, false, true});
  }
  void dual(const std::string& stem) {
    both(stem + "ين", HeadNumber::kDual);
    both(stem + "ان", HeadNumber::kDual);
    bare(stem + "ي", HeadNumber::kDual);
  }
  std::vector<HeadForm> take() { return std::move(forms_); }

 private:
  Gender gender_;
  std::vector<HeadForm> forms_;
};

}  // namespace

std::vector<HeadForm> head_forms(std::string_view noun) {
  if (noun.starts_with(kArticle) && noun.size() > 8) noun.remove_prefix(kArticle.size());
  const std::string word(noun);
  if (!noun.empty() && static_cast<unsigned char>(noun.front()) < 0x80)
    return {{word, HeadNumber::kSingular, Gender::kAny, false, false}};
  if (noun.ends_with("ات")) {
    Forms forms(Gender::kFeminine);
    forms.both(word, HeadNumber::kPlural);
    return forms.take();
  }
  if (noun.ends_with("ة")) {
    Forms forms(Gender::kFeminine);
    const std::string stem = word.substr(0, word.size() - 2);
    forms.both(word, HeadNumber::kSingular);
    forms.owned(stem + "ت");
    forms.dual(stem + "ت");
    forms.both(stem + "ات", HeadNumber::kPlural);
    return forms.take();
  }
  Forms forms(Gender::kMasculine);
  forms.both(word, HeadNumber::kSingular);
  forms.bare(word + "ا", HeadNumber::kSingular);
  forms.owned(word);
  if (noun.ends_with("ء")) {
    const std::string stem = word.substr(0, word.size() - 2);
    forms.owned(stem + "ؤ");
    forms.owned(stem + "ئ");
  }
  forms.dual(word);
  forms.both(word + "ات", HeadNumber::kPlural);
  return forms.take();
}

}  // namespace mahdar
