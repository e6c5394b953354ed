#include "searcher/render/relaxation_note.h"

#include <fmt/format.h>

#include "schema/label_table.h"

namespace mahdar {

std::string_view step_label(std::string_view step, bool english) {
  static const LabelTable labels(embedded::mahdar_searcher(), "relaxation_labels.tsv");
  const Label* known = labels.find(step);
  return known ? known->in(english) : step;
}

std::string steps_in_words(const std::vector<RelaxationStep>& steps, bool english) {
  std::string text;
  for (const RelaxationStep& step : steps)
    text += fmt::format("{}{} {}{}",
                        text.empty() ? ""
                        : english    ? " → "
                                     : " ← ",
                        step_label(step.step, english), step.count, step.taken ? " ✓" : "");
  return text;
}

std::string relaxation_note(const ResultPage& page, bool english) {
  if (page.steps.empty() && !page.relaxed) return {};
  const std::string steps = steps_in_words(page.steps, english);
  if (!page.relaxed) return fmt::format("{} ({})", english ? "no hits" : "لا نتائج", steps);
  return fmt::format("{} ({})", english ? page.relaxed->message : page.relaxed->message_ar, steps);
}

}  // namespace mahdar
