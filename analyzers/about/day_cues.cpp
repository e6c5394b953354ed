#include "analyzers/about/day_cues.h"

#include <stdexcept>
#include <string>

#include "analyzers/about/word_phrases.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

namespace {

DayCue::Kind kind_named(std::string_view name) {
  if (name == "begins") return DayCue::Kind::kBegins;
  if (name == "ends") return DayCue::Kind::kEnds;
  if (name == "coming") return DayCue::Kind::kComing;
  if (name == "arrives") return DayCue::Kind::kArrives;
  if (name == "preview") return DayCue::Kind::kPreview;
  throw std::logic_error("day_cues.tsv: unknown kind " + std::string(name));
}

bool joins(const Token&, const Token& token) {
  return token.gap == Gap::kSpace || token.gap == Gap::kJoined;
}

}  // namespace

DayCueFinder::DayCueFinder() {
  for (const std::string_view line : word_list("day_cues.tsv")) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 2) throw std::logic_error("day_cues.tsv: wrong row: " + std::string(line));
    add_phrases(trie_, fields[1], static_cast<std::uint32_t>(kind_named(fields[0])), true);
  }
  trie_.build();
}

const DayCueFinder& DayCueFinder::instance() {
  static const DayCueFinder finder;
  return finder;
}

std::vector<DayCue> DayCueFinder::find(const TokenStream& tokens) const {
  std::vector<DayCue> cues;
  std::uint32_t free_from = 0;
  for_each_marked(tokens, trie_.phrase_mark(), [&](std::uint32_t i) {
    if (i < free_from) return;
    DayCue cue{DayCue::Kind::kBegins, i, 0};
    trie_.match(tokens.tokens(), i, joins, [&](std::uint32_t kind, std::uint32_t words, bool) {
      if (words > cue.token_count) cue = {static_cast<DayCue::Kind>(kind), i, words};
    });
    if (cue.token_count == 0) return;
    cues.push_back(cue);
    free_from = i + cue.token_count;
  });
  return cues;
}

}  // namespace mahdar
