#include "searcher/render/ris_renderer.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "searcher/render/date_note.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/text_style.h"
#include "searcher/render/value_label.h"

namespace mahdar {
namespace {

void tag(std::ostream& out, std::string_view name, std::string value) {
  if (value.empty()) return;
  out << name << "  - " << without_controls(value) << "\r\n";
}

/// "2017-10-30" → "2017/10/30/"; unknown parts stay empty between the slashes.
std::string ris_date(std::string date) {
  if (date.empty()) return date;
  std::replace(date.begin(), date.end(), '-', '/');
  const auto slashes = std::count(date.begin(), date.end(), '/');
  return date + std::string(static_cast<std::size_t>(3 - slashes), '/');
}

}  // namespace

void render_ris(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    const Article& a = hit.article;
    tag(out, "TY", "NEWS");
    tag(out, "ID", a.id);
    tag(out, "TI", a.shown_title());
    tag(out, "AU", a.author);
    tag(out, "T2", value_label(Facet::kSource, a.source.id, options));
    const std::string own_date = is_own_date(a.date) ? a.date.published : std::string();
    tag(out, "DA", ris_date(own_date));
    tag(out, "PY", own_date.substr(0, 4));
    tag(out, "UR", a.url);
    tag(out, "LA", a.language);
    for (const TopicInfo& topic : a.topics) tag(out, "KW", value_label(Facet::kTopic, topic.id, options));
    tag(out, "N1", inferred_date_note(a.date, a.date.published, Words(options.english)));
    tag(out, "N1", relaxation_note(page, true));
    tag(out, "N1", relaxation_note(page, false));
    out << "ER  - \r\n\r\n";
  }
}

}  // namespace mahdar
