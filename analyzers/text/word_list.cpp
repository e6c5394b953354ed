#include "analyzers/text/word_list.h"

#include <stdexcept>
#include <string>

#include "schema/embedded.h"

namespace mahdar {
namespace {

std::string_view trimmed(std::string_view s) {
  const std::size_t first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::string_view> word_list(std::string_view file_name) {
  for (const embedded::File& file : embedded::mahdar_analyzers()) {
    if (file.name != file_name) continue;
    std::vector<std::string_view> lines;
    for (const std::string_view line : split(file.content, '\n')) {
      const std::string_view words = trimmed(line.substr(0, line.find('#')));
      if (!words.empty()) lines.push_back(words);
    }
    return lines;
  }
  throw std::logic_error("word list not linked in: " + std::string(file_name));
}

std::vector<std::string_view> words_of_list(std::string_view file_name) {
  std::vector<std::string_view> words;
  for (const std::string_view line : word_list(file_name)) {
    for (const std::string_view word : split(line, ' ')) {
      if (!word.empty()) words.push_back(word);
    }
  }
  return words;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields = split(line, '\t');
  for (std::string_view& field : fields) field = trimmed(field);
  return fields;
}

}  // namespace mahdar
