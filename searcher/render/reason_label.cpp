#include "searcher/render/reason_label.h"

#include <algorithm>
#include <array>
#include <map>

#include "schema/embedded.h"

namespace mahdar {
namespace {

struct Label {
  std::string_view arabic;
  std::string_view english;
};

std::map<std::string_view, Label> read_labels() {
  std::map<std::string_view, Label> labels;
  std::string_view rest;
  for (const auto& file : embedded::mahdar_searcher())
    if (file.name == "reason_labels.tsv") rest = file.content;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    labels[line.substr(0, first)] = {line.substr(first + 1, second - first - 1), line.substr(second + 1)};
  }
  return labels;
}

}  // namespace

std::string_view reason_label(std::string_view step, bool english) {
  static const std::map<std::string_view, Label> labels = read_labels();
  const auto known = labels.find(step);
  if (known == labels.end()) return step;
  return english ? known->second.english : known->second.arabic;
}

std::string_view rule_label(std::string_view rule, bool english) {
  return reason_label(rule == "name" ? "rule:name" : rule, english);
}

bool shows_letters(std::string_view step) {
  constexpr std::array<std::string_view, 4> kSilent{"exact", "marks", "tatweel", "invisible"};
  return std::ranges::find(kSilent, step) == kSilent.end();
}

}  // namespace mahdar
