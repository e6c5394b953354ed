#include "searcher/highlight/highlighter.h"

#include <algorithm>
#include <optional>
#include <string>

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

/// How one word answers a target that is no phrase and no name.
std::optional<MatchStep> single_step(const Token& token, const MatchTarget& target) {
  const TargetWord& word = target.words.front();
  switch (target.kind) {
    case TargetKind::kWord:
      return reaches(token, word, target) ? word_step(token, word) : std::nullopt;
    case TargetKind::kPrefix:
      return token.folded.starts_with(word.folded) || token.stem.starts_with(word.folded)
                 ? std::optional(MatchStep::kPrefix)
                 : std::nullopt;
    case TargetKind::kNear:
      return std::ranges::find(target.near, token.folded) != target.near.end()
                 ? std::optional(MatchStep::kNear)
                 : std::nullopt;
    default:
      return std::nullopt;
  }
}

class MarkFinder {
 public:
  MarkFinder(const TokenStream& tokens, std::uint32_t title_end, std::span<const MatchTarget> targets)
      : tokens_(tokens.tokens()), title_end_(title_end), targets_(targets) {}

  std::vector<Mark> run(const TokenStream& tokens, const Gazetteer& gazetteer) {
    bool names = false;
    for (std::uint32_t t = 0; t < targets_.size(); ++t) {
      const TargetKind kind = targets_[t].kind;
      if (kind == TargetKind::kConcept) {
        names = true;
      } else if (kind == TargetKind::kPhrase) {
        mark_phrase(t);
      } else {
        mark_words(t);
      }
    }
    if (names) mark_names(gazetteer.find(tokens));
    std::ranges::sort(marks_, [](const Mark& a, const Mark& b) {
      return a.token != b.token ? a.token < b.token
             : a.step != b.step ? a.step < b.step
                                : a.target < b.target;
    });
    const auto same = std::ranges::unique(marks_, {}, &Mark::token);
    marks_.erase(same.begin(), same.end());
    return std::move(marks_);
  }

 private:
  bool in_reach(std::size_t token, const MatchTarget& target) const {
    return !target.title || tokens_[token].end <= title_end_;
  }

  void mark_words(std::uint32_t t) {
    for (std::uint32_t i = 0; i < tokens_.size() && in_reach(i, targets_[t]); ++i)
      if (const auto step = single_step(tokens_[i], targets_[t])) marks_.push_back({i, t, *step});
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

  void mark_phrase(std::uint32_t t) {
    const MatchTarget& target = targets_[t];
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (phrase_at(i, target)) {
        for (std::size_t k = 0; k < target.words.size(); ++k)
          marks_.push_back(
              {static_cast<std::uint32_t>(i + k), t, *word_step(tokens_[i + k], target.words[k])});
      }
      for (const auto& stems : target.alternatives) {
        if (!stems_at(i, stems, target)) continue;
        for (std::size_t k = 0; k < stems.size(); ++k)
          marks_.push_back({static_cast<std::uint32_t>(i + k), t, MatchStep::kAlias});
      }
    }
  }

  void mark_names(const std::vector<EntityMatch>& entities) {
    for (const EntityMatch& match : entities) {
      if (match.form != FormKind::kName) continue;
      for (std::uint32_t t = 0; t < targets_.size(); ++t) {
        if (targets_[t].kind != TargetKind::kConcept || targets_[t].entity != concept_id(*match.entity))
          continue;
        for (std::uint32_t k = 0; k < match.token_count; ++k)
          if (in_reach(match.first_token + k, targets_[t]))
            marks_.push_back({match.first_token + k, t, MatchStep::kAlias});
      }
    }
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
  }
  return "";
}

std::vector<Mark> find_marks(const TokenStream& tokens, std::uint32_t title_end,
                             std::span<const MatchTarget> targets, const Gazetteer& gazetteer) {
  return MarkFinder(tokens, title_end, targets).run(tokens, gazetteer);
}

}  // namespace mahdar
