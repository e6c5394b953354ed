#include "searcher/render/reason_label.h"

#include <algorithm>
#include <array>

#include "analyzers/about/rule_label.h"
#include "schema/label_table.h"

namespace mahdar {

std::string_view reason_label(std::string_view step, bool english) {
  static const LabelTable labels(embedded::mahdar_searcher(), "reason_labels.tsv");
  const Label* known = labels.find(step);
  return known ? known->in(english) : step;
}

std::string_view rule_label(std::string_view rule, bool english) {
  const std::string_view told = detector_rule_label(rule, english);
  return told.empty() ? reason_label(rule, english) : told;
}

bool shows_letters(std::string_view step) {
  constexpr std::array<std::string_view, 4> kSilent{"exact", "marks", "tatweel", "invisible"};
  return std::ranges::find(kSilent, step) == kSilent.end();
}

}  // namespace mahdar
