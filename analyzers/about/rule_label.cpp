#include "analyzers/about/rule_label.h"

#include "schema/label_table.h"

namespace mahdar {

std::string_view detector_rule_label(std::string_view rule, bool english) {
  static const LabelTable labels(embedded::mahdar_analyzers(), "rule_labels.tsv");
  const Label* known = labels.find(rule);
  return known ? known->in(english) : std::string_view();
}

}  // namespace mahdar
