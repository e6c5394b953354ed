#include "schema/taxonomy_draft.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "schema/ascii.h"

namespace mahdar {

namespace {

using Fault = std::optional<InputError>;

/// Remembers where each key stood first.
template <typename Key>
class FirstSeen {
 public:
  FirstSeen(const TaxonomyDraft& draft, std::string_view what) : draft_(draft), what_(what) {}

  /// A fault where `key` stood before.
  Fault add(const Key& key, TaxonomyLine at, std::string_view remedy) {
    const auto [it, is_new] = seen_.emplace(key, at);
    if (is_new) return std::nullopt;
    const TaxonomyLine first = it->second;
    return draft_.error(
        at,
        fmt::format("{} {} stands twice: first at {}:{}", what_, key, draft_.paths[first.text], first.line),
        std::string(remedy));
  }

 private:
  const TaxonomyDraft& draft_;
  std::string_view what_;
  std::map<Key, TaxonomyLine> seen_;
};

Fault find_double_entities(const TaxonomyDraft& draft) {
  FirstSeen<std::string> ids(draft, "id");
  FirstSeen<std::string> codes(draft, "country code");
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    const Entity& entity = draft.entities[i];
    if (Fault fault = ids.add(entity.id, draft.entity_lines[i], "give each entity an id of its own"))
      return fault;
    if (entity.iso.empty()) continue;
    if (Fault fault = codes.add(entity.iso, draft.entity_lines[i], "keep one entry a country")) return fault;
  }
  return std::nullopt;
}

Fault find_double_topics_and_rounds(const TaxonomyDraft& draft) {
  FirstSeen<std::string> ids(draft, "topic id or alias");
  for (std::size_t i = 0; i < draft.topics.size(); ++i) {
    std::vector<std::string> all = draft.topics[i].aliases;
    all.push_back(draft.topics[i].id);
    for (const std::string& id : all)
      if (Fault fault = ids.add(id, draft.topic_lines[i], "give each topic ids of its own")) return fault;
  }
  FirstSeen<std::string> framings(draft, "framing id");
  for (std::size_t i = 0; i < draft.framings.size(); ++i)
    if (Fault fault =
            framings.add(draft.framings[i].id, draft.framing_lines[i], "give each framing an id of its own"))
      return fault;
  FirstSeen<int> numbers(draft, "round");
  for (std::size_t i = 0; i < draft.rounds.size(); ++i)
    if (Fault fault = numbers.add(draft.rounds[i].number, draft.round_lines[i], "number each round once"))
      return fault;
  return std::nullopt;
}

/// Two entities of one kind under one name could not be told apart in a text.
Fault find_double_names(const TaxonomyDraft& draft) {
  std::map<EntityKind, std::unordered_map<std::string, std::size_t>> owners;
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    const Entity& entity = draft.entities[i];
    for (const std::string& name : entity.names) {
      const auto [it, is_new] = owners[entity.kind].emplace(ascii_lower(name), i);
      if (is_new) continue;
      const Entity& owner = draft.entities[it->second];
      if (it->second == i)
        return draft.error(draft.entity_lines[i],
                           fmt::format("\"{}\" stands twice in the names of \"{}\"", name, entity.id),
                           "keep it once");
      return draft.error(draft.entity_lines[i],
                         fmt::format("\"{}\" is a name of \"{}\" and of \"{}\"", name, owner.id, entity.id),
                         "keep it with one of them, or give both a longer spelling");
    }
  }
  return std::nullopt;
}

/// What each kind of reference may lead to.
class Targets {
 public:
  explicit Targets(const TaxonomyDraft& draft) {
    for (const Entity& entity : draft.entities) {
      by_id_.emplace(entity.id, &entity);
      if (!entity.iso.empty()) codes_.insert(entity.iso);
    }
  }

  bool has(ReferenceKind kind, const std::string& id) const {
    if (kind == ReferenceKind::kCountryCode) return codes_.contains(id);
    if (kind == ReferenceKind::kDelegation && codes_.contains(id)) return true;
    const auto it = by_id_.find(id);
    if (it == by_id_.end()) return false;
    const EntityKind found = it->second->kind;
    switch (kind) {
      case ReferenceKind::kPerson:
        return found == EntityKind::kPerson;
      case ReferenceKind::kPlace:
        return found == EntityKind::kPlace;
      case ReferenceKind::kDelegation:
        return found == EntityKind::kOrganisation || found == EntityKind::kArmedGroup;
      default:
        return true;
    }
  }

 private:
  std::unordered_map<std::string_view, const Entity*> by_id_;
  std::set<std::string, std::less<>> codes_;
};

std::string_view name_of(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::kPerson:
      return "person";
    case ReferenceKind::kPlace:
      return "place";
    case ReferenceKind::kCountryCode:
      return "country code";
    case ReferenceKind::kDelegation:
      return "country code or organisation";
    default:
      return "entity";
  }
}

Fault find_lost_references(const TaxonomyDraft& draft) {
  const Targets targets(draft);
  for (const TaxonomyReference& reference : draft.references) {
    if (targets.has(reference.kind, reference.id)) continue;
    const std::string_view kind = name_of(reference.kind);
    return draft.error(reference.at,
                       fmt::format("{} refers to \"{}\": no such {}", reference.from, reference.id, kind),
                       fmt::format("correct it, or add the {}", kind));
  }
  return std::nullopt;
}

Fault find_chained_same_as(const TaxonomyDraft& draft) {
  std::unordered_map<std::string_view, const Entity*> by_id;
  for (const Entity& entity : draft.entities) by_id.emplace(entity.id, &entity);
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    const Entity& entity = draft.entities[i];
    if (entity.same_as.empty() || by_id.at(entity.same_as)->same_as.empty()) continue;
    return draft.error(
        draft.entity_lines[i],
        fmt::format("\"{}\" is the same as \"{}\", which itself has same_as", entity.id, entity.same_as),
        "let both refer to the lasting entity");
  }
  return std::nullopt;
}

}  // namespace

std::optional<InputError> find_fault(const TaxonomyDraft& draft) {
  if (!draft.process)
    return draft.error({}, "the taxonomy has no [process]", "add one: see schema/data/process.toml");
  for (const auto find : {find_double_entities, find_double_topics_and_rounds, find_double_names,
                          find_lost_references, find_chained_same_as})
    if (Fault fault = find(draft)) return fault;
  return std::nullopt;
}

}  // namespace mahdar
