#include "analyzers/about/actor.h"

#include <algorithm>
#include <bit>
#include <string>

namespace mahdar {
namespace {

constexpr std::uint32_t kRowDistance = 2;  ///< words between guarantors named in a row

std::uint32_t guarantor_bit(const std::vector<const Entity*>& guarantors, std::string_view code) {
  for (std::size_t i = 0; i < guarantors.size() && i < 32; ++i) {
    if (guarantors[i]->iso == code || guarantors[i]->id == code) return 1u << i;
  }
  return 0;
}

Actor actor_of(const EntityMatch& match, const std::vector<const Entity*>& guarantors,
               std::string_view date) {
  Actor actor{match.first_token, match.first_token + match.token_count, 0, false, false, match.range};
  const Entity& entity = *match.entity;
  actor.outlet = entity.kind == EntityKind::kSource;
  if (entity.kind == EntityKind::kPerson) {
    actor.person = true;
    actor.guarantors = guarantor_bit(guarantors, Taxonomy::delegation_on(entity, date));
  } else if (entity.kind == EntityKind::kCountry && entity.guarantor) {
    actor.guarantors = guarantor_bit(guarantors, entity.iso);
  }
  return actor;
}

/// A stretch that stands for several entities is read as the one that can best speak.
int rank(const Entity& entity) {
  switch (entity.kind) {
    case EntityKind::kPerson:
      return 3;
    case EntityKind::kCountry:
      return 2;
    case EntityKind::kPlace:
      return 0;
    default:
      return 1;
  }
}

std::vector<Actor> from_entities(const Reading& reading, const std::vector<const Entity*>& guarantors,
                                 std::string_view date) {
  std::vector<Actor> actors;
  const std::vector<EntityMatch>& matches = reading.entities;
  for (std::size_t i = 0; i < matches.size();) {
    std::size_t end = i + 1;
    while (end < matches.size() && matches[end].range == matches[i].range) ++end;
    const auto best = std::max_element(
        matches.begin() + static_cast<std::ptrdiff_t>(i), matches.begin() + static_cast<std::ptrdiff_t>(end),
        [](const EntityMatch& a, const EntityMatch& b) { return rank(*a.entity) < rank(*b.entity); });
    if (rank(*best->entity) > 0) actors.push_back(actor_of(*best, guarantors, date));
    i = end;
  }
  return actors;
}

void add_joint(std::vector<Actor>& actors, const Reading& reading, std::size_t guarantors,
               const std::vector<SpeechLexicon::Match>& cues) {
  const auto& tokens = reading.tokens.tokens();
  const std::uint32_t all = guarantors >= 32 ? ~0u : (1u << guarantors) - 1;
  std::vector<Actor> joint;
  std::vector<bool> taken(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const SpeechLexicon::Match& match = cues[i];
    if (match.cue != SpeechCue::kJoint) continue;
    const ByteRange range{tokens[i].begin, tokens[i + match.words - 1].end};
    joint.push_back({i, i + match.words, all, false, false, range});
    for (std::uint32_t word = i; word < i + match.words; ++word) taken[word] = true;
  }
  if (joint.empty()) return;
  std::erase_if(actors, [&](const Actor& actor) {
    return std::any_of(taken.begin() + actor.first_token, taken.begin() + actor.end_token,
                       [](bool t) { return t; });
  });
  actors.insert(actors.end(), joint.begin(), joint.end());
  std::sort(actors.begin(), actors.end(),
            [](const Actor& a, const Actor& b) { return a.first_token < b.first_token; });
}

/// "روسيا وتركيا وإيران", "الدول الضامنة تركيا وروسيا وإيران".
void join_rows(std::vector<Actor>& actors, const Reading& reading) {
  std::vector<Actor> out;
  for (const Actor& actor : actors) {
    const bool state = actor.guarantors != 0 && !actor.person;
    if (state && !out.empty() && out.back().guarantors != 0 && !out.back().person) {
      Actor& row = out.back();
      const Gap gap = reading.tokens[actor.first_token].gap;
      const bool near = actor.first_token < row.end_token + kRowDistance && gap >= Gap::kClause;
      const bool same = row.guarantors == actor.guarantors;
      const bool and_ =
          reading.tokens[actor.first_token].folded.starts_with("و") || std::popcount(row.guarantors) > 1;
      if (near && !same && and_) {
        row.guarantors |= actor.guarantors;
        row.end_token = actor.end_token;
        row.range.end = actor.range.end;
        continue;
      }
    }
    out.push_back(actor);
  }
  actors.swap(out);
}

}  // namespace

std::vector<Actor> find_actors(const Reading& reading, const std::vector<const Entity*>& guarantors,
                               const std::vector<SpeechLexicon::Match>& cues, std::string_view date) {
  std::vector<Actor> actors = from_entities(reading, guarantors, date);
  add_joint(actors, reading, guarantors.size(), cues);
  join_rows(actors, reading);
  return actors;
}

}  // namespace mahdar
