#include "searcher/match/unknown_sources.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "searcher/match/facet_labels.h"
#include "searcher/query/name_key.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

/// The outlet of the index whose id or name in either language is the fewest letters away.
std::optional<FacetLabel> nearest_source(std::string_view asked, const FacetDictionary& dictionary,
                                         const Taxonomy& taxonomy) {
  const std::u32string letters = code_points(name_key(asked));
  unsigned least = static_cast<unsigned>(std::clamp<std::size_t>(letters.size() / 3, 1, 3)) + 1;
  std::optional<FacetLabel> nearest;
  for (FacetOrdinal ordinal = 0; ordinal < dictionary.size(); ++ordinal) {
    const std::string& value = dictionary.value(ordinal);
    if (dictionary.facet(ordinal) != Facet::kSource || value == kUnknown) continue;
    const FacetLabel label = facet_label(Facet::kSource, value, taxonomy);
    for (const std::string& name : {value, label.arabic, label.english}) {
      const unsigned distance = edit_distance(letters, code_points(name_key(name)), least);
      if (distance >= least) continue;
      least = distance;
      nearest = label;
    }
  }
  return nearest;
}

}  // namespace

std::vector<Diagnostic> unknown_sources(const std::vector<Filter>& filters, const FacetDictionary& dictionary,
                                        const Taxonomy& taxonomy) {
  std::vector<Diagnostic> diagnostics;
  for (const Filter& filter : filters) {
    if (filter.field != Field::kSource) continue;
    for (const std::string& value : filter.values) {
      if (value == kUnknown || dictionary.find(Facet::kSource, value) || taxonomy.entity(value)) continue;
      std::string english = fmt::format("no article is from an outlet called '{}'", value);
      std::string arabic = fmt::format("لا مقال من مصدر اسمه «{}»", value);
      if (const auto nearest = nearest_source(value, dictionary, taxonomy)) {
        english += fmt::format("; did you mean '{}'?", nearest->english);
        arabic += fmt::format("؛ هل تقصد «{}»؟", nearest->arabic);
      }
      diagnostics.push_back({"unknown-source", std::move(english), std::move(arabic), 0, 0});
    }
  }
  return diagnostics;
}

}  // namespace mahdar
