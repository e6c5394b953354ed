#include "searcher/web/marked_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "schema/field.h"
#include "searcher/highlight/filter_reasons.h"
#include "searcher/render/reason_label.h"

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 7> kKinds{"round", "guarantor", "date",   "source",
                                                 "topic", "framing",   "country"};

}  // namespace

MarkedText::MarkedText(const ArticleView& view, const Words& words) : view_(view), words_(words) {
  const Article& article = view.article;
  for (const MatchReason& match : view.matches) matches_.push_back(match.range);
  // What a correction overruled is no evidence for the value that stands now.
  const auto add_unless_overruled = [&](Field field, const std::vector<Evidence>& evidence) {
    if (!is_overruled(article, field)) add(evidence, row(field).name);
  };
  add_unless_overruled(Field::kRound, article.round.evidence);
  add_unless_overruled(Field::kGuarantor, article.guarantor.evidence);
  add_unless_overruled(Field::kDate, article.date.evidence);
  add_unless_overruled(Field::kSource, article.source.evidence);
  for (const TopicInfo& topic : article.topics) add(topic.evidence, "topic");
  for (const FramingInfo& framing : article.framing) add(framing.evidence, "framing");
  const auto size = static_cast<std::uint32_t>(article.text.size());
  std::erase_if(evidence_, [&](const Span& s) { return s.range.begin >= s.range.end || s.range.end > size; });
  for (const ByteRange& range : matches_) edges_.insert(edges_.end(), {range.begin, range.end});
  for (const Span& span : evidence_) edges_.insert(edges_.end(), {span.range.begin, span.range.end});
  std::ranges::sort(edges_);
  edges_.erase(std::ranges::unique(edges_).begin(), edges_.end());
}

void MarkedText::add(const std::vector<Evidence>& evidence, std::string_view kind) {
  for (const Evidence& e : evidence) evidence_.push_back({e.range, kind, e.rule});
}

const MarkedText::Span* MarkedText::evidence_at(std::uint32_t begin) const {
  const auto found = std::ranges::find_if(
      evidence_, [&](const Span& span) { return span.range.begin <= begin && begin < span.range.end; });
  return found == evidence_.end() ? nullptr : &*found;
}

void MarkedText::write_piece(Html& html, ByteRange piece) {
  const std::string_view text = view_.article.slice(piece);
  const Span* evidence = evidence_at(piece.begin);
  if (evidence != nullptr)
    html.open("span", {{"class", fmt::format("evidence {}", evidence->kind)},
                       {"title", fmt::format("{}: {}", words_(fmt::format("facet.{}", evidence->kind)),
                                             rule_label(evidence->rule, words_.english()))}});
  const auto match = std::ranges::find_if(
      matches_, [&](const ByteRange& r) { return r.begin <= piece.begin && piece.begin < r.end; });
  if (match == matches_.end()) {
    html.text(text);
  } else if (match->begin == piece.begin) {
    html.leaf("mark", {{"id", fmt::format("match-{}", ++written_)}, {"tabindex", "-1"}}, text);
  } else {
    html.leaf("mark", {}, text);
  }
  if (evidence != nullptr) html.close();
}

void MarkedText::write(Html& html, ByteRange stretch) {
  std::uint32_t at = stretch.begin;
  for (auto edge = std::ranges::upper_bound(edges_, stretch.begin);
       edge != edges_.end() && *edge < stretch.end; ++edge) {
    write_piece(html, {at, *edge});
    at = *edge;
  }
  if (at < stretch.end) write_piece(html, {at, stretch.end});
}

void MarkedText::write_legend(Html& html) const {
  if (evidence_.empty()) return;
  html.open("ul", {{"class", "legend"}, {"aria-label", words_("article.evidence")}});
  for (const std::string_view kind : kKinds)
    if (std::ranges::any_of(evidence_, [&](const Span& span) { return span.kind == kind; }))
      html.open("li")
          .leaf("span", {{"class", fmt::format("evidence {}", kind)}}, words_(fmt::format("facet.{}", kind)))
          .close();
  html.close();
}

}  // namespace mahdar
