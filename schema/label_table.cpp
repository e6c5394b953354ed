#include "schema/label_table.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace mahdar {

LabelTable::LabelTable(std::span<const embedded::File> files, std::string_view file) {
  const auto found = std::ranges::find(files, file, &embedded::File::name);
  if (found == files.end()) throw std::logic_error(fmt::format("{} is not in the program", file));
  for (std::string_view rest = found->content; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string_view::npos)
      throw std::logic_error(fmt::format("{}: a row of less than three columns", file));
    keys_.push_back(line.substr(0, first));
    labels_[keys_.back()] = {line.substr(first + 1, second - first - 1), line.substr(second + 1)};
  }
}

const Label* LabelTable::find(std::string_view key) const {
  const auto known = labels_.find(key);
  return known == labels_.end() ? nullptr : &known->second;
}

}  // namespace mahdar
