#include "searcher/render/facet_text.h"

#include <fmt/format.h>

#include "schema/facet.h"
#include "searcher/render/text_style.h"

namespace mahdar {
namespace {

bool is_shown(const FacetCounts& facet, std::size_t place, const RenderOptions& options) {
  return place < options.facet_values || facet.values[place].selected;
}

/// Counts on from `number`, the last one given.
std::vector<std::string> shown_values(const FacetCounts& facet, const RenderOptions& options,
                                      std::size_t& number) {
  const TextStyle style(options);
  std::vector<std::string> values;
  for (std::size_t place = 0; place < facet.values.size(); ++place) {
    if (!is_shown(facet, place, options)) continue;
    const FacetValueCount& value = facet.values[place];
    std::string text =
        fmt::format("{} ({})", style.isolated(without_controls(style.say(value.label, value.label_en))),
                    style.number(value.count));
    if (value.selected) text = style.bold(fmt::format("✓ {}", text));
    if (options.numbered_facets) text = fmt::format("[{}] {}", style.number(++number), text);
    values.push_back(std::move(text));
  }
  return values;
}

std::string heading(const FacetCounts& facet, const TextStyle& style) {
  return style.bold(fmt::format("{}:", style.say(facet_label_ar(facet.facet), facet_name(facet.facet))));
}

}  // namespace

std::vector<std::pair<Facet, std::string>> numbered_facet_values(const ResultPage& page,
                                                                 const RenderOptions& options) {
  std::vector<std::pair<Facet, std::string>> values;
  for (const FacetCounts& facet : page.facets)
    for (std::size_t place = 0; place < facet.values.size(); ++place)
      if (is_shown(facet, place, options)) values.emplace_back(facet.facet, facet.values[place].value);
  return values;
}

void render_facets(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  std::size_t number = 0;
  for (const FacetCounts& facet : page.facets) {
    if (facet.values.empty()) continue;
    std::vector<std::string> values = shown_values(facet, options, number);
    if (facet.values.size() > values.size())
      values.push_back(style.faint(fmt::format("+{}", style.number(facet.values.size() - values.size()))));
    out << heading(facet, style) << ' ' << joined(values, " · ") << '\n';
  }
}

void render_facet_panel(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  std::size_t number = 0;
  for (const FacetCounts& facet : page.facets) {
    if (facet.values.empty()) continue;
    const std::vector<std::string> values = shown_values(facet, options, number);
    out << heading(facet, style) << '\n';
    for (const std::string& value : values) out << ' ' << value << '\n';
    if (facet.values.size() > values.size())
      out << ' ' << style.faint(fmt::format("+{}", style.number(facet.values.size() - values.size())))
          << '\n';
  }
}

}  // namespace mahdar
