#include "analyzers/about/data_table.h"

#include <stdexcept>
#include <string>

#include "schema/embedded.h"

namespace mahdar {

namespace {

std::string_view embedded_file(std::string_view name) {
  for (const embedded::File& file : embedded::mahdar_analyzers())
    if (file.name == name) return file.content;
  throw std::logic_error("no data file " + std::string(name));
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::vector<std::string_view>> read_data_table(std::string_view file, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(embedded_file(file), '\n')) {
    if (line.starts_with('#')) continue;
    rows.push_back(split(line, '\t'));
    if (rows.back().size() != columns)
      throw std::logic_error(std::string(file) + ": wrong row: " + std::string(line));
  }
  return rows;
}

}  // namespace mahdar
