#include "searcher/highlight/highlighter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>

#include "searcher/query/entity_concept.h"

namespace mahdar {
namespace {

std::optional<MatchStep> word_step(const Token& token, const TargetWord& word) {
  if (token.exact == word.exact) return MatchStep::kExact;
  if (token.folded == word.folded) return MatchStep::kFolded;
  if (token.stem == word.stem) return MatchStep::kStem;
  return std::nullopt;
}

/// Whether the word is close enough for a target of that exactness.
bool reaches(const Token& token, const TargetWord& word, const MatchTarget& target) {
  if (target.exact) return token.exact == word.exact;
  return target.folded ? token.folded == word.folded : token.stem == word.stem;
}

bool begins_with(const Token& token, const MatchTarget& target) {
  const std::string& beginning = target.words.front().folded;
  return token.folded.starts_with(beginning) || token.stem.starts_with(beginning);
}

/// Near spellings are up to fifty words a target: they are looked up by hash.
std::vector<std::uint64_t> hashes_of(const std::vector<std::string>& folded) {
  std::vector<std::uint64_t> hashes;
  for (const std::string& word : folded) hashes.push_back(hash_word(word));
  std::ranges::sort(hashes);
  return hashes;
}

class MarkFinder {
 public:
  MarkFinder(const TokenStream& tokens, std::uint32_t title_end, std::span<const MatchTarget> targets)
      : tokens_(tokens.tokens()), title_end_(title_end), targets_(targets) {}

  std::vector<Mark> run(const TokenStream& tokens, const Gazetteer& gazetteer) {
    bool names = false;
    for (std::uint32_t t = 0; t < targets_.size(); ++t) {
      switch (targets_[t].kind) {
        case TargetKind::kConcept:
          names = true;
          break;
        case TargetKind::kPhrase:
          mark_phrase(t);
          break;
        case TargetKind::kPrefix:
          mark_all(t, MatchStep::kPrefix, begins_with);
          break;
        case TargetKind::kNear:
          mark_near(t);
          break;
        case TargetKind::kWord:
          mark_words(t);
          break;
      }
    }
    if (names) mark_names(gazetteer.find(tokens));
    for (std::uint32_t t = 0; t < targets_.size(); ++t)
      if (!targets_[t].family.empty() && !is_marked(t)) mark_family(t);
    std::ranges::sort(marks_, [](const Mark& a, const Mark& b) {
      return std::tie(a.token, a.step, a.target) < std::tie(b.token, b.step, b.target);
    });
    drop_doubles();
    return std::move(marks_);
  }

 private:
  bool in_reach(std::size_t token, const MatchTarget& target) const {
    return !target.title || tokens_[token].end <= title_end_;
  }

  void add(std::size_t token, std::uint32_t t, MatchStep step) {
    const auto i = static_cast<std::uint32_t>(token);
    marks_.push_back({.token = i, .target = t, .step = step, .first = i});
  }

  template <typename Fits>
  void mark_all(std::uint32_t t, MatchStep step, Fits fits) {
    for (std::size_t i = 0; i < tokens_.size() && in_reach(i, targets_[t]); ++i)
      if (fits(tokens_[i], targets_[t])) add(i, t, step);
  }

  void mark_words(std::uint32_t t) {
    const MatchTarget& target = targets_[t];
    for (std::size_t i = 0; i < tokens_.size() && in_reach(i, target); ++i)
      if (reaches(tokens_[i], target.words.front(), target))
        add(i, t, *word_step(tokens_[i], target.words.front()));
  }

  void mark_near(std::uint32_t t) {
    const auto hashes = hashes_of(targets_[t].near);
    const std::unordered_set<std::string_view> stems(targets_[t].family.begin(), targets_[t].family.end());
    mark_all(t, MatchStep::kNear, [&](const Token& token, const MatchTarget& target) {
      if (!token.stop && stems.contains(token.stem)) return true;
      return std::ranges::binary_search(hashes, token.hash) &&
             std::ranges::find(target.near, token.folded) != target.near.end();
    });
  }

  /// Whether the target's words stand somewhere, also under another name.
  bool is_marked(std::uint32_t t) const {
    return std::ranges::any_of(marks_, [&](const Mark& mark) {
      const ByteRange& range = targets_[mark.target].query_range;
      return range.begin <= targets_[t].query_range.begin && targets_[t].query_range.begin < range.end &&
             mark.step != MatchStep::kFamily;
    });
  }

  void mark_family(std::uint32_t t) {
    const std::unordered_set<std::string_view> stems(targets_[t].family.begin(), targets_[t].family.end());
    mark_all(t, MatchStep::kFamily, [&](const Token& token, const MatchTarget&) {
      return !token.stop && stems.contains(token.stem);
    });
  }

  /// Whether `size` words from the i-th on stand side by side.
  bool adjoining(std::size_t i, std::size_t size, const MatchTarget& target) const {
    return i + size <= tokens_.size() && in_reach(i + size - 1, target) &&
           tokens_[i + size - 1].position == tokens_[i].position + size - 1;
  }

  bool phrase_at(std::size_t i, const MatchTarget& target) const {
    if (!adjoining(i, target.words.size(), target)) return false;
    for (std::size_t k = 0; k < target.words.size(); ++k) {
      if (!reaches(tokens_[i + k], target.words[k], target)) return false;
    }
    return true;
  }

  bool stems_at(std::size_t i, const std::vector<std::string>& stems, const MatchTarget& target) const {
    if (!adjoining(i, stems.size(), target)) return false;
    for (std::size_t k = 0; k < stems.size(); ++k)
      if (tokens_[i + k].stem != stems[k]) return false;
    return true;
  }

  void add_run(std::size_t first, std::size_t count, std::uint32_t t, bool as_typed) {
    const MatchTarget& target = targets_[t];
    for (std::size_t k = 0; k < count; ++k)
      marks_.push_back(
          {.token = static_cast<std::uint32_t>(first + k),
           .target = t,
           .step = as_typed ? *word_step(tokens_[first + k], target.words[k]) : MatchStep::kAlias,
           .word = as_typed ? static_cast<std::uint16_t>(k) : Mark::kNoWord,
           .first = static_cast<std::uint32_t>(first),
           .count = static_cast<std::uint16_t>(count)});
  }

  void mark_phrase(std::uint32_t t) {
    const MatchTarget& target = targets_[t];
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (phrase_at(i, target)) add_run(i, target.words.size(), t, true);
      for (const auto& stems : target.alternatives)
        if (stems_at(i, stems, target)) add_run(i, stems.size(), t, false);
    }
  }

  void mark_names(const std::vector<EntityMatch>& entities) {
    for (const EntityMatch& match : entities) {
      if (match.form != FormKind::kName || match.token_count == 0) continue;
      for (std::uint32_t t = 0; t < targets_.size(); ++t) {
        if (targets_[t].kind != TargetKind::kConcept || targets_[t].entity != concept_id(*match.entity))
          continue;
        if (in_reach(match.first_token + match.token_count - 1, targets_[t]))
          add_run(match.first_token, match.token_count, t, false);
      }
    }
  }

  /// One stretch may stand for a name several times (a state and its capital).
  void drop_doubles() {
    std::size_t kept = 0;
    for (const Mark& mark : marks_) {
      bool again = false;
      for (std::size_t i = kept; i > 0 && marks_[i - 1].token == mark.token; --i)
        again = again || marks_[i - 1].target == mark.target;
      if (!again) marks_[kept++] = mark;
    }
    marks_.resize(kept);
  }

  const std::vector<Token>& tokens_;
  std::uint32_t title_end_;
  std::span<const MatchTarget> targets_;
  std::vector<Mark> marks_;
};

}  // namespace

std::string_view step_name(MatchStep step) {
  switch (step) {
    case MatchStep::kExact:
      return "exact";
    case MatchStep::kFolded:
      return "folded";
    case MatchStep::kStem:
      return "stem";
    case MatchStep::kAlias:
      return "alias";
    case MatchStep::kPrefix:
      return "prefix";
    case MatchStep::kNear:
      return "near";
    case MatchStep::kFamily:
      return "family";
  }
  return "";
}

std::vector<Mark> find_marks(const TokenStream& tokens, std::uint32_t title_end,
                             std::span<const MatchTarget> targets, const Gazetteer& gazetteer) {
  return MarkFinder(tokens, title_end, targets).run(tokens, gazetteer);
}

}  // namespace mahdar
