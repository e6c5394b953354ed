#include "analyzers/about/round_reader.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "analyzers/about/date_finder.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/round_binding.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_words.h"

namespace mahdar {
namespace {

/// Whether the words name a place of other rounds, which stands for another meeting there ("سوتشي").
bool names_other_place(const std::vector<EntityMatch>& entities, const MarkedText& marked, const Round& round,
                       const Taxonomy& taxonomy) {
  return std::ranges::any_of(entities, [&](const EntityMatch& match) {
    if (match.entity->id == round.city || (marked.kinds[match.first_token] & kProcessWord) != 0) return false;
    return std::ranges::any_of(taxonomy.rounds(),
                               [&](const Round& other) { return other.city == match.entity->id; });
  });
}

bool counts_rounds(const RoundCandidate& candidate, const TokenStream& tokens, const MarkedText& marked) {
  if (candidate.rule == "venue+number" || candidate.range || candidate.list) return false;
  return candidate.owner == RoundOwner::kProcess || (marked.kinds[candidate.first] & kHeadEdition) != 0 ||
         candidate.edition || tokens[candidate.first].kind == TokenKind::kLatin;
}

}  // namespace

struct RoundReader::Rules {
  const Taxonomy& taxonomy;
  const Analyzer& analyzer;
  std::once_flag reading{};
  std::optional<RoundWords> words{};

  const RoundWords& ready() {
    std::call_once(reading, [this] { words.emplace(taxonomy, analyzer, taxonomy.rounds().back().number); });
    return *words;
  }
};

RoundReader::RoundReader(const Taxonomy& taxonomy, const Analyzer& analyzer)
    : rules_(new Rules{taxonomy, analyzer}) {}

RoundReader::~RoundReader() = default;

std::vector<RoundName> RoundReader::find(const TokenStream& tokens,
                                         const std::vector<EntityMatch>& entities) const {
  std::vector<RoundName> names;
  const Taxonomy& taxonomy = rules_->taxonomy;
  if (tokens.size() < 2 || taxonomy.rounds().empty()) return names;
  const RawArticle raw;
  const ZonedText zoned;
  const std::vector<DateMention> dates = find_dates(tokens);
  const Reading reading{raw, zoned, tokens, entities, dates, taxonomy};
  const MarkedText marked = rules_->ready().mark(reading);
  for (const RoundCandidate& candidate : find_round_candidates(reading, marked).rounds) {
    const Round* const round = taxonomy.round(candidate.value);
    if (round == nullptr || candidate.owner == RoundOwner::kRival ||
        !counts_rounds(candidate, tokens, marked))
      continue;
    if (candidate.owner == RoundOwner::kOpen &&
        owner_in_sentence(tokens, marked, candidate.first) == RoundOwner::kRival)
      continue;
    if (names_other_place(entities, marked, *round, taxonomy)) continue;
    const std::uint32_t end = std::max(candidate.number_end, candidate.end);
    const bool further = !names.empty() && candidate.first < names.back().end;
    if (further && (candidate.rule != "number+number" || end <= names.back().end)) continue;
    names.push_back({candidate.value, further ? names.back().end : candidate.first, end});
  }
  return names;
}

}  // namespace mahdar
