#include "searcher/terminal/page_layout.h"

#include <algorithm>
#include <array>
#include <span>
#include <sstream>

#include "searcher/render/facet_text.h"
#include "searcher/render/text_renderer.h"
#include "searcher/terminal/columns.h"

namespace mahdar {
namespace {

constexpr std::size_t kWideColumns = 110;  ///< from here on the facets stand beside the hits
constexpr std::size_t kPanelColumns = 36;

using FacetWriter = void (*)(const ResultPage&, const RenderOptions&, std::ostream&);

struct FacetBlock {
  std::vector<std::string> lines;
  std::vector<std::pair<Facet, std::string>> values;
};

FacetBlock facet_block(const ResultPage& counts, const RenderOptions& options, FacetWriter write,
                       std::size_t columns) {
  std::ostringstream text;
  write(counts, options, text);
  return {wrapped_lines(text.str(), columns), numbered_facet_values(counts, options)};
}

/// The facets in at most `most` lines: first fewer values of each, then fewer facets.
FacetBlock fitted_facets(const ResultPage& page, RenderOptions options, std::span<const FacetWriter> forms,
                         std::size_t columns, std::size_t most) {
  ResultPage counts;
  counts.facets = page.facets;
  const std::size_t values = options.facet_values;
  for (const FacetWriter form : forms)
    for (options.facet_values = values; options.facet_values > 0; --options.facet_values) {
      FacetBlock block = facet_block(counts, options, form, columns);
      if (block.lines.size() <= most) return block;
    }
  options.facet_values = 1;
  while (!counts.facets.empty()) {
    counts.facets.pop_back();
    FacetBlock block = facet_block(counts, options, forms.back(), columns);
    if (block.lines.size() <= most) return block;
  }
  return {};
}

/// The hits, without facets, and how many of them `most` lines hold; at least one.
std::pair<std::vector<std::string>, std::size_t> fitted_hits(ResultPage page, const RenderOptions& options,
                                                             std::size_t columns, std::size_t most) {
  page.facets.clear();
  for (;;) {
    std::ostringstream text;
    render_text(page, options, text);
    std::vector<std::string> lines = wrapped_lines(text.str(), columns);
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (lines.size() <= most || page.hits.size() <= 1) return {std::move(lines), page.hits.size()};
    page.hits.pop_back();
  }
}

PageLayout below(const ResultPage& page, const RenderOptions& options, TerminalSize room) {
  constexpr std::array<FacetWriter, 1> kForms{render_facets};
  ResultPage first = page;
  first.hits.resize(std::min<std::size_t>(1, first.hits.size()));
  const std::size_t least = fitted_hits(std::move(first), options, room.columns, 0).first.size() + 1;
  const std::size_t whole = fitted_hits(page, options, room.columns, room.lines).first.size() + 1;
  const auto rest = [&](std::size_t taken) { return room.lines - std::min(room.lines, taken); };
  // Where not all hits find room the facets get a third of the screen, or what the first hit leaves of it.
  const std::size_t most = std::max(rest(whole), std::min(rest(least), room.lines / 3));
  FacetBlock facets = fitted_facets(page, options, kForms, room.columns, most);
  auto [lines, hits] = fitted_hits(page, options, room.columns, rest(facets.lines.size() + 1));
  lines.emplace_back();
  lines.insert(lines.end(), facets.lines.begin(), facets.lines.end());
  return {std::move(lines), hits, std::move(facets.values)};
}

PageLayout side_by_side(const ResultPage& page, const RenderOptions& options, TerminalSize room,
                        bool visual) {
  constexpr std::array<FacetWriter, 2> kForms{render_facet_panel, render_facets};
  // A line that fills the last column makes some terminals break it.
  const std::size_t columns = room.columns - kPanelColumns - 3;
  FacetBlock facets = fitted_facets(page, options, kForms, kPanelColumns, room.lines);
  auto [lines, hits] = fitted_hits(page, options, columns, room.lines);
  return {beside(lines, columns, facets.lines, kPanelColumns, visual), hits, std::move(facets.values)};
}

}  // namespace

PageLayout lay_out(const ResultPage& page, const RenderOptions& options, TerminalSize room, bool visual) {
  return room.columns < kWideColumns ? below(page, options, room) : side_by_side(page, options, room, visual);
}

}  // namespace mahdar
