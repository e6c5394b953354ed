#include "analyzers/about/article_lines.h"

#include <algorithm>

#include "analyzers/about/line_key.h"

namespace mahdar {
namespace {

constexpr std::size_t kFullBytes = 240;          ///< longer lines are paragraphs
constexpr std::size_t kFullSentenceBytes = 100;  ///< so are these, where they end as a sentence does
constexpr std::size_t kParagraphKey = 80;        ///< bytes of a paragraph's key: its opening words
constexpr std::size_t kRepeatBytes = 60;         ///< shorter lines may repeat for good reasons
constexpr std::size_t kTeaserReach = 8;          ///< lines between a teaser and its paragraph
constexpr std::size_t kRelatedLinks = 4;         ///< links under one "read also" in the middle of a text

// Rules of cutting, as explain shows them.
constexpr std::string_view kPromotion = "promotion";
constexpr std::string_view kSectionOrByline = "section-or-byline";
constexpr std::string_view kLinkToAnother = "link-to-another";
constexpr std::string_view kAfterTheEnd = "after-the-end";
constexpr std::string_view kSourceLine = "source-line";
constexpr std::string_view kParagraphAgain = "paragraph-again";
constexpr std::string_view kTeaserOfParagraph = "teaser-of-paragraph";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/// No-break space, zero-width marks and byte order marks stand around lines of saved pages.
std::string_view trim(std::string_view s) {
  for (;;) {
    if (!s.empty() && is_blank(s.front()))
      s.remove_prefix(1);
    else if (s.starts_with("\u00A0"))
      s.remove_prefix(2);
    else if (s.starts_with("\uFEFF") || s.starts_with("\u200B"))
      s.remove_prefix(3);
    else
      break;
  }
  for (;;) {
    if (!s.empty() && is_blank(s.back()))
      s.remove_suffix(1);
    else if (s.ends_with("\u00A0"))
      s.remove_suffix(2);
    else if (s.ends_with("\uFEFF") || s.ends_with("\u200B"))
      s.remove_suffix(3);
    else
      break;
  }
  return s;
}

std::string_view without_dots(std::string_view line) {
  for (;;) {
    if (line.ends_with('.'))
      line.remove_suffix(1);
    else if (line.ends_with("…"))
      line.remove_suffix(std::string_view("…").size());
    else
      return line;
  }
}

/// A line cut off with "..." or "…".
bool is_teaser(std::string_view line) {
  return line.ends_with("...") || line.ends_with("…");
}

bool ends_as_sentence(std::string_view line) {
  for (const std::string_view quote : {"”", "“", "»", "\"", ")"}) {
    if (line.ends_with(quote)) line.remove_suffix(quote.size());
  }
  return line.ends_with('.') || line.ends_with("؟") || line.ends_with('!') || line.ends_with("؛");
}

std::vector<ArticleLine> split(std::string_view text, const BoilerplateRules& rules) {
  constexpr std::size_t kUsualLines = 12;
  std::vector<ArticleLine> lines;
  lines.reserve(kUsualLines);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    ArticleLine& added = lines.emplace_back();
    added.text = line;
    added.begin = static_cast<std::uint32_t>(line.data() - text.data());
    added.key = line_key(line, line.size() > kFullBytes ? kParagraphKey : kFullBytes);
    added.role = rules.role(line, added.key);
    added.full = added.role == LineRole::kText &&
                 (line.size() >= kFullBytes || (line.size() >= kFullSentenceBytes && ends_as_sentence(line)));
  }
  return lines;
}

std::size_t first_full(const std::vector<ArticleLine>& lines) {
  const auto full = [](const ArticleLine& line) { return line.full && line.kept(); };
  const auto wordy = [](const ArticleLine& line) {
    return line.role == LineRole::kText && line.kept() && count_words(line.key) >= 5;
  };
  auto found = std::find_if(lines.begin(), lines.end(), full);
  if (found == lines.end()) found = std::find_if(lines.begin(), lines.end(), wordy);
  return static_cast<std::size_t>(found - lines.begin());
}

std::size_t last_full(const std::vector<ArticleLine>& lines, std::size_t from) {
  std::size_t last = from;
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (lines[i].full && lines[i].kept()) last = i;
  }
  return last;
}

/// Cuts all from the first end mark on, unless more running text follows the mark than stands before it: then
/// the mark was one of a menu or of a box inside the text.
void cut_tail(ArticleLines& article, std::size_t text_begin) {
  std::size_t before = 0;
  std::size_t after = 0;
  std::vector<ArticleLine>& lines = article.lines;
  for (const ArticleLine& line : lines) after += line.full ? line.text.size() : 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].full) before += lines[i].text.size(), after -= lines[i].text.size();
    if (lines[i].role != LineRole::kEnd) continue;
    lines[i].cut_by = kAfterTheEnd;
    if (i <= text_begin || after > before) continue;
    for (std::size_t rest = i; rest < lines.size(); ++rest) lines[rest].cut_by = kAfterTheEnd;
    return;
  }
}

/// Links below "read also" end at the next paragraph; where none follows, they run to the end.
void cut_related(std::vector<ArticleLine>& lines, std::size_t text_begin, std::size_t text_end) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kRelated || !lines[i].kept()) continue;
    lines[i].cut_by = kLinkToAnother;
    const bool heading_alone = count_words(lines[i].key) <= 3;
    if (!heading_alone || i < text_begin) continue;
    const std::size_t limit = i > text_end ? lines.size() : std::min(lines.size(), i + 1 + kRelatedLinks);
    for (std::size_t next = i + 1; next < limit && !lines[next].full; ++next) {
      if (ends_as_sentence(lines[next].text)) break;
      lines[next].cut_by = kLinkToAnother;
    }
  }
}

void cut_by_place(ArticleLines& article, std::size_t text_begin, std::size_t text_end) {
  for (std::size_t i = 0; i < article.lines.size(); ++i) {
    ArticleLine& line = article.lines[i];
    if (!line.kept()) continue;
    const bool margin = i < text_begin || i > text_end;
    if (line.role == LineRole::kJunk) line.cut_by = kPromotion;
    if (line.role == LineRole::kMargin && margin) line.cut_by = kSectionOrByline;
    if (line.role != LineRole::kSignature) continue;
    line.cut_by = kSourceLine;
    article.signatures.emplace_back(line.text);
  }
}

/// An outlet's name alone, below the title or as the last line.
void cut_outlets(ArticleLines& article, const OutletNames& outlets, std::size_t text_begin,
                 std::size_t text_end) {
  for (std::size_t i = 0; i < article.lines.size(); ++i) {
    ArticleLine& line = article.lines[i];
    const bool margin = i < text_begin || i > text_end;
    if (!margin || !line.kept() || !outlets.contains(line.key)) continue;
    line.cut_by = kSourceLine;
    article.signatures.emplace_back(line.text);
  }
}

bool may_repeat(const ArticleLine& line) {
  return line.kept() && line.text.size() >= kRepeatBytes;
}

/// The lines that stand above in the same words, ascending.
std::vector<std::size_t> repeats(const std::vector<ArticleLine>& lines) {
  std::vector<std::size_t> order;
  order.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_repeat(lines[i])) order.push_back(i);
  const auto by_text = [&](std::size_t a, std::size_t b) {
    const std::string_view one = lines[a].text, other = lines[b].text;
    if (one.size() != other.size()) return one.size() < other.size();
    const int less = one.compare(other);
    return less != 0 ? less < 0 : a < b;
  };
  std::sort(order.begin(), order.end(), by_text);
  std::vector<std::size_t> again;
  for (std::size_t i = 1; i < order.size(); ++i)
    if (lines[order[i]].text == lines[order[i - 1]].text) again.push_back(order[i]);
  std::sort(again.begin(), again.end());
  return again;
}

/// Paragraphs that stand twice, and teasers of which the whole paragraph follows.
void cut_repeats(std::vector<ArticleLine>& lines) {
  if (lines.size() < 2) return;
  const std::vector<std::size_t> again = repeats(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ArticleLine& line = lines[i];
    if (!may_repeat(line)) continue;
    if (std::ranges::binary_search(again, i)) line.cut_by = kParagraphAgain;
    if (!is_teaser(line.text)) continue;
    const std::string_view teaser = trim(without_dots(line.text));
    const std::size_t limit = std::min(lines.size(), i + 1 + kTeaserReach);
    for (std::size_t next = i + 1; next < limit; ++next) {
      const bool whole = lines[next].text.size() > line.text.size() && lines[next].text.starts_with(teaser);
      if (whole && lines[next].kept()) line.cut_by = kTeaserOfParagraph;
    }
  }
}

}  // namespace

ArticleLines cut_boilerplate(std::string_view text, const BoilerplateRules& rules,
                             const OutletNames& outlets) {
  ArticleLines article;
  article.lines = split(text, rules);
  const std::size_t text_begin = first_full(article.lines);
  cut_tail(article, text_begin);
  const std::size_t text_end = last_full(article.lines, text_begin);
  cut_related(article.lines, text_begin, text_end);
  cut_by_place(article, text_begin, text_end);
  cut_outlets(article, outlets, text_begin, text_end);
  cut_repeats(article.lines);
  return article;
}

}  // namespace mahdar
