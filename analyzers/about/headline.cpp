#include "analyzers/about/headline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/about/line_key.h"

namespace mahdar {
namespace {

constexpr std::size_t kHead = 12;            ///< lines among which titles are looked for
constexpr std::size_t kFewestWords = 3;      ///< of a headline
constexpr std::size_t kKickerWords = 6;      ///< a kicker is shorter than this or equal
constexpr std::size_t kLongestTagline = 60;  ///< bytes

/// Kickers hang on the headline below them and open with one of these ("مع الجولة الثامنة من المحادثات").
constexpr std::array<std::string_view, 9> kKickerOpenings = {"مع",   "بعد", "قبل", "قبيل",    "عقب",
                                                             "خلال", "وسط", "رغم", "بالتزامن"};

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// Whether `longer` is `title` and a site's name or motto behind a dash or bar.
bool is_title_with_tagline(std::string_view longer, std::string_view title) {
  if (longer.size() <= title.size() || !longer.starts_with(title)) return false;
  std::string_view rest = longer.substr(title.size());
  if (rest.size() > kLongestTagline) return false;
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  for (const std::string_view mark : {"-", "|", "–", "—", "::", "»", "«", "/", "•"}) {
    if (rest.starts_with(mark)) return true;
  }
  return false;
}

bool looks_like_headline(const ArticleLine& line, const BoilerplateRules& rules) {
  if (line.full || line.text.ends_with('.') || line.text.ends_with(':') || line.text.ends_with("،"))
    return false;
  if (line.text.ends_with("…")) return false;
  return count_words(line.key) >= kFewestWords && !rules.is_stamp(line.key);
}

bool is_kicker(const ArticleLine& line) {
  if (count_words(line.key) > kKickerWords) return false;
  return std::any_of(kKickerOpenings.begin(), kKickerOpenings.end(),
                     [&](std::string_view opening) { return starts_with_words(line.key, opening); });
}

/// Headline-like lines before the first paragraph or sentence.
std::vector<std::size_t> candidates(const ArticleLines& article, const BoilerplateRules& rules) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < article.lines.size() && found.size() < kHead; ++i) {
    const ArticleLine& line = article.lines[i];
    if (!line.kept()) continue;
    if (looks_like_headline(line, rules))
      found.push_back(i);
    else if (line.full || line.text.ends_with('.'))
      break;
  }
  return found;
}

std::size_t choose(const ArticleLines& article, const std::vector<std::size_t>& candidates) {
  const auto& lines = article.lines;
  for (const std::size_t i : candidates) {
    for (const std::size_t k : candidates) {
      const bool repeated = i < k && lines[i].key == lines[k].key;
      if (repeated || is_title_with_tagline(lines[k].text, lines[i].text)) return i;
    }
  }
  if (candidates.size() > 1 && is_kicker(lines[candidates[0]]) && !is_kicker(lines[candidates[1]])) {
    return candidates[1];
  }
  return candidates.front();
}

/// The line of the given title, or of the title without the tagline that the metadata add.
std::size_t find_given(const ArticleLines& article, std::string_view given) {
  const std::string key = line_key(given);
  const std::size_t head = std::min(article.lines.size(), kHead);
  for (std::size_t i = 0; i < head; ++i) {
    const ArticleLine& line = article.lines[i];
    if (line.role != LineRole::kText || line.full) continue;
    if (line.key == key) return i;
    if (count_words(line.key) >= kFewestWords && is_title_with_tagline(given, line.text)) return i;
  }
  return Headline::kNoLine;
}

constexpr std::string_view kTitleAgain = "title-again";

void cut_title_lines(ArticleLines& article, std::string_view title) {
  const std::string key = line_key(title);
  for (ArticleLine& line : article.lines) {
    if (line.full) continue;
    if (line.key == key || is_title_with_tagline(line.text, title)) line.cut_by = kTitleAgain;
  }
}

}  // namespace

Headline take_headline(ArticleLines& article, std::string_view given, const BoilerplateRules& rules) {
  Headline headline;
  if (!rules.is_date(line_key(given))) headline.text = one_line(given);
  if (!headline.text.empty()) {
    headline.line = find_given(article, headline.text);
  } else if (const std::vector<std::size_t> found = candidates(article, rules); !found.empty()) {
    headline.line = choose(article, found);
  }
  if (headline.line != Headline::kNoLine) headline.text = article.lines[headline.line].text;
  if (!headline.text.empty()) cut_title_lines(article, headline.text);
  return headline;
}

}  // namespace mahdar
