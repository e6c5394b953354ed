#include "searcher/match/word_relaxation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kCountUpTo = 1000;

}  // namespace

void BilingualText::add(std::string_view more_english, std::string_view more_arabic) {
  if (!english.empty()) english += "; ";
  english += more_english;
  if (!arabic.empty()) arabic += "؛ ";
  arabic += more_arabic;
}

std::string quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "«" : ", «") + word + "»";
  return text;
}

std::string quoted_ar(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "«" : "، «") + word + "»";
  return text;
}

const std::array<WordRelaxation::Step, 8>& WordRelaxation::steps() {
  static constexpr std::array<Step, 8> kSteps{{
      {"folded", &WordRelaxation::fold_letters},
      {"stem", &WordRelaxation::take_inflections},
      {"alias", &WordRelaxation::take_aliases},
      {"near", &WordRelaxation::take_near_spellings},
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
  return any || take_all_near_spellings();
}

/// Of a word alone, of which none of its near spellings is the likely one, all of them.
bool WordRelaxation::take_all_near_spellings() {
  const auto leaves = wanted_leaves(asked_.root);
  if (leaves.size() != 1 || leaves.front()->kind != NodeKind::kWord ||
      leaves.front()->form != WordForm::kPlain || articles_with(*leaves.front()) > 0)
    return false;
  QueryNode& word = *leaves.front();
  word.form = WordForm::kNear;
  message_.add("«" + word.text + "» occurs nowhere; words spelt nearly so were searched",
               "لا ترد «" + word.text + "»، فجرى البحث عما يقاربها رسمًا");
  return true;
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
