#include "searcher/match/unknown_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "schema/name_key.h"
#include "schema/value_words.h"
#include "searcher/match/facet_labels.h"
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

Diagnostic unknown_source(const std::string& value, const FacetDictionary& dictionary,
                          const Taxonomy& taxonomy) {
  std::string english = fmt::format("no article is from an outlet called '{}'", value);
  std::string arabic = fmt::format("لا مقال من مصدر اسمه «{}»", value);
  if (const auto nearest = nearest_source(value, dictionary, taxonomy)) {
    english += fmt::format("; did you mean '{}'?", nearest->english);
    arabic += fmt::format("؛ هل تقصد «{}»؟", nearest->arabic);
  }
  return {"unknown-source", std::move(english), std::move(arabic), 0, 0};
}

Diagnostic unknown_rounds(const std::vector<std::string>& values, const Taxonomy& taxonomy) {
  const std::string rounds = fmt::format("{}", fmt::join(values, ", "));
  std::string english = fmt::format("no article is about round {}", rounds);
  std::string arabic = fmt::format("لا مقال عن الجولة {}", rounds);
  if (const auto& known = taxonomy.rounds(); !known.empty()) {
    english += fmt::format("; the process has rounds {} to {}", known.front().number, known.back().number);
    arabic += fmt::format("؛ جولات المسار من {} إلى {}", known.front().number, known.back().number);
  }
  return {"unknown-round", std::move(english), std::move(arabic), 0, 0};
}

bool knows_round(const Taxonomy& taxonomy, const std::string& value) {
  return std::ranges::any_of(taxonomy.rounds(),
                             [&](const Round& round) { return std::to_string(round.number) == value; });
}

}  // namespace

std::vector<Diagnostic> unknown_values(const std::vector<Filter>& filters, const FacetDictionary& dictionary,
                                       const Taxonomy& taxonomy) {
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> rounds;
  for (const Filter& filter : filters) {
    for (const std::string& value : filter.values) {
      if (value == kUnknown) continue;
      if (filter.field == Field::kSource && !dictionary.find(Facet::kSource, value) &&
          !taxonomy.entity(value))
        diagnostics.push_back(unknown_source(value, dictionary, taxonomy));
      if (filter.field == Field::kRound && value != kNone && !dictionary.find(Facet::kRound, value) &&
          !knows_round(taxonomy, value))
        rounds.push_back(value);
    }
  }
  if (!rounds.empty()) diagnostics.push_back(unknown_rounds(rounds, taxonomy));
  return diagnostics;
}

}  // namespace mahdar
