#include "searcher/render/date_note.h"

#include <fmt/format.h>

namespace mahdar {

bool is_own_date(const DateInfo& date) {
  if (date.published.empty()) return false;
  if (date.basis == "meta" || date.basis == "url" || date.basis == "correction") return true;
  // As sure as a dateline makes it: a day that is named within the text stays below.
  constexpr double kDateline = 0.949;
  return date.basis == "text" && date.precision == "day" && date.confidence > kDateline;
}

std::string with_basis(const DateInfo& date, std::string_view written, const Words& words) {
  const std::string_view basis =
      date.published.empty() || is_own_date(date) ? "" : words.find(fmt::format("basis.{}", date.basis));
  return basis.empty() ? std::string(written) : fmt::format("{} ({})", written, basis);
}

std::string inferred_date_note(const DateInfo& date, std::string_view written, const Words& words) {
  if (date.published.empty() || is_own_date(date)) return {};
  const std::string_view basis = words.find(fmt::format("basis.{}", date.basis));
  if (basis.empty()) return fmt::format("{}: {}", words("date.inferred"), written);
  return fmt::format("{} ({}): {}", words("date.inferred"), basis, written);
}

}  // namespace mahdar
