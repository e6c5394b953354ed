#include "analyzers/about/zoned_text.h"

#include <algorithm>
#include <string_view>

#include "analyzers/about/article_lines.h"
#include "analyzers/about/background_cues.h"
#include "analyzers/about/borrowed_title.h"
#include "analyzers/about/headline.h"

namespace mahdar {
namespace {

constexpr std::size_t kLeadParagraphs = 2;
constexpr std::size_t kLeadBytes =
    900;  ///< of a longer paragraph, whole sentences up to about here are the lead

/// Writes the text and remembers where each line came from.
class Assembly {
 public:
  explicit Assembly(ZonedText& out) : out_(out) {}

  void add_title(const Headline& headline, const ArticleLines& article) {
    if (headline.text.empty()) return;
    if (headline.line == Headline::kNoLine) {
      append(headline.text, Zone::kTitle);
    } else {
      add_line(article.lines[headline.line], Zone::kTitle);
    }
    out_.title_end = out_.paragraphs.back().range.end;
  }

  void add_line(const ArticleLine& line, Zone zone) {
    const ByteRange range = append(line.text, zone);
    out_.segments.push_back({range, line.begin});
    if (zone == Zone::kLead) split_lead(range);
  }

 private:
  ByteRange append(std::string_view line, Zone zone) {
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    out_.text.append(line);
    const ByteRange range{begin, static_cast<std::uint32_t>(out_.text.size())};
    out_.text += '\n';
    out_.paragraphs.push_back({range, zone});
    return range;
  }

  /// A page saved without its line breaks is no lead from end to end.
  void split_lead(ByteRange range) {
    if (range.end - range.begin < 2 * kLeadBytes) return;
    const std::size_t stop = out_.text.find(". ", range.begin + kLeadBytes);
    if (stop >= range.end) return;
    const auto end = static_cast<std::uint32_t>(stop + 1);
    out_.paragraphs.back().range.end = end;
    out_.paragraphs.push_back({{end + 1, range.end}, Zone::kBody});
  }

  ZonedText& out_;
};

/// Follows the text paragraph by paragraph.
class ZoneReader {
 public:
  Zone next(const ArticleLine& line) {
    using Kind = BackgroundCues::Kind;
    const Kind kind = BackgroundCues::bundled().kind(line.key);
    const bool lead = full_paragraphs_ < kLeadParagraphs;
    if (line.full) ++full_paragraphs_;
    if (full_paragraphs_ <= 1) return Zone::kLead;
    if (kind == Kind::kToTheEnd) background_ = true;
    if (kind == Kind::kReturn) background_ = false;
    if (background_ || kind == Kind::kParagraph) return Zone::kBackground;
    return lead ? Zone::kLead : Zone::kBody;
  }

 private:
  std::size_t full_paragraphs_ = 0;
  bool background_ = false;
};

/// Cut lines one after the other by one rule are one stretch. The line of the title is no cut.
std::vector<TextCut> cuts_of(const ArticleLines& article, std::size_t title) {
  std::vector<TextCut> cuts;
  std::size_t last = Headline::kNoLine;
  for (std::size_t i = 0; i < article.lines.size(); ++i) {
    const ArticleLine& line = article.lines[i];
    if (line.kept() || i == title) continue;
    const auto end = static_cast<std::uint32_t>(line.begin + line.text.size());
    const bool goes_on = !cuts.empty() && last + 1 == i && cuts.back().rule == line.cut_by;
    if (goes_on)
      cuts.back().range.end = end;
    else
      cuts.push_back({{line.begin, end}, std::string(line.cut_by)});
    last = i;
  }
  return cuts;
}

/// The paragraph that lends an article without a headline its title: the first that is more than a date.
std::size_t find_lender(const ArticleLines& article, const BoilerplateRules& rules) {
  const auto lends = [&](const ArticleLine& line) { return line.kept() && !rules.is_date(line.key); };
  const auto found = std::ranges::find_if(article.lines, lends);
  return found == article.lines.end() ? Headline::kNoLine
                                      : static_cast<std::size_t>(found - article.lines.begin());
}

}  // namespace

Zone ZonedText::zone_at(std::uint32_t offset) const {
  if (paragraphs.empty() || offset < paragraphs.front().range.begin) return Zone::kBody;
  // A binary search without a branch to guess: this is asked for every name.
  const Paragraph* last = paragraphs.data();
  for (std::size_t count = paragraphs.size(); count > 1;) {
    const std::size_t half = count / 2;
    last += last[half].range.begin <= offset ? half : 0;
    count -= half;
  }
  return last->zone;
}

ZonedText zone_text(const RawArticle& raw, const OutletNames& outlets) {
  const BoilerplateRules& rules = BoilerplateRules::bundled();
  ArticleLines article = cut_boilerplate(raw.text, rules, outlets);
  const Headline headline = take_headline(article, raw.title, rules);
  ZonedText out;
  out.text.reserve(raw.title.size() + raw.text.size() + 2);
  out.paragraphs.reserve(article.lines.size() + 2);
  out.segments.reserve(article.lines.size());
  Assembly assembly(out);
  assembly.add_title(headline, article);
  ZoneReader zones;
  const std::size_t lender = headline.text.empty() ? find_lender(article, rules) : Headline::kNoLine;
  const auto add = [&](const ArticleLine& line) { assembly.add_line(line, zones.next(line)); };
  if (lender != Headline::kNoLine) add(article.lines[lender]);
  for (std::size_t i = 0; i < article.lines.size(); ++i)
    if (i != lender && article.lines[i].kept()) add(article.lines[i]);
  if (lender != Headline::kNoLine) {
    const ByteRange first = out.paragraphs.front().range;
    out.title_end =
        static_cast<std::uint32_t>(borrowed_title(std::string_view(out.text).substr(0, first.end)));
  }
  out.cuts = cuts_of(article, headline.line);
  out.signatures = std::move(article.signatures);
  return out;
}

ZonedText zone_text(const RawArticle& raw) {
  return zone_text(raw, OutletNames{});
}

}  // namespace mahdar
