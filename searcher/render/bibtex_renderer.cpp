#include "searcher/render/bibtex_renderer.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "searcher/render/date_note.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/text_style.h"
#include "searcher/render/value_label.h"

namespace mahdar {
namespace {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : without_controls(text)) {
    switch (c) {
      case '\\':
        safe += "\\textbackslash{}";
        break;
      case '~':
        safe += "\\textasciitilde{}";
        break;
      case '^':
        safe += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '$':
      case '#':
      case '_':
        safe += '\\';
        safe += c;
        break;
      case '\n':
      case '\r':
        safe += ' ';
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

/// Citation keys are ASCII without BibTeX's own signs.
std::string citation_key(std::string_view id) {
  std::string key;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    key += byte < 0x80 && (std::isalnum(byte) || c == '-' || c == '.') ? c : '_';
  }
  return "mahdar:" + key;
}

/// BibTeX reads nothing between entries, which an '@' would begin.
void comment(std::ostream& out, std::string text) {
  if (text.empty()) return;
  std::ranges::replace_if(
      text, [](char c) { return c == '@' || c == '\n' || c == '\r'; }, ' ');
  out << "% " << text << '\n';
}

void field(std::ostream& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out << "  " << name << " = {" << value << "},\n";
}

}  // namespace

void render_bibtex(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  comment(out, relaxation_note(page, true));
  comment(out, relaxation_note(page, false));
  for (const Hit& hit : page.hits) {
    const Article& a = hit.article;
    out << "@misc{" << citation_key(a.id) << ",\n";
    field(out, "title", "{" + escaped(a.shown_title()) + "}");
    // In braces: a name in full, not to be taken apart at "and" or a comma.
    if (!a.author.empty()) field(out, "author", "{" + escaped(a.author) + "}");
    field(out, "howpublished", escaped(value_label(Facet::kSource, a.source.id, options)));
    const std::string own_date = is_own_date(a.date) ? a.date.published : std::string();
    field(out, "date", own_date);
    field(out, "year", std::string_view(own_date).substr(0, 4));
    field(out, "note", escaped(inferred_date_note(a.date, a.date.published, Words(options.english))));
    field(out, "url", a.url);
    field(out, "langid", a.language == "ar" ? "arabic" : "");
    out << "}\n\n";
  }
}

}  // namespace mahdar
