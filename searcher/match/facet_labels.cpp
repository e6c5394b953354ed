#include "searcher/match/facet_labels.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "schema/value_words.h"
#include "searcher/match/matcher.h"
#include "searcher/query/date_range.h"

namespace mahdar {
namespace {

struct MonthName {
  std::string_view arabic;
  std::string_view english;
};

constexpr std::array<MonthName, 12> kMonths{{{"كانون الثاني/يناير", "January"},
                                             {"شباط/فبراير", "February"},
                                             {"آذار/مارس", "March"},
                                             {"نيسان/أبريل", "April"},
                                             {"أيار/مايو", "May"},
                                             {"حزيران/يونيو", "June"},
                                             {"تموز/يوليو", "July"},
                                             {"آب/أغسطس", "August"},
                                             {"أيلول/سبتمبر", "September"},
                                             {"تشرين الأول/أكتوبر", "October"},
                                             {"تشرين الثاني/نوفمبر", "November"},
                                             {"كانون الأول/ديسمبر", "December"}}};

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

FacetLabel month_label(std::string_view value) {
  if (value.size() != 7) return {std::string(value), std::string(value)};
  const int month = number(value.substr(5));
  if (month < 1 || month > 12) return {std::string(value), std::string(value)};
  const MonthName& name = kMonths[static_cast<std::size_t>(month - 1)];
  const std::string year(value.substr(0, 4));
  return {std::string(name.arabic) + ' ' + year, std::string(name.english) + ' ' + year};
}

template <typename Named>
FacetLabel label_of(const Named* named, std::string_view value) {
  if (named == nullptr) return {std::string(value), std::string(value)};
  return {named->label_ar.empty() ? std::string(value) : named->label_ar,
          named->label_en.empty() ? std::string(value) : named->label_en};
}

FacetLabel guarantor_label(std::string_view value, const Taxonomy& taxonomy) {
  if (value == "several") return {"عدة ضامنين", "Several"};
  if (value == kNone) return {"لا ضامن بعينه", "None"};
  return label_of(taxonomy.entity(value), value);
}

/// With those the person spoke for, in the order of the taxonomy: "ألكسندر لافرنتييف (روسيا)".
FacetLabel person_label(std::string_view value, const Taxonomy& taxonomy) {
  const Entity* person = taxonomy.entity(value);
  FacetLabel label = label_of(person, value);
  if (person == nullptr) return label;
  std::vector<const Entity*> delegations;
  for (const Delegation& delegation : person->delegations) {
    const Entity* of = taxonomy.country(delegation.of);
    if (of == nullptr) of = taxonomy.entity(delegation.of);
    if (of != nullptr && std::ranges::find(delegations, of) == delegations.end()) delegations.push_back(of);
  }
  for (std::size_t i = 0; i < delegations.size(); ++i) {
    label.arabic += (i == 0 ? " (" : "، ") + delegations[i]->label_ar;
    label.english += (i == 0 ? " (" : ", ") + delegations[i]->label_en;
  }
  if (!delegations.empty()) {
    label.arabic += ')';
    label.english += ')';
  }
  return label;
}

bool is_selected(Facet facet, const std::string& value, const std::vector<Filter>& filters) {
  return std::ranges::any_of(filters, [&](const Filter& filter) {
    if (filter.negated || facet_of(filter.field) != facet) return false;
    if (filter.field != Field::kDate) return std::ranges::find(filter.values, value) != filter.values.end();
    if (filter.values.size() != 2) return false;
    if (value == kUnknown || filter.values[0] == kUnknown) return filter.values[0] == value;
    // A month counts as chosen where the range holds the whole of it.
    const auto [low, high] = date_slot_range(filter.values[0], filter.values[1]);
    const auto [first, last] = date_slot_range(value, value);
    return low <= first && (high.empty() || last <= high);
  });
}

/// Values proper, then those about no round, then the unknown.
int rank(const FacetValueCount& value) {
  return value.value == kUnknown ? 2 : value.value == kNone ? 1 : 0;
}

/// Rounds and months in their own order.
bool by_value(Facet facet, const FacetValueCount& a, const FacetValueCount& b) {
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  return facet == Facet::kRound ? number(a.value) < number(b.value) : a.value < b.value;
}

}  // namespace

FacetLabel facet_label(Facet facet, std::string_view value, const Taxonomy& taxonomy) {
  if (value == kUnknown) return {"غير معروف", "Unknown"};
  switch (facet) {
    case Facet::kRound:
      if (value == kNone) return {"لا جولة", "None"};
      return label_of(taxonomy.round(number(value)), value);
    case Facet::kGuarantor:
      return guarantor_label(value, taxonomy);
    case Facet::kCountry:
      return label_of(taxonomy.country(value), value);
    case Facet::kTopic:
      return label_of(taxonomy.topic(value), value);
    case Facet::kMonth:
      return month_label(value);
    case Facet::kFraming:
      return label_of(taxonomy.framing(value), value);
    case Facet::kPerson:
      return person_label(value, taxonomy);
    case Facet::kSource:
      return label_of(taxonomy.entity(value), value);
  }
  return {};
}

FacetCounts facet_counts(Facet facet, const std::vector<std::uint32_t>& counts,
                         const FacetDictionary& dictionary, const std::vector<Filter>& filters,
                         const Taxonomy& taxonomy) {
  FacetCounts result{facet, {}};
  for (FacetOrdinal ordinal = 0; ordinal < dictionary.size(); ++ordinal) {
    if (dictionary.facet(ordinal) != facet) continue;
    const std::string& value = dictionary.value(ordinal);
    const std::uint64_t count = ordinal < counts.size() ? counts[ordinal] : 0;
    const bool selected = is_selected(facet, value, filters);
    if (count == 0 && !selected) continue;
    FacetLabel label = facet_label(facet, value, taxonomy);
    result.values.push_back({value, std::move(label.arabic), std::move(label.english), count, selected});
  }
  const bool own_order = facet == Facet::kRound || facet == Facet::kMonth;
  std::ranges::sort(result.values, [&](const FacetValueCount& a, const FacetValueCount& b) {
    if (own_order) return by_value(facet, a, b);
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return result;
}

}  // namespace mahdar
