
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "schema/facet.h"
#include "searcher/render/correction_text.h"
#include "searcher/render/date_note.h"
#include "searcher/render/explanation_text.h"
#include "searcher/render/facet_text.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/text_style.h"
#include "searcher/render/value_label.h"
#include "searcher/render/words.h"

namespace mahdar {
namespace {

/// Pieces of evidence a value shown beside a hit; `show --explain` has all.
constexpr std::size_t kStrongest = 2;

std::string rounds_in_words(const RoundInfo& round, const TextStyle& style) {
  if (round.about.empty()) return {};
  std::vector<std::string> numbers;
  for (const int number : round.about) numbers.push_back(style.number(static_cast<std::uint64_t>(number)));
  return fmt::format("{} {}", style.say("الجولة", "round"), joined(numbers, "، "));
}

void render_hit(const Hit& hit, std::size_t number, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  const Article& a = hit.article;
  out << style.number(number) << ". " << style.bold(style.isolated(without_controls(a.shown_title())))
      << '\n';
  const std::string focus =
      a.guarantor.focus == "none" ? "" : value_label(Facet::kGuarantor, a.guarantor.focus, options);
  const std::string source = value_label(Facet::kSource, a.source.id, options);
  const std::string date = with_basis(a.date, style.digits(a.date.published), Words(options.english));
  out << "   "
      << style.faint(joined({style.isolated(date), style.isolated(without_controls(source)),
                             rounds_in_words(a.round, style), focus, style.isolated(without_controls(a.id))},
                            " · "))
      << '\n';
  if (!hit.snippet.empty())
    out << "   " << style.isolated(style.highlighted(hit.snippet, hit.highlights)) << '\n';
  if (hit.duplicates > 0)
    out << "   " << style.say("نسخ أخرى: ", "further copies: ") << style.number(hit.duplicates) << '\n';
}

void render_notices(const ResultPage& page, const TextStyle& style, std::ostream& out) {
  for (const Diagnostic& d : page.diagnostics)
    out << style.notice(
               fmt::format("! {}", style.say(d.message_ar.empty() ? d.message : d.message_ar, d.message)))
        << '\n';
  if (page.relaxed)
    out << style.notice(fmt::format("~ {}", style.say(page.relaxed->message_ar, page.relaxed->message)))
        << '\n';
  if (!page.steps.empty())
    out << style.faint(fmt::format("  {} {}", style.say("الخطوات:", "steps:"),
                                   style.digits(steps_in_words(page.steps, style.english()))))
        << '\n';
  if (page.suggestion)
    out << style.notice(
               fmt::format("{} {}", style.say("هل تقصد:", "Did you mean:"), style.isolated(*page.suggestion)))
        << '\n';
}

void render_total(const ResultPage& page, const TextStyle& style, std::ostream& out) {
  if (page.total == 0) {
    out << style.say("لا نتائج.", "No hits.") << '\n';
    return;
  }
  if (page.hits.empty()) {
    out << style.digits(Words(style.english()).count("hits", page.total))
        << style.say("، لا شيء منها في هذه الصفحة.", ", none on this page.") << '\n';
    return;
  }
  const std::uint64_t first = page.request.offset + 1;
  out << fmt::format("{}–{} {} {}  {}\n\n", style.number(first),
                     style.number(page.request.offset + page.hits.size()), style.say("من", "of"),
                     style.number(page.total), style.faint(fmt::format("({:.1f} ms)", page.took_ms)));
}

/// A part of a text with those of the ranges, which are of the whole text, that begin in it set off.
std::string marked(std::string_view text, ByteRange part, const std::vector<ByteRange>& marks,
                   const TextStyle& style) {
  std::vector<ByteRange> inside;
  for (const ByteRange& mark : marks)
    if (mark.begin >= part.begin && mark.end <= part.end && mark.begin < mark.end &&
        (inside.empty() || mark.begin - part.begin >= inside.back().end))
      inside.push_back({mark.begin - part.begin, mark.end - part.begin});
  return style.isolated(style.highlighted(text.substr(part.begin, part.end - part.begin), inside));
}

template <typename Items, typename Label>
std::string listed(const Items& items, const TextStyle& style, Label&& label) {
  std::vector<std::string> labels;
  for (const auto& item : items) labels.push_back(label(item));
  return joined(labels, style.say("، ", ", "));
}

/// What the article is about and whom it names, one line a kind.
template <typename Line>
void render_knowledge(const Article& article, const RenderOptions& options, Line&& line) {
  const TextStyle style(options);
  const auto labels = [&](Facet facet) {
    return [&options, facet](const auto& item) { return value_label(facet, item.id, options); };
  };
  line("جولات مذكورة", "rounds mentioned", listed(article.round.mentioned, style, [&](const RoundMention& r) {
         return style.number(static_cast<std::uint64_t>(r.round));
       }));
  line("الدول", "countries", listed(article.countries, style, [&](const CountryInfo& c) {
         return value_label(Facet::kCountry, c.code, options);
       }));
  line("المواضيع", "topics", listed(article.topics, style, labels(Facet::kTopic)));
  line("الأشخاص", "people", listed(article.people, style, labels(Facet::kPerson)));
  line("الهيئات", "organisations", listed(article.organisations, style, [&](const OrganisationInfo& o) {
         const Entity* entity = options.taxonomy ? options.taxonomy->entity(o.id) : nullptr;
         return entity ? std::string(style.say(entity->label_ar, entity->label_en)) : o.id;
       }));
  line("التسميات", "framing", listed(article.framing, style, labels(Facet::kFraming)));
}

}  // namespace

void render_text(const ResultPage& page, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  render_notices(page, style, out);
  render_total(page, style, out);
  std::size_t number = page.request.offset;
  for (const Hit& hit : page.hits) {
    render_hit(hit, ++number, options, out);
    if (options.explain) {
      render_reasons(hit, options, out);
      render_corrections(hit.article, options, out);
      render_evidence(hit.article, options, out, kStrongest);
    }
    out << '\n';
  }
  render_facets(page, options, out);
}

void render_article(const Article& article, const RenderOptions& options, std::ostream& out,
                    const std::vector<ByteRange>& marks) {
  const TextStyle style(options);
  const auto line = [&](std::string_view arabic, std::string_view english, const std::string& value) {
    if (!value.empty())
      out << style.faint(fmt::format("{}: ", style.say(arabic, english)))
          << style.isolated(without_controls(value)) << '\n';
  };
  out << style.bold(style.isolated(without_controls(article.shown_title()))) << '\n';
  line("المعرّف", "id", article.id);
  line("التاريخ", "date",
       with_basis(article.date, style.digits(article.date.published), Words(options.english)));
  line("المصدر", "source", value_label(Facet::kSource, article.source.id, options));
  line("الكاتب", "author", article.author);
  line("الوكالة", "agency", value_label(Facet::kSource, article.source.agency, options));
  line("الجولة", "round", rounds_in_words(article.round, style));
  line("الضامن", "guarantor", value_label(Facet::kGuarantor, article.guarantor.focus, options));
  render_knowledge(article, options, line);
  line("الرابط", "url", article.url);
  line("الملف", "file", article.path);
  for (const AppliedCorrection& c : article.corrections)
    line("تصحيح", "corrected", correction_in_words(c, options));
  if (options.explain) render_evidence(article, options, out);
  out << '\n';
  const std::string_view text = article.text;
  for (std::size_t begin = article.title_is_cut() ? 0 : article.title_end; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const ByteRange paragraph{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (end > begin) out << marked(text, paragraph, marks, style) << "\n\n";
    begin = end + 1;
  }
}

void render_copies(const std::vector<ArticleCopy>& copies, std::string_view id, const RenderOptions& options,
                   std::ostream& out) {
  if (copies.size() < 2) return;
  const TextStyle style(options);
  out << style.bold(style.say("نسخ هذا النص، الأسبق أولًا:", "Copies of this text, the first first:")) << '\n';
  for (const ArticleCopy& copy : copies) {
    const std::string source = value_label(Facet::kSource, copy.source, options);
    out << (copy.id == id ? " * " : "   ")
        << joined({style.isolated(style.digits(copy.date)), style.isolated(without_controls(source)),
                   style.isolated(without_controls(copy.title)), style.isolated(without_controls(copy.id))},
                  " · ")
        << '\n';
  }
}

}  // namespace mahdar
