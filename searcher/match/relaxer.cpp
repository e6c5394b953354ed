#include "searcher/match/relaxer.h"

#include <algorithm>
#include <utility>

#include "searcher/match/word_relaxation.h"
#include "searcher/query/deadline.h"
#include "searcher/query/query_rewrite.h"

namespace mahdar {
namespace {

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
    message_.add("under " + quoted(filter_texts(asked_.filters)) +
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

  /// Counts what matches now and notes it under the step's name; whether anything does. A step that was in
  /// vain under the filters is told once, where it found something or else where it stood first.
  bool record(const char* step) {
    const std::uint32_t count = probes_.count(asked_, kCountAll);
    const auto before = std::ranges::find(steps_, step, &RelaxationStep::step);
    if (before != steps_.end() && (count == 0 || before->taken)) return false;
    if (before != steps_.end()) steps_.erase(before);
    steps_.push_back({step, count, false});
    return count > 0;
  }

  bool found() const { return probes_.count(asked_, 1) > 0; }

  RelaxedQuery done(std::string step) {
    steps_.back().taken = true;
    return {asked_,
            {std::move(step), message_.english, message_.arabic, to_text(asked_.root), asked_.filters,
             asked_.mode}};
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
    message_.add("nothing matches under " + quoted(texts) + ", which was left out",
                 "لا شيء يطابق ضمن " + quoted_ar(texts) + "، فأُهمل");
    return true;
  }

  /// The last resort: what the filters alone give.
  std::optional<RelaxedQuery> keep_filters_only() {
    asked_.root.children.clear();
    if (!record("filters-only")) return std::nullopt;
    const auto texts = filter_texts(asked_.filters);
    message_ = {"nothing near the words occurs; all under " + quoted(texts) + " is shown",
                "لا يرد شيء قريب من الكلمات، وهذا كل ما يطابق " + quoted_ar(texts)};
    return done("filters-only");
  }

  std::optional<RelaxedQuery> relax_words() {
    const Asked original = asked_;
    const BilingualText message = message_;
    if (!asked_.root.children.empty()) {
      WordRelaxation words(asked_, probes_, message_);
      const auto& steps = WordRelaxation::steps();
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!(words.*steps[i].change)() || !record(steps[i].name)) continue;
        RelaxedQuery relaxed = done(steps[i].name);
        look_further(words, i + 1);
        return relaxed;
      }
    }
    asked_ = original;
    message_ = message;
    return std::nullopt;
  }

  /// What the steps behind the one taken would give, while there is time.
  void look_further(WordRelaxation& words, std::size_t step) {
    const auto& steps = WordRelaxation::steps();
    try {
      for (; step < steps.size(); ++step)
        if ((words.*steps[step].change)()) record(steps[step].name);
    } catch (const DeadlineExceeded&) {
      return;  // what was counted stands
    }
  }

  Asked asked_;
  const RelaxerProbes& probes_;
  BilingualText message_;
  std::vector<RelaxationStep> steps_;
};

}  // namespace

RelaxerResult relax_query(const Asked& asked, const RelaxerProbes& probes) {
  return Relaxer(asked, probes).run();
}

}  // namespace mahdar
