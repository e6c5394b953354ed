#include "searcher/render/relaxation_note.h"

#include <array>

#include <fmt/format.h>

namespace mahdar {
namespace {

struct StepLabel {
  std::string_view step, english, arabic;
};

constexpr std::array kLabels{
    StepLabel{"exact", "exactly as typed", "كما كُتبت تمامًا"},
    StepLabel{"folded", "letters folded", "توحيد الأحرف"},
    StepLabel{"stem", "inflections", "التصريفات"},
    StepLabel{"alias", "other names", "الأسماء الأخرى"},
    StepLabel{"near", "near spellings", "كتابة قريبة"},
    StepLabel{"words", "words of phrases", "كلمات العبارات متفرقة"},
    StepLabel{"fields", "whole text", "النص كله"},
    StepLabel{"fewer-words", "fewer words", "كلمات أقل"},
    StepLabel{"any", "any word", "أي كلمة منها"},
    StepLabel{"fewer-filters", "fewer filters", "مرشحات أقل"},
    StepLabel{"filters-only", "filters only", "المرشحات وحدها"},
};

}  // namespace

std::string_view step_label(std::string_view step, bool english) {
  for (const StepLabel& label : kLabels)
    if (label.step == step) return english ? label.english : label.arabic;
  return step;
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
