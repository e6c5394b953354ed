#include "analyzers/about/foreign_adjective.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::string_view kOfMasculine = "ي", kOfFeminine = "يه";

bool is_relative(std::string_view folded) {
  return folded.ends_with(kOfMasculine) || folded.ends_with(kOfFeminine);
}

bool is_form_of_state(const EntityMatch& match) {
  return match.entity->kind == EntityKind::kCountry && match.form == FormKind::kForm;
}

}  // namespace

bool has_article(std::string_view folded) {
  constexpr std::size_t kLetter = 2;  // bytes
  const auto begins = [](std::string_view word) { return word.starts_with("ال") || word.starts_with("لل"); };
  return begins(folded) || (folded.size() > kLetter && begins(folded.substr(kLetter)));
}

bool qualifies(const Token& noun, const Token& adjective) {
  if (adjective.gap != Gap::kSpace || !adjective.folded.starts_with("ال") || !has_article(noun.folded))
    return false;
  const bool feminine = noun.folded.ends_with("ه");
  return adjective.folded.ends_with(feminine ? kOfFeminine : kOfMasculine);
}

void drop_what_others_own(std::vector<EntityMatch>& matches, const TokenStream& tokens) {
  const auto of_another = [&](const EntityMatch& match, std::size_t i) {
    const std::uint32_t next = match.first_token + match.token_count;
    if (!is_form_of_state(match) || next >= tokens.size()) return false;
    const Token& noun = tokens[next - 1];
    if (is_relative(noun.folded) || !qualifies(noun, tokens[next])) return false;
    for (std::size_t k = i + 1; k < matches.size() && matches[k].first_token <= next; ++k)
      if (matches[k].first_token == next && is_form_of_state(matches[k]) && matches[k].entity != match.entity)
        return true;
    return false;
  };
  std::vector<EntityMatch> kept;
  kept.reserve(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i)
    if (!of_another(matches[i], i)) kept.push_back(matches[i]);
  matches.swap(kept);
}

}  // namespace mahdar
