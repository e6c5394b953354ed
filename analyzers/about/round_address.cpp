#include "analyzers/about/round_address.h"

#include <string>
#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"

namespace mahdar {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_arabic(std::string_view text) {
  return text.find('\xD8') != std::string_view::npos || text.find('\xD9') != std::string_view::npos;
}

/// The path with its escapes read and words set apart, without host and query.
std::string words_of_path(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (at == std::string_view::npos) return {};
  std::string words;
  for (; at < url.size() && url[at] != '?' && url[at] != '#'; ++at) {
    const bool escape =
        url[at] == '%' && at + 2 < url.size() && hex(url[at + 1]) >= 0 && hex(url[at + 2]) >= 0;
    if (escape) {
      words += static_cast<char>(hex(url[at + 1]) * 16 + hex(url[at + 2]));
      at += 2;
    } else {
      const bool between = url[at] == '-' || url[at] == '_' || url[at] == '+' || url[at] == '/';
      words += between ? ' ' : url[at];
    }
  }
  return words;
}

/// "…-أستانا-2": what a page of the same title got to tell it apart.
bool is_copy_number(const RoundCandidate& candidate, const TokenStream& tokens) {
  constexpr int kMostCopies = 4;
  return candidate.value <= kMostCopies && candidate.number_end == tokens.size() &&
         tokens[candidate.number_end - 1].kind == TokenKind::kNumber;
}

}  // namespace

int round_in_address(std::string_view url, const RoundWords& words, const Analyzer& analyzer,
                     const Taxonomy& taxonomy) {
  const std::string path = words_of_path(url);
  if (!is_arabic(path)) return 0;
  const TokenStream tokens = analyzer.analyze(path);
  const std::vector<DateMention> dates = find_dates(tokens);
  const RawArticle raw;
  const ZonedText zoned;
  const std::vector<EntityMatch> entities;
  const Reading reading{raw, zoned, tokens, entities, dates, taxonomy};
  int round = 0;
  for (const RoundCandidate& candidate : find_round_candidates(reading, words.mark(reading)).rounds) {
    if (candidate.range) return 0;
    if (candidate.owner != RoundOwner::kProcess || is_copy_number(candidate, tokens)) continue;
    if (round != 0 && round != candidate.value) return 0;
    round = candidate.value;
  }
  return round;
}

}  // namespace mahdar
