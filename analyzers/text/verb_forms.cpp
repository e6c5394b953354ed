#include "analyzers/text/verb_forms.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/endings.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/word_list.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8
constexpr std::string_view kThirdPerson = "ي";

// أعلن: يعلن, استخدم: يستخدم, but أخذ: يأخذ.
std::string sound_present(std::string_view past) {
  const bool added_alef = past.starts_with("ا") && past.size() > 3 * kLetter;
  return std::string(kThirdPerson) + std::string(added_alef ? past.substr(kLetter) : past);
}

std::vector<std::string> present_forms(std::string_view third_person) {
  const std::string rest(third_person.substr(kThirdPerson.size()));
  return {"ي" + rest, "ت" + rest};
}

// يعاني: يعانون, يعانوا.
std::vector<std::string> defective_plurals(std::string_view third_person) {
  const bool defective = third_person.ends_with("ي") || third_person.ends_with("و");
  if (!defective || third_person.size() < 4 * kLetter) return {};
  const std::string base(third_person.substr(0, third_person.size() - kLetter));
  return {base + "ون", base + "وا"};
}

// دعا: دعت, دعوا.
std::vector<std::string> defective_past(std::string_view past, bool weak) {
  if (!weak || past.size() < 3 * kLetter || !(past.ends_with("ا") || past.ends_with("ي"))) return {};
  const std::string base(past.substr(0, past.size() - kLetter));
  return {base + "ت", base + "تا", base + "وا"};
}

// ت begins nouns too.
bool may_be_a_noun(const WordTable& words, std::string_view form) {
  const WordEntry* entry = words.find(form);
  return entry && entry->is(kKnown) && form.starts_with("ت");
}

}  // namespace

void add_verbs(WordTable& words) {
  const Endings endings(words);
  for (const std::string_view line : word_list("verbs.tsv")) {
    const auto fields = fields_of(line);
    const bool spelled = fields.front().starts_with('=');
    const std::string_view written = fields.front().substr(spelled ? 1 : 0);
    const std::string past = fold(written);
    words.add(past, kKnown);
    const bool short_defective = past.size() == 4 * kLetter && past.ends_with("ي");  // أجرى is no أجر
    const std::string present = fields.size() > 1 ? fold(fields[1]) : sound_present(past);
    const std::string stem(spelled ? present : short_defective ? past : endings.stem(past));
    std::vector<std::string> forms = present_forms(present);
    std::erase_if(forms, [&](const std::string& form) { return may_be_a_noun(words, form); });
    for (std::string& form : defective_past(past, fields.size() > 1)) forms.push_back(std::move(form));
    for (std::string& form : defective_plurals(present)) forms.push_back(std::move(form));
    for (std::size_t i = 2; i < fields.size(); ++i) forms.push_back(fold(fields[i]));
    if (spelled) {
      words.add(clean(written), kVerbSpelling, stem);
    } else {
      words.add(past, kOwnStem | kVerbForm, stem);
    }
    for (const std::string& form : forms) words.add(form, kKnown | kOwnStem | kVerbForm, stem);
  }
}

}  // namespace mahdar
