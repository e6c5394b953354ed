#include "analyzers/about/cue_file.h"

#include <stdexcept>

#include "schema/embedded.h"

namespace mahdar {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r' || s.back() == '\t')) s.remove_suffix(1);
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  return s;
}

}  // namespace

CueSections parse_cue_file(std::string_view content) {
  CueSections sections;
  std::vector<std::string>* current = nullptr;
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    const std::string_view line = trim(content.substr(0, end));
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      current = &sections[std::string(line.substr(1, line.size() - 2))];
    } else if (current == nullptr) {
      throw std::runtime_error("word list: entry before the first section: " + std::string(line));
    } else {
      current->emplace_back(line);
    }
  }
  return sections;
}

CueSections bundled_cues(std::string_view file_name) {
  for (const embedded::File& file : embedded::mahdar_analyzers()) {
    if (file.name == file_name) return parse_cue_file(file.content);
  }
  throw std::runtime_error("word list not linked in: " + std::string(file_name));
}

}  // namespace mahdar
