#include "searcher/render/reason_label.h"

#include <algorithm>
#include <array>

#include "searcher/render/label_table.h"

namespace mahdar {

std::string_view reason_label(std::string_view step, bool english) {
  static const LabelTable labels("reason_labels.tsv");
  const Label* known = labels.find(step);
  return known ? known->in(english) : step;
}

std::string_view rule_label(std::string_view rule, bool english) {
  return reason_label(rule == "name" ? "rule:name" : rule, english);
}

bool shows_letters(std::string_view step) {
  constexpr std::array<std::string_view, 4> kSilent{"exact", "marks", "tatweel", "invisible"};
  return std::ranges::find(kSilent, step) == kSilent.end();
}

}  // namespace mahdar
