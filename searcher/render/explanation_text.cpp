#include "searcher/render/explanation_text.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "schema/facet.h"
#include "schema/field.h"
#include "searcher/highlight/filter_reasons.h"
#include "searcher/render/correction_text.h"
#include "searcher/render/reason_label.h"
#include "searcher/render/text_style.h"
#include "searcher/render/value_label.h"

namespace mahdar {
namespace {

/// "سابقة و+ال", "جمع تكسير وفد ← وفود".
std::string step_in_words(const ReasonStep& step, const TextStyle& style) {
  std::string text(reason_label(step.step, style.english()));
  if (!shows_letters(step.step)) return text;
  const auto letters = [&](const std::string& side) { return style.isolated(without_controls(side)); };
  if (step.query.empty()) return fmt::format("{} {}", text, letters(step.text));
  return fmt::format("{} {} ← {}", text, letters(step.query), step.text.empty() ? "–" : letters(step.text));
}

std::string reason_in_words(const MatchReason& reason, const RenderOptions& options) {
  const TextStyle style(options);
  std::vector<std::string> steps;
  for (const ReasonStep& step : reason.steps) steps.push_back(step_in_words(step, style));
  if (steps.empty()) steps.emplace_back(reason_label(reason.step, style.english()));
  const Entity* entity = options.taxonomy == nullptr ? nullptr : options.taxonomy->entity(reason.entity);
  if (entity != nullptr) steps.push_back(style.isolated(style.say(entity->label_ar, entity->label_en)));
  return joined(steps, style.say("؛ ", "; "));
}

void render_word_reasons(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  std::vector<std::string> seen;
  for (const MatchReason& reason : hit.explanation) {
    std::string line =
        fmt::format("     {} ← {} ({}, {} [{}, {}))", style.isolated(without_controls(reason.query_word)),
                    style.isolated(without_controls(reason.text_word)), reason_in_words(reason, options),
                    reason.in_title ? style.say("العنوان", "title") : style.say("النص", "text"),
                    reason.range.begin, reason.range.end);
    if (std::find(seen.begin(), seen.end(), line) != seen.end()) continue;
    out << style.faint(line) << '\n';
    seen.push_back(std::move(line));
  }
}

/// Which filter the article passed and by what: "✓ الجولة 7: process+number «…» [begin, end)".
void render_filter_reasons(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  for (const FilterReason& reason : hit.filters) {
    const FieldRow& field = row(reason.field);
    const auto facet = facet_named(field.name);
    std::vector<std::string> values;
    for (const std::string& value : reason.values)
      values.push_back(style.isolated(without_controls(facet ? value_label(*facet, value, options) : value)));
    std::string line =
        fmt::format("     {} {}: {} — {}", reason.negated ? "✗" : "✓", style.say(field.label_ar, field.name),
                    joined(values, style.say("، ", ", ")), rule_label(reason.rule, style.english()));
    if (!reason.evidence.empty()) {
      const Evidence& best = reason.evidence.front();
      line += fmt::format(" «{}» [{}, {})", style.isolated(without_controls(hit.article.slice(best.range))),
                          best.range.begin, best.range.end);
    }
    out << style.faint(line) << '\n';
  }
}

}  // namespace

void render_reasons(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  render_word_reasons(hit, options, out);
  render_filter_reasons(hit, options, out);
}

void render_corrections(const Article& article, const RenderOptions& options, std::ostream& out) {
  const TextStyle style(options);
  for (const AppliedCorrection& correction : article.corrections)
    out << style.faint(
               fmt::format("     {}: {}", style.say("تصحيح", "corrected"),
                           style.isolated(without_controls(correction_in_words(correction, options)))))
        << '\n';
}

void render_evidence(const Article& article, const RenderOptions& options, std::ostream& out,
                     std::size_t most) {
  const TextStyle style(options);
  const auto lines = [&](const std::string& label, const std::vector<Evidence>& evidence) {
    const std::size_t shown = std::min(most, evidence.size());
    for (const Evidence& e : std::span(evidence).first(shown))
      out << style.faint(fmt::format("     {}: «{}» [{}, {}) {} {:.2f}", style.isolated(label),
                                     style.isolated(without_controls(article.slice(e.range))), e.range.begin,
                                     e.range.end, rule_label(e.rule, style.english()), e.weight))
          << '\n';
    if (shown < evidence.size())
      out << style.faint(
                 fmt::format("     {}: +{}", style.isolated(label), style.number(evidence.size() - shown)))
          << '\n';
  };
  const auto named = [&](Facet facet, std::string_view value) {
    return fmt::format("{} {}", style.say(facet_label_ar(facet), facet_name(facet)),
                       without_controls(value_label(facet, value, options)));
  };
  const auto single = [&](Field field, const std::vector<Evidence>& evidence) {
    const std::string_view label = style.say(row(field).label_ar, row(field).name);
    const std::string_view overruled = style.say(" (المستخرج آليًا)", " (detected)");
    lines(fmt::format("{}{}", label, is_overruled(article, field) ? overruled : ""), evidence);
  };
  single(Field::kRound, article.round.evidence);
  single(Field::kGuarantor, article.guarantor.evidence);
  single(Field::kDate, article.date.evidence);
  single(Field::kSource, article.source.evidence);
  for (const CountryInfo& c : article.countries) lines(named(Facet::kCountry, c.code), c.evidence);
  for (const TopicInfo& t : article.topics) lines(named(Facet::kTopic, t.id), t.evidence);
  for (const PersonInfo& p : article.people) lines(named(Facet::kPerson, p.id), p.evidence);
  for (const FramingInfo& f : article.framing) lines(named(Facet::kFraming, f.id), f.evidence);
}

}  // namespace mahdar
