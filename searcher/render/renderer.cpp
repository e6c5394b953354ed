#include "searcher/render/renderer.h"

#include <array>
#include <utility>

#include "searcher/render/bibtex_renderer.h"
#include "searcher/render/csv_renderer.h"
#include "searcher/render/page_json.h"
#include "searcher/render/ris_renderer.h"
#include "searcher/render/text_renderer.h"
#include "searcher/render/trec_renderer.h"

namespace mahdar {
namespace {

constexpr std::array<std::pair<std::string_view, OutputFormat>, 7> kFormats{{
    {"text", OutputFormat::kText},
    {"json", OutputFormat::kJson},
    {"jsonl", OutputFormat::kJsonl},
    {"csv", OutputFormat::kCsv},
    {"bibtex", OutputFormat::kBibtex},
    {"ris", OutputFormat::kRis},
    {"trec", OutputFormat::kTrec},
}};

LocalPaths paths_of(const RenderOptions& options) {
  return options.local_paths ? LocalPaths::kTold : LocalPaths::kLeftOut;
}

void render_json(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  nlohmann::ordered_json json = page_to_json(page, options.explain, paths_of(options));
  if (!options.query_id.empty()) json["qid"] = options.query_id;
  out << dump_json(json) << '\n';
}

void render_jsonl(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    nlohmann::ordered_json json = hit_to_json(hit, options.explain, paths_of(options));
    if (page.relaxed)
      json["relaxed"] = {{"step", page.relaxed->step},
                         {"message", page.relaxed->message},
                         {"message_ar", page.relaxed->message_ar}};
    if (!options.query_id.empty()) json["qid"] = options.query_id;
    out << dump_json(json) << '\n';
  }
}

}  // namespace

std::optional<OutputFormat> output_format_named(std::string_view name) {
  for (const auto& [known, format] : kFormats)
    if (known == name) return format;
  return std::nullopt;
}

void render(const ResultPage& page, OutputFormat format, const RenderOptions& options, std::ostream& out) {
  switch (format) {
    case OutputFormat::kText:
      return render_text(page, options, out);
    case OutputFormat::kJson:
      return render_json(page, options, out);
    case OutputFormat::kJsonl:
      return render_jsonl(page, options, out);
    case OutputFormat::kCsv:
      return render_csv(page, options, out);
    case OutputFormat::kBibtex:
      return render_bibtex(page, options, out);
    case OutputFormat::kRis:
      return render_ris(page, options, out);
    case OutputFormat::kTrec:
      return render_trec(page, options.query_id, out);
  }
}

}  // namespace mahdar
