#include "searcher/match/relaxer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searcher/query/deadline.h"
#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kCountUpTo = 1000;

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

std::vector<std::string> filter_texts(const std::vector<Filter>& filters) {
  std::vector<std::string> texts;
  for (const Filter& filter : filters) {
    QueryNode node;
    node.kind = NodeKind::kFilter;
    node.filter = filter;
    std::string text(filter.negated ? 1 : 0, '-');
    texts.push_back(text += to_text(node));
  }
  return texts;
}

class Relaxer {
 public:
  Relaxer(const Asked& asked, const RelaxerProbes& probes) : asked_(asked), probes_(probes) {}

  RelaxerResult run() {
    note_levels_passed();
    auto relaxed = relax();
    return {std::move(relaxed), std::move(steps_)};
  }

 private:
  std::optional<RelaxedQuery> relax() {
    if (drop_filters()) {
      record("fewer-filters");
      return done("fewer-filters");
    }
    if (wanted_leaves(asked_.root).empty()) return std::nullopt;
    if (auto relaxed = relax_words()) return relaxed;
    if (asked_.filters.empty()) return std::nullopt;
    say("under " + quoted(filter_texts(asked_.filters)) +
            " nothing near was found, so the filters were left out",
        "لم يُعثر على شيء قريب ضمن " + quoted_ar(filter_texts(asked_.filters)) + "، فأُهملت المرشحات");
    const Asked under_filters = asked_;
    asked_.filters.clear();
    steps_.push_back({"fewer-filters", 0, false});
    if (auto relaxed = relax_words()) return relaxed;
    asked_ = under_filters;
    return keep_filters_only();
  }

  /// The closest forms find no more than the query did that found nothing: a word's plain form is all of them
  /// together.
  void note_levels_passed() {
    QueryNode& root = asked_.root;
    const auto leaves = wanted_leaves(root);
    if (leaves.empty()) return;
    steps_.push_back({"exact", 0, false});
    if (std::ranges::any_of(leaves, [](const QueryNode* leaf) { return leaf->form == WordForm::kExact; }))
      return;
    for (const char* step : {"folded", "stem", "alias"}) steps_.push_back({step, 0, false});
  }

  /// Counts what matches now and notes it under the step's name; whether anything does.
  bool record(const char* step) {
    steps_.push_back({step, probes_.count(asked_, kCountAll), false});
    return steps_.back().count > 0;
  }

  bool found() const { return probes_.count(asked_, 1) > 0; }

  void say(const std::string& english, const std::string& arabic) {
    message_ += (message_.empty() ? "" : "; ") + english;
    message_ar_ += (message_ar_.empty() ? "" : "؛ ") + arabic;
  }

  RelaxedQuery done(std::string step) {
    steps_.back().taken = true;
    return {asked_, {std::move(step), message_, message_ar_}};
  }

  /// Where the words alone match, the filters are at fault: one of them if one suffices, else all. Without
  /// words one has to stay: the whole archive answers nothing.
  bool drop_filters() {
    if (asked_.filters.empty()) return false;
    const bool has_words = !wanted_leaves(asked_.root).empty();
    const Asked original = asked_;
    asked_.filters.clear();
    if (!found()) {
      asked_ = original;
      return false;
    }
    std::vector<Filter> dropped = original.filters;
    for (std::size_t i = 0; i < original.filters.size() && original.filters.size() > 1; ++i) {
      asked_.filters = original.filters;
      asked_.filters.erase(asked_.filters.begin() + static_cast<std::ptrdiff_t>(i));
      if (!found()) continue;
      dropped = {original.filters[i]};
      break;
    }
    if (dropped.size() == original.filters.size()) {
      asked_.filters.clear();
      if (!has_words) {
        asked_ = original;
        return false;
      }
    }
    const auto texts = filter_texts(dropped);
    say("nothing matches under " + quoted(texts) + ", which was left out",
        "لا شيء يطابق ضمن " + quoted_ar(texts) + "، فأُهمل");
    return true;
  }

  /// The last resort: what the filters alone give.
  std::optional<RelaxedQuery> keep_filters_only() {
    asked_.root.children.clear();
    if (!record("filters-only")) return std::nullopt;
    message_ =
        "nothing near the words occurs; all under " + quoted(filter_texts(asked_.filters)) + " is shown";
    message_ar_ = "لا يرد شيء قريب من الكلمات، وهذا كل ما يطابق " + quoted_ar(filter_texts(asked_.filters));
    return done("filters-only");
  }

  struct WordStep {
    const char* name;
    bool (Relaxer::*change)();  ///< false where it changes nothing
  };

  static const std::array<WordStep, 8>& word_steps() {
    static constexpr std::array<WordStep, 8> kSteps{{
        {"folded", &Relaxer::fold_letters},
        {"stem", &Relaxer::take_inflections},
        {"alias", &Relaxer::take_aliases},
        {"near", &Relaxer::take_near_spellings},
        {"words", &Relaxer::open_all_phrases},
        {"fields", &Relaxer::leave_title},
        {"fewer-words", &Relaxer::drop_words},
        {"any", &Relaxer::ask_for_any},
    }};
    return kSteps;
  }

  std::optional<RelaxedQuery> relax_words() {
    const Asked original = asked_;
    const std::string message = message_;
    const std::string message_ar = message_ar_;
    if (!asked_.root.children.empty()) {
      const auto& steps = word_steps();
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!(this->*steps[i].change)() || !record(steps[i].name)) continue;
        RelaxedQuery relaxed = done(steps[i].name);
        look_further(i + 1);
        return relaxed;
      }
    }
    asked_ = original;
    message_ = message;
    message_ar_ = message_ar;
    return std::nullopt;
  }

  /// What the steps behind the one taken would give, while there is time.
  void look_further(std::size_t step) {
    try {
      for (; step < word_steps().size(); ++step)
        if ((this->*word_steps()[step].change)()) record(word_steps()[step].name);
    } catch (const DeadlineExceeded&) {
      return;  // what was counted stands
    }
  }

  /// Whether each of the wanted words and phrases that `concerns` takes is in some article, so that only what
  /// else is asked for keeps it from matching.
  template <typename Concerns>
  bool each_occurs(Concerns&& concerns) {
    return std::ranges::all_of(wanted_leaves(asked_.root), [&](const QueryNode* leaf) {
      return !concerns(*leaf) || articles_with(*leaf) > 0;
    });
  }

  bool fold_letters() {
    const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.form == WordForm::kExact; });
    if (!change_form(asked_.root, WordForm::kExact, WordForm::kFolded)) return false;
    if (occurs)
      say("no article that has the rest has the exact spelling; letters were folded",
          "لا يرد الرسم المطابق تمامًا في مقال فيه باقي المطلوب، فوُحّدت صور الأحرف");
    else
      say("the exact spelling occurs nowhere; letters were folded",
          "لا يرد الرسم المطابق تمامًا، فوُحّدت صور الأحرف");
    return true;
  }

  bool take_inflections() {
    if (!change_form(asked_.root, WordForm::kFolded, WordForm::kStem)) return false;
    say("other inflections were taken", "وقُبلت تصريفات الكلمات");
    return true;
  }

  bool take_aliases() {
    if (!change_form(asked_.root, WordForm::kStem, WordForm::kPlain)) return false;
    say("names were taken in all their spellings", "وقُبلت الأسماء بكل صورها");
    return true;
  }

  std::uint32_t articles_with(const QueryNode& leaf) const {
    Asked one;
    one.root.children.push_back(leaf);
    return probes_.count(one, kCountUpTo);
  }

  bool take_near_spellings() {
    bool any = false;
    for (QueryNode* leaf : wanted_leaves(asked_.root)) {
      if (leaf->kind != NodeKind::kWord || leaf->form == WordForm::kPrefix || articles_with(*leaf) > 0)
        continue;
      const auto word = probes_.correct(leaf->text);
      if (!word) continue;
      say("«" + leaf->text + "» occurs nowhere; «" + *word + "» was searched",
          "لا ترد «" + leaf->text + "»، فجرى البحث عن «" + *word + "»");
      leaf->typed = std::exchange(leaf->text, *word);
      any = true;
    }
    return any || take_all_near_spellings();
  }

  /// Of a word alone, of which none of its near spellings is the likely one, all of them.
  bool take_all_near_spellings() {
    const auto leaves = wanted_leaves(asked_.root);
    if (leaves.size() != 1 || leaves.front()->kind != NodeKind::kWord ||
        leaves.front()->form != WordForm::kPlain || articles_with(*leaves.front()) > 0)
      return false;
    QueryNode& word = *leaves.front();
    word.form = WordForm::kNear;
    say("«" + word.text + "» occurs nowhere; words spelt nearly so were searched",
        "لا ترد «" + word.text + "»، فجرى البحث عما يقاربها رسمًا");
    return true;
  }

  bool open_all_phrases() {
    const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.kind == NodeKind::kPhrase; });
    const auto phrases = open_phrases(asked_.root);
    if (phrases.empty()) return false;
    if (occurs)
      say("no article that has the rest has the words of " + quoted(phrases) +
              " side by side; they were searched one by one",
          "لا ترد كلمات " + quoted_ar(phrases) + " متجاورة في مقال فيه باقي المطلوب، فجرى البحث عنها متفرقة");
    else
      say("nowhere do the words of " + quoted(phrases) + " stand side by side; they were searched one by one",
          "لا ترد كلمات " + quoted_ar(phrases) + " متجاورة، فجرى البحث عنها متفرقة");
    return true;
  }

  bool leave_title() {
    const bool occurs = each_occurs([](const QueryNode& leaf) { return leaf.title; });
    if (!open_titles(asked_.root)) return false;
    if (occurs)
      say("no article that has the rest has the words in its title; they were searched in the whole text",
          "لا يرد ذلك في عنوان مقال فيه باقي المطلوب، فجرى البحث في النص كله");
    else
      say("no title has the words; they were searched in the whole text",
          "لا يرد ذلك في العناوين، فجرى البحث في النص كله");
    return true;
  }

  /// First the words that occur nowhere, then the rarest one by one while at least half of them stay.
  bool drop_words() {
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
      say("no article has all the words; " + quoted(dropped) + " was left out",
          "لا مقال يجمع الكلمات كلها، فأُهملت " + quoted_ar(dropped));
      return true;
    }
    asked_ = original;
    return false;
  }

  bool ask_for_any() {
    QueryNode root;
    for (const QueryNode* leaf : wanted_leaves(asked_.root)) root.children.push_back(*leaf);
    if (root.children.size() < 2) return false;
    for (QueryNode& child : asked_.root.children)
      if (child.kind == NodeKind::kNot) root.children.push_back(child);
    asked_.root = std::move(root);
    asked_.mode = MatchMode::kAny;
    say("no article has all the words; those with any of them are shown",
        "لا مقال يجمع الكلمات كلها، وهذه مقالات فيها بعضها");
    return true;
  }

  Asked asked_;
  const RelaxerProbes& probes_;
  std::string message_;
  std::string message_ar_;
  std::vector<RelaxationStep> steps_;
};

}  // namespace

RelaxerResult relax_query(const Asked& asked, const RelaxerProbes& probes) {
  return Relaxer(asked, probes).run();
}

}  // namespace mahdar
