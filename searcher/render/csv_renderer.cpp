#include "searcher/render/csv_renderer.h"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "searcher/render/text_style.h"

namespace mahdar {
namespace {

std::string cell(std::string_view value) {
  std::string quoted = "\"";
  if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos)
    quoted += '\'';
  for (const char c : without_controls(value)) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

template <typename Items, typename Text>
std::string joined(const Items& items, Text&& text) {
  std::string all;
  for (const auto& item : items) {
    if (!all.empty()) all += "; ";
    all += text(item);
  }
  return all;
}

}  // namespace

void render_csv(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  const bool of_batch = !options.query_id.empty();
  if (options.csv_header)
    out << (of_batch ? "qid," : "") << "id,date,title,source,round,guarantor,countries,topics,people,url,"
        << (options.local_paths ? "path," : "") << "score,snippet,relaxed,date_basis\r\n";
  const auto id_of = [](const auto& item) { return item.id; };
  for (const Hit& hit : page.hits) {
    const Article& a = hit.article;
    if (of_batch) out << cell(options.query_id) << ',';
    out << cell(a.id) << ',' << cell(a.date.published) << ',' << cell(a.shown_title()) << ','
        << cell(a.source.id) << ','
        << cell(joined(a.round.about, [](int round) { return std::to_string(round); })) << ','
        << cell(a.guarantor.focus) << ','
        << cell(joined(a.countries, [](const CountryInfo& c) { return c.code; })) << ','
        << cell(joined(a.topics, id_of)) << ',' << cell(joined(a.people, id_of)) << ',' << cell(a.url) << ','
        << (options.local_paths ? cell(a.path) + ',' : "") << fmt::format("{:.4f}", hit.score) << ','
        << cell(hit.snippet) << ',' << (page.relaxed ? page.relaxed->step : "") << ',' << cell(a.date.basis)
        << "\r\n";
  }
}

}  // namespace mahdar
