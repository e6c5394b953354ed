#include "searcher/match/word_relaxation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "schema/name_key.h"
#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kCountUpTo = 1000;

std::string in_quotes(const std::vector<std::string>& words, std::string_view comma) {
  std::string text;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (std::find(words.begin(), word, *word) != word) continue;
    if (!text.empty()) text += comma;
    text += "«" + *word + "»";
  }
  return text;
}

}  // namespace

void BilingualText::add(std::string_view more_english, std::string_view more_arabic) {
  if (english.find(more_english) != std::string::npos) return;
  if (!english.empty()) english += "; ";
  english += more_english;
  if (!arabic.empty()) arabic += "؛ ";
  arabic += more_arabic;
}

std::string quoted(const std::vector<std::string>& words) {
  return in_quotes(words, ", ");
}

std::string quoted_ar(const std::vector<std::string>& words) {
  return in_quotes(words, "، ");
}

const std::array<WordRelaxation::Step, 10>& WordRelaxation::steps() {
  static constexpr std::array<Step, 10> kSteps{{
      {"folded", &WordRelaxation::fold_letters},
      {"stem", &WordRelaxation::take_inflections},
      {"alias", &WordRelaxation::take_aliases},
      {"near", &WordRelaxation::take_near_spellings},
      {"begins", &WordRelaxation::take_beginnings},
      {"near", &WordRelaxation::take_all_near_spellings},
      {"words", &WordRelaxation::open_all_phrases},
      {"fields", &WordRelaxation::leave_title},
      {"fewer-words", &WordRelaxation::drop_words},
      {"any", &WordRelaxation::ask_for_any},
  }};
  return kSteps;
}

bool WordRelaxation::found() const {
  return probes_.count(asked_, 1) > 0;
}

template <typename Concerns>
bool WordRelaxation::each_occurs(Concerns&& concerns) const {
  return std::ranges::all_of(wanted_leaves(asked_.root), [&](const QueryNode* leaf) {
    return !concerns(*leaf) || articles_with(*leaf) > 0;
  });
}

bool WordRelaxation::fold_letters() {
  const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.form == WordForm::kExact; });
  if (!change_form(asked_.root, WordForm::kExact, WordForm::kFolded)) return false;
  if (occurs)
    message_.add("no article that has the rest has the exact spelling; letters were folded",
                 "لا يرد الرسم المطابق تمامًا في مقال فيه باقي المطلوب، فوُحّدت صور الأحرف");
  else
    message_.add("the exact spelling occurs nowhere; letters were folded",
                 "لا يرد الرسم المطابق تمامًا، فوُحّدت صور الأحرف");
  return true;
}

bool WordRelaxation::take_inflections() {
  if (!change_form(asked_.root, WordForm::kFolded, WordForm::kStem)) return false;
  message_.add("other inflections were taken", "وقُبلت تصريفات الكلمات");
  return true;
}

bool WordRelaxation::take_aliases() {
  if (!change_form(asked_.root, WordForm::kStem, WordForm::kPlain)) return false;
  message_.add("names were taken in all their spellings", "وقُبلت الأسماء بكل صورها");
  return true;
}

std::uint32_t WordRelaxation::articles_with(const QueryNode& leaf) const {
  Asked one;
  one.root.children.push_back(leaf);
  return probes_.count(one, kCountUpTo);
}

bool WordRelaxation::take_near_spellings() {
  bool any = false;
  for (QueryNode* leaf : wanted_leaves(asked_.root)) {
    if (leaf->kind != NodeKind::kWord || leaf->form == WordForm::kPrefix || articles_with(*leaf) > 0)
      continue;
    const auto word = probes_.correct(leaf->text);
    if (!word) continue;
    message_.add("«" + leaf->text + "» occurs nowhere; «" + *word + "» was searched",
                 "لا ترد «" + leaf->text + "»، فجرى البحث عن «" + *word + "»");
    leaf->typed = std::exchange(leaf->text, *word);
    any = true;
  }
  if (any) return true;
  QueryNode* const word = lone_absent_word();
  return word != nullptr && probes_.has_weak_spellings(word->text) && take_closest_spellings(*word);
}

/// Of the last word, which may be but half typed.
bool WordRelaxation::take_beginnings() {
  const auto leaves = wanted_leaves(asked_.root);
  if (leaves.empty()) return false;
  QueryNode& last = *leaves.back();
  if (last.kind != NodeKind::kWord || last.form != WordForm::kPlain || articles_with(last) > 0 ||
      !probes_.begins_words(last.text))
    return false;
  last.form = WordForm::kPrefix;
  message_.add("«" + last.text + "» occurs nowhere; words that begin so were searched",
               "لا ترد «" + last.text + "»، فجرى البحث عما يبدأ بها");
  return true;
}

/// Of a word alone, of which none of its near spellings is the likely one, all that are as near.
bool WordRelaxation::take_all_near_spellings() {
  QueryNode* const word = lone_absent_word();
  return word != nullptr && take_closest_spellings(*word);
}

bool WordRelaxation::take_closest_spellings(QueryNode& word) {
  const std::string digits = plain_digits(word.text);
  if (digits.find_first_of("0123456789") != std::string::npos) return false;  // another number is no spelling
  word.form = WordForm::kClosest;
  message_.add("«" + word.text + "» occurs nowhere; words spelt nearly so were searched",
               "لا ترد «" + word.text + "»، فجرى البحث عما يقاربها رسمًا");
  return true;
}

QueryNode* WordRelaxation::lone_absent_word() {
  const auto leaves = wanted_leaves(asked_.root);
  const bool lone = leaves.size() == 1 && leaves.front()->kind == NodeKind::kWord &&
                    leaves.front()->form == WordForm::kPlain && articles_with(*leaves.front()) == 0;
  return lone ? leaves.front() : nullptr;
}

bool WordRelaxation::open_all_phrases() {
  const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.kind == NodeKind::kPhrase; });
  const auto phrases = open_phrases(asked_.root);
  if (phrases.empty()) return false;
  if (occurs)
    message_.add(
        "no article that has the rest has the words of " + quoted(phrases) +
            " side by side; they were searched one by one",
        "لا ترد كلمات " + quoted_ar(phrases) + " متجاورة في مقال فيه باقي المطلوب، فجرى البحث عنها متفرقة");
  else
    message_.add(
        "nowhere do the words of " + quoted(phrases) + " stand side by side; they were searched one by one",
        "لا ترد كلمات " + quoted_ar(phrases) + " متجاورة، فجرى البحث عنها متفرقة");
  return true;
}

bool WordRelaxation::leave_title() {
  const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.title; });
  if (!open_titles(asked_.root)) return false;
  if (occurs)
    message_.add(
        "no article that has the rest has the words in its title; they were searched in the whole text",
        "لا يرد ذلك في عنوان مقال فيه باقي المطلوب، فجرى البحث في النص كله");
  else
    message_.add("no title has the words; they were searched in the whole text",
                 "لا يرد ذلك في العناوين، فجرى البحث في النص كله");
  return true;
}

/// First the words that occur nowhere, then the rarest one by one while at least half of them stay.
bool WordRelaxation::drop_words() {
  const Asked original = asked_;
  struct Leaf {
    std::uint32_t begin;
    std::string text;
    std::uint32_t articles;
  };
  std::vector<Leaf> leaves;
  for (const QueryNode* leaf : wanted_leaves(asked_.root))
    leaves.push_back({leaf->range.begin, leaf->text, articles_with(*leaf)});
  std::ranges::stable_sort(leaves, {}, &Leaf::articles);
  std::vector<std::string> dropped;
  const std::size_t stay = std::max<std::size_t>(2, (leaves.size() + 1) / 2);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const bool absent = leaves[i].articles == 0;
    if (i + 1 == leaves.size() || (!absent && leaves.size() - i <= stay)) break;
    dropped.push_back(leaves[i].text);
    remove_nodes(asked_.root, [&](const QueryNode& node) {
      return node.is_leaf() && node.kind != NodeKind::kFilter && node.range.begin == leaves[i].begin;
    });
    if ((absent && leaves[i + 1].articles == 0) || !found()) continue;
    message_.add("no article has all the words; " + quoted(dropped) + " was left out",
                 "لا مقال يجمع الكلمات كلها، فأُهملت " + quoted_ar(dropped));
    return true;
  }
  asked_ = original;
  return false;
}

bool WordRelaxation::ask_for_any() {
  QueryNode root;
  for (const QueryNode* leaf : wanted_leaves(asked_.root)) root.children.push_back(*leaf);
  if (root.children.size() < 2) return false;
  for (QueryNode& child : asked_.root.children)
    if (child.kind == NodeKind::kNot) root.children.push_back(child);
  asked_.root = std::move(root);
  asked_.mode = MatchMode::kAny;
  message_.add("no article has all the words; those with any of them are shown",
               "لا مقال يجمع الكلمات كلها، وهذه مقالات فيها بعضها");
  return true;
}

}  // namespace mahdar
