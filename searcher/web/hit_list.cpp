#include "searcher/web/hit_list.h"

#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "schema/facet.h"
#include "schema/field.h"
#include "searcher/highlight/filter_reasons.h"
#include "searcher/render/date_note.h"
#include "searcher/render/reason_label.h"
#include "searcher/web/correction_list.h"
#include "searcher/web/facet_panel.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/page_links.h"

namespace mahdar {
namespace {

constexpr std::size_t kEvidenceShown = 3;

std::string sure(double confidence, const Words& words) {
  return filled(words("confidence"), std::to_string(std::lround(confidence * 100)));
}

/// The line runs as the article does, each fact as the page.
void fact(Html& html, std::string_view kind, const std::string& text, const std::string& remark,
          const Words& words) {
  html.open("li", {{"class", kind}}).open("span", {{"dir", words.english() ? "ltr" : "rtl"}});
  html.leaf("bdi", {}, text);
  if (!remark.empty()) html.leaf("small", {}, " (" + remark + ")");
  html.close().close();
}

std::string rounds_in_words(const std::vector<int>& rounds, const Words& words, const Taxonomy& taxonomy) {
  std::string text;
  for (const int number : rounds) {
    if (!text.empty()) text += words.english() ? ", " : "، ";
    text += value_title(Facet::kRound, std::to_string(number), words, taxonomy);
  }
  return text;
}

/// "سابقة و+ال", "جمع تكسير وفد ← وفود".
void write_step(Html& html, const ReasonStep& step, const Words& words) {
  html.text(reason_label(step.step, words.english()));
  if (!shows_letters(step.step)) return;
  html.text(" ");
  if (!step.query.empty()) html.leaf("bdi", {}, step.query).text(words.english() ? " → " : " ← ");
  if (step.text.empty()) {
    html.text("–");
  } else {
    html.leaf("bdi", {}, step.text);
  }
}

void write_reason(Html& html, const MatchReason& reason, std::size_t times, const Words& words) {
  html.open("li").leaf("bdi", {}, reason.query_word).text(words.english() ? " → " : " ← ");
  html.leaf("bdi", {}, reason.text_word);
  html.open("small").text(" (");
  if (reason.steps.empty()) html.text(reason_label(reason.step, words.english()));
  for (std::size_t i = 0; i < reason.steps.size(); ++i) {
    if (i > 0) html.text(words.english() ? "; " : "؛ ");
    write_step(html, reason.steps[i], words);
  }
  html.text(")").close().text(times > 1 ? fmt::format(" ×{}", times) : "").close();
}

/// The words of the query and what stands for them in the text: each once.
void write_reasons(Html& html, const Hit& hit, const Words& words) {
  html.leaf("h4", {}, words("why.words"));
  if (hit.explanation.empty()) {
    html.leaf("p", {}, words("why.none"));
    return;
  }
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<const MatchReason*>> seen;
  for (const MatchReason& r : hit.explanation) {
    std::string steps;
    for (const ReasonStep& step : r.steps) steps += step.step + '\n' + step.query + '\n' + step.text + '\n';
    seen[{r.query_word, r.text_word, steps}].push_back(&r);
  }
  html.open("ul");
  for (const auto& [key, reasons] : seen) write_reason(html, *reasons.front(), reasons.size(), words);
  html.close();
}

/// The filters the article passed, and by what.
void write_filters(Html& html, const Hit& hit, const Words& words, const Taxonomy& taxonomy) {
  if (hit.filters.empty()) return;
  html.leaf("h4", {}, words("why.filters")).open("ul");
  for (const FilterReason& reason : hit.filters) {
    const auto facet = facet_named(row(reason.field).name);
    html.open("li").leaf("span", {{"class", "name"}}, std::string(reason.negated ? "✗ " : "✓ "));
    html.text(fmt::format("{}: ", words(fmt::format("facet.{}", row(reason.field).name))));
    for (std::size_t i = 0; i < reason.values.size(); ++i) {
      if (i > 0) html.text(words.english() ? ", " : "، ");
      const std::string& value = reason.values[i];
      html.leaf("bdi", {}, facet ? value_title(*facet, value, words, taxonomy) : words.date(value));
    }
    if (!reason.evidence.empty())
      html.text(" ").leaf("q", {{"dir", "auto"}, {"title", rule_label(reason.rule, words.english())}},
                          hit.article.slice(reason.evidence.front().range));
    html.leaf("small", {}, fmt::format(" ({})", rule_label(reason.rule, words.english()))).close();
  }
  html.close();
}

/// The words a value rests on; marked where a correction overruled it.
void write_evidence(Html& html, const Article& article, Field field, const std::vector<Evidence>& evidence,
                    const Words& words) {
  if (evidence.empty()) return;
  html.open("li").leaf("span", {{"class", "name"}},
                       fmt::format("{}: ", words(fmt::format("facet.{}", row(field).name))));
  for (std::size_t i = 0; i < std::min(evidence.size(), kEvidenceShown); ++i) {
    if (i > 0) html.text(words.english() ? "; " : "؛ ");
    html.leaf("q", {{"dir", "auto"}, {"title", rule_label(evidence[i].rule, words.english())}},
              article.slice(evidence[i].range));
  }
  if (is_overruled(article, field)) html.leaf("small", {}, fmt::format(" ({})", words("why.overruled")));
  html.close();
}

/// What somebody corrected in the article.
void write_corrected(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy) {
  if (article.corrections.empty()) return;
  html.leaf("h4", {}, words("corrections"));
  write_corrections(html, article.corrections, words, taxonomy);
}

void write_why(Html& html, const Hit& hit, const Words& words, const Taxonomy& taxonomy) {
  html.open("div", {{"class", "reasons"}, {"dir", words.english() ? "ltr" : "rtl"}});
  write_reasons(html, hit, words);
  write_filters(html, hit, words, taxonomy);
  write_corrected(html, hit.article, words, taxonomy);
  html.leaf("h4", {}, words("why.evidence")).open("ul");
  write_evidence(html, hit.article, Field::kRound, hit.article.round.evidence, words);
  write_evidence(html, hit.article, Field::kGuarantor, hit.article.guarantor.evidence, words);
  write_evidence(html, hit.article, Field::kDate, hit.article.date.evidence, words);
  write_evidence(html, hit.article, Field::kSource, hit.article.source.evidence, words);
  html.close().close();
}

void write_hit(Html& html, const Hit& hit, std::size_t number, const ResultPage& page, const Words& words,
               const Taxonomy& taxonomy) {
  const PageLinks links(page.request, words.english());
  const std::string place = fmt::format("hit-{}", number);
  html.open("li").open("article", {{"class", "hit"},
                                   {"id", place},
                                   {"dir", direction(hit.article)},
                                   {"data-id", hit.article.id},
                                   {"data-citation", citation(hit.article, words, taxonomy)}});
  html.open("h2", {{"lang", hit.article.language}})
      .open("a", {{"href", links.article(hit.article.id)}, {"dir", "auto"}});
  html.text(hit.article.title_end > 0 ? hit.article.shown_title() : hit.article.id).close().close();
  open_facts(html, hit.article, words, taxonomy);
  html.open("li", {{"class", "action"}});
  html.leaf("a",
            {{"class", "why"},
             {"href", links.with_explain(!page.request.explain) + '#' + place},
             {"data-live", "1"}},
            words(page.request.explain ? "why.hide" : "why"));
  html.close().close();
  if (!hit.snippet.empty()) {
    html.open("p", {{"class", "snippet"}, {"dir", "auto"}, {"lang", hit.article.language}});
    write_marked(html, hit.snippet, hit.highlights);
    html.close();
  }
  if (hit.duplicates > 0) html.leaf("p", {{"class", "copies"}}, words.count("copies", hit.duplicates));
  if (page.request.explain) write_why(html, hit, words, taxonomy);
  html.close().close();
}

}  // namespace

void write_marked(Html& html, std::string_view text, const std::vector<ByteRange>& ranges) {
  std::uint32_t at = 0;
  for (const ByteRange& range : ranges) {
    html.text(text.substr(at, range.begin - at));
    html.leaf("mark", {}, text.substr(range.begin, range.end - range.begin));
    at = range.end;
  }
  html.text(text.substr(at));
}

void write_facts(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy) {
  open_facts(html, article, words, taxonomy);
  html.close();
}

std::string_view direction(const Article& article) {
  const std::string& language = article.language;
  if (language == "ar" || language == "fa" || language == "ur") return "rtl";
  return language == "en" || language == "fr" || language == "tr" ? "ltr" : "auto";
}

void open_facts(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy) {
  html.open("ul", {{"class", "facts"}});
  if (!article.source.id.empty())
    fact(html, "source", value_title(Facet::kSource, article.source.id, words, taxonomy), {}, words);
  if (!article.date.published.empty())
    fact(html, "date", words.date(article.date.published),
         std::string(words.find("basis." + article.date.basis)), words);
  if (!article.round.about.empty())
    fact(html, "round", rounds_in_words(article.round.about, words, taxonomy),
         sure(article.round.confidence, words), words);
  if (article.guarantor.focus != "none")
    fact(html, "guarantor " + article.guarantor.focus,
         value_title(Facet::kGuarantor, article.guarantor.focus, words, taxonomy),
         sure(article.guarantor.confidence, words), words);
}

std::string citation(const Article& article, const Words& words, const Taxonomy& taxonomy) {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += words.english() ? ", " : "، ";
    text += part;
  };
  add(value_title(Facet::kSource, article.source.id, words, taxonomy));
  add(fmt::format("«{}»", article.shown_title()));
  const std::string date = words.date(article.date.published);
  add(is_own_date(article.date) ? date : inferred_date_note(article.date, date, words));
  add(article.url);
  return text;
}

void write_hits(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy) {
  html.open("ol", {{"class", "hits"}, {"start", std::to_string(page.request.offset + 1)}});
  std::size_t number = page.request.offset;
  for (const Hit& hit : page.hits) write_hit(html, hit, ++number, page, words, taxonomy);
  html.close();
}

}  // namespace mahdar
