#include "searcher/query/month_name.h"

#include <charconv>
#include <map>
#include <string>

#include "analyzers/text/word_list.h"
#include "schema/name_key.h"

namespace mahdar {
namespace {

using Months = std::map<std::string, int, std::less<>>;

Months read_months() {
  Months months;
  for (const std::string_view line : word_list("months.tsv")) {
    const auto fields = fields_of(line);
    if (fields.size() < 4 || fields[1] == "hijri") continue;
    int number = 0;
    std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), number);
    for (std::string_view rest = fields[3]; !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      months.emplace(name_key(rest.substr(0, end)), number);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return months;
}

}  // namespace

std::optional<int> month_named(std::string_view name) {
  static const Months months = read_months();
  std::optional<int> found;
  while (true) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const auto month = months.find(name_key(name.substr(0, end)));
    if (month == months.end() || (found && *found != month->second)) return std::nullopt;
    found = month->second;
    if (end == name.size()) return found;
    name.remove_prefix(end + 1);
  }
}

}  // namespace mahdar
