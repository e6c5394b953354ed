#include "searcher/web/facet_panel.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "searcher/match/facet_labels.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/page_links.h"

namespace mahdar {
namespace {

/// Values shown at once; the others stand folded beneath.
constexpr std::size_t kShown = 8;
/// Values written at all: beyond them the search within values finds.
constexpr std::size_t kWritten = 200;

const Round* round_of(std::string_view value, const Taxonomy& taxonomy) {
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return taxonomy.round(number);
}

std::string city_of(const Round& round, const Words& words, const Taxonomy& taxonomy) {
  const Entity* city = taxonomy.entity(round.city);
  if (city == nullptr) return round.city;
  return words.english() ? city->label_en : city->label_ar;
}

/// "أستانا، 30–31 تشرين الأول 2017"; empty for all facets but the round.
std::string detail_of(Facet facet, std::string_view value, const Words& words, const Taxonomy& taxonomy) {
  if (facet != Facet::kRound) return {};
  const Round* round = round_of(value, taxonomy);
  if (round == nullptr) return {};
  return fmt::format("{}{} {}", city_of(*round, words, taxonomy), words.english() ? "," : "،",
                     words.days(round->start, round->end));
}

void write_value(Html& html, const FacetCounts& facet, const FacetValueCount& value, const PageLinks& links,
                 const Words& words, const Taxonomy& taxonomy) {
  const std::string& label = words.english() ? value.label_en : value.label;
  html.open("li", {{"class", value.selected ? "chosen" : ""}});
  html.open("a", {{"class", "value"},
                  {"href", links.with_value(facet.facet, value.value)},
                  {"aria-current", value.selected ? "true" : ""},
                  {"data-value", value.value},
                  {"data-live", "1"}});
  html.leaf("bdi", {{"class", "label"}}, label);
  if (const auto detail = detail_of(facet.facet, value.value, words, taxonomy); !detail.empty())
    html.leaf("span", {{"class", "detail"}}, detail);
  html.leaf("span", {{"class", "count"}}, std::to_string(value.count)).close();
  html.leaf("a",
            {{"class", "exclude"},
             {"href", links.without_value(facet.facet, value.value)},
             {"aria-label", filled(words("exclude"), label)},
             {"title", filled(words("exclude"), label)},
             {"data-value", value.value},
             {"data-live", "1"}},
            "−");
  html.close();
}

void write_facet(Html& html, const FacetCounts& facet, bool open, const PageLinks& links, const Words& words,
                 const Taxonomy& taxonomy) {
  const std::string name(facet_name(facet.facet));
  const bool chosen = std::ranges::any_of(facet.values, &FacetValueCount::selected);
  html.open("details", {{"class", "facet"},
                        {"data-facet", name},
                        {"id", "facet-" + name},
                        {"open", open || chosen ? "open" : ""}});
  html.open("summary").leaf("h3", {}, facet_title(facet.facet, words)).close();
  html.open("ul");
  const auto shown = [&](std::size_t i) { return i < kShown || facet.values[i].selected; };
  const std::size_t written = std::min(facet.values.size(), kWritten);
  for (std::size_t i = 0; i < facet.values.size(); ++i)
    if (shown(i)) write_value(html, facet, facet.values[i], links, words, taxonomy);
  html.close();
  if (facet.values.size() > kShown) {
    html.open("details", {{"class", "more"}, {"id", "more-" + name}});
    html.leaf("summary", {}, filled(words("all.values"), std::to_string(facet.values.size())));
    html.open("ul");
    for (std::size_t i = kShown; i < written; ++i)
      if (!shown(i)) write_value(html, facet, facet.values[i], links, words, taxonomy);
    html.close().close();
  }
  html.close();
}

void write_chip(Html& html, const std::string& name, const std::string& label, bool negated,
                const std::string& href, const Words& words) {
  const std::string whole =
      fmt::format("{}: {}{}", name, negated ? std::string(words("excluded")) + " " : "", label);
  html.open("li", {{"class", negated ? "chip not" : "chip"}});
  html.open("a", {{"href", href}, {"aria-label", filled(words("remove"), whole)}, {"data-live", "1"}});
  html.leaf("span", {{"class", "name"}}, name + ": ");
  if (negated) html.leaf("span", {{"class", "negation"}}, std::string(words("excluded")) + " ");
  html.leaf("bdi", {}, label)
      .leaf("span", {{"aria-hidden", "true"}, {"class", "cross"}}, "×")
      .close()
      .close();
}

/// A range of dates in words.
std::string dates_in_words(const Filter& filter, const Words& words) {
  const std::string& from = filter.values[0];
  const std::string& to = filter.values[1];
  if (from == kUnknown) return std::string(words("undated"));
  if (from == to) return words.date(from);
  std::string text;
  if (!from.empty()) text = filled(words("chip.from"), words.date(from));
  if (!to.empty()) text += (text.empty() ? "" : " ") + filled(words("chip.to"), words.date(to));
  return text;
}

struct RoundCount {
  const Round& round;
  std::uint64_t count = 0;
  bool selected = false;
};

std::vector<RoundCount> round_counts(const ResultPage& page, const Taxonomy& taxonomy) {
  std::vector<RoundCount> rows;
  const auto facet = std::ranges::find(page.facets, Facet::kRound, &FacetCounts::facet);
  for (const Round& round : taxonomy.rounds()) {
    RoundCount& row = rows.emplace_back(round);
    if (facet == page.facets.end()) continue;
    const auto value =
        std::ranges::find(facet->values, std::to_string(round.number), &FacetValueCount::value);
    if (value == facet->values.end()) continue;
    row.count = value->count;
    row.selected = value->selected;
  }
  return rows;
}

void write_bar(Html& html, const RoundCount& row, std::uint64_t most, const PageLinks& links,
               const Words& words, const Taxonomy& taxonomy) {
  const std::string number = std::to_string(row.round.number);
  const std::string label =
      fmt::format("{} · {} · {}", words.english() ? row.round.label_en : row.round.label_ar,
                  detail_of(Facet::kRound, number, words, taxonomy), words.count("results", row.count));
  const auto height = most == 0 ? 0 : row.count * 60 / most + (row.count > 0 ? 2 : 0);
  html.open("li");
  html.open("a", {{"href", links.with_value(Facet::kRound, number)},
                  {"title", label},
                  {"aria-current", row.selected ? "true" : ""},
                  {"data-round", number},
                  {"data-live", "1"}});
  html.open("svg", {{"viewBox", "0 0 10 62"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
  html.leaf(
      "rect",
      {{"x", "0"}, {"y", std::to_string(62 - height)}, {"width", "10"}, {"height", std::to_string(height)}},
      "");
  html.close().leaf("span", {}, number);
  html.leaf("span", {{"class", "unseen"}}, ": " + label).close().close();
}

void write_round_table(Html& html, const std::vector<RoundCount>& rows, const PageLinks& links,
                       const Words& words, const Taxonomy& taxonomy) {
  html.open("details", {{"class", "table"}, {"id", "round-table"}})
      .leaf("summary", {}, words("timeline.table"));
  html.open(
      "div",
      {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", words("timeline.table")}});
  html.open("table").leaf("caption", {{"class", "unseen"}}, words("timeline.table"));
  html.open("thead").open("tr");
  for (const char* key : {"facet.round", "city", "dates", "articles"})
    html.leaf("th", {{"scope", "col"}}, words(key));
  html.close().close().open("tbody");
  for (const RoundCount& row : rows) {
    const std::string number = std::to_string(row.round.number);
    html.open("tr", {{"data-round", number}}).open("th", {{"scope", "row"}});
    html.leaf("a", {{"href", links.with_value(Facet::kRound, number)}, {"data-live", "1"}},
              words.english() ? row.round.label_en : row.round.label_ar);
    html.close().leaf("td", {}, city_of(row.round, words, taxonomy));
    html.leaf("td", {}, words.days(row.round.start, row.round.end));
    html.leaf("td", {{"class", "number"}}, std::to_string(row.count)).close();
  }
  html.close().close().close().close();
}

}  // namespace

std::string facet_title(Facet facet, const Words& words) {
  const std::string_view title = words.find("facet." + std::string(facet_name(facet)));
  if (!title.empty()) return std::string(title);
  return std::string(words.english() ? facet_name(facet) : facet_label_ar(facet));
}

std::string value_title(Facet facet, std::string_view value, const Words& words, const Taxonomy& taxonomy) {
  const FacetLabel label = facet_label(facet, value, taxonomy);
  return words.english() ? label.english : label.arabic;
}

void write_facets(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy) {
  const PageLinks links(page.request, words.english());
  constexpr std::size_t kOpen = 4;
  html.open("aside", {{"id", "facets"}, {"aria-labelledby", "facets-title"}, {"tabindex", "-1"}});
  html.leaf("h2", {{"id", "facets-title"}}, words("filters"));
  for (std::size_t i = 0; i < page.facets.size(); ++i)
    if (!page.facets[i].values.empty()) write_facet(html, page.facets[i], i < kOpen, links, words, taxonomy);
  html.close();
}

void write_chips(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy) {
  if (page.request.filters.empty()) return;
  const PageLinks links(page.request, words.english());
  html.open("section", {{"class", "chips"}, {"aria-label", words("active")}}).open("ul");
  for (const Filter& filter : page.request.filters) {
    if (filter.field == Field::kDate) {
      write_chip(html, std::string(words("facet.date")), dates_in_words(filter, words), filter.negated,
                 links.dropping(filter, 0), words);
      continue;
    }
    const auto facet = facet_named(row(filter.field).name);
    for (std::size_t i = 0; facet && i < filter.values.size(); ++i)
      write_chip(html, facet_title(*facet, words), value_title(*facet, filter.values[i], words, taxonomy),
                 filter.negated, links.dropping(filter, i), words);
  }
  html.open("li").leaf("a", {{"class", "clear"}, {"href", links.without_filters()}, {"data-live", "1"}},
                       words("clear"));
  html.close().close().close();
}

void write_timeline(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy) {
  const auto rows = round_counts(page, taxonomy);
  if (rows.empty()) return;
  const PageLinks links(page.request, words.english());
  std::uint64_t most = 0;
  for (const RoundCount& row : rows) most = std::max(most, row.count);
  html.open("section", {{"id", "timeline"}, {"aria-labelledby", "timeline-title"}});
  html.open("details", {{"id", "charts"}, {"open", "open"}});
  html.open("summary").leaf("h2", {{"id", "timeline-title"}}, words("timeline")).close();
  html.open("div", {{"class", "strip"}}).open("ol", {{"class", "bars"}});
  for (const RoundCount& row : rows) write_bar(html, row, most, links, words, taxonomy);
  html.close().close();
  html.open("div", {{"class", "under"}});
  write_round_table(html, rows, links, words, taxonomy);
  html.close().close().close();
}

}  // namespace mahdar
