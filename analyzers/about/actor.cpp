#include "analyzers/about/actor.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "analyzers/text/token_gap.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kRowDistance = 2;          ///< words between guarantors named in a row
constexpr std::uint32_t kCounterpartDistance = 9;  ///< words from a name, over place and date, to "مع نظيره"
constexpr std::uint32_t kOfficeDistance = 2;  ///< words from "وزير" to "الروسي"
constexpr std::uint32_t kMediaDistance = 2;   ///< words from "وكالة" to the state it belongs to

std::uint32_t guarantor_bit(const std::vector<const Entity*>& guarantors, std::string_view code) {
  for (std::size_t i = 0; i < guarantors.size() && i < 32; ++i) {
    if (guarantors[i]->iso == code || guarantors[i]->id == code) return 1u << i;
  }
  return 0;
}

Actor actor_of(const EntityMatch& match, const std::vector<const Entity*>& guarantors,
               std::string_view date) {
  Actor actor{match.first_token, match.first_token + match.token_count, 0, false, false, false, match.range};
  const Entity& entity = *match.entity;
  actor.outlet = entity.kind == EntityKind::kSource;
  if (entity.kind == EntityKind::kPerson) {
    actor.person = true;
    actor.guarantors = guarantor_bit(guarantors, Taxonomy::delegation_on(entity, date));
  } else if (entity.kind == EntityKind::kCountry && entity.guarantor) {
    actor.guarantors = guarantor_bit(guarantors, entity.iso);
  } else if (entity.kind == EntityKind::kOrganisation || entity.kind == EntityKind::kArmedGroup) {
    actor.guarantors = guarantor_bit(guarantors, entity.country);
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
  std::uint32_t place_end = ~0u;
  actors.reserve(matches.size());
  for (std::size_t i = 0; i < matches.size();) {
    std::size_t end = i + 1;
    while (end < matches.size() && matches[end].range == matches[i].range) ++end;
    const auto best = std::max_element(
        matches.begin() + static_cast<std::ptrdiff_t>(i), matches.begin() + static_cast<std::ptrdiff_t>(end),
        [](const EntityMatch& a, const EntityMatch& b) { return rank(*a.entity) < rank(*b.entity); });
    // "الشؤون العربية" is no broadcaster: a name that only counts in datelines never speaks inside a text;
    // "سوتشي الروسية" is where they meet, not who comes
    const bool of_place = best->first_token == place_end && best->token_count == 1 &&
                          best->entity->kind == EntityKind::kCountry;
    if (best->entity->kind == EntityKind::kPlace) place_end = best->first_token + best->token_count;
    if (rank(*best->entity) > 0 && best->form != FormKind::kDateline && !of_place)
      actors.push_back(actor_of(*best, guarantors, date));
    i = end;
  }
  return actors;
}

void add_joint(std::vector<Actor>& actors, const Reading& reading, std::size_t guarantors,
               const std::vector<SpeechLexicon::Match>& cues) {
  const auto& tokens = reading.tokens.tokens();
  const std::uint32_t all = guarantors >= 32 ? ~0u : (1u << guarantors) - 1;
  std::vector<Actor> joint;
  for_each_marked(reading.tokens, PhraseMark::kJoint, [&](std::uint32_t i) {
    const SpeechLexicon::Match& match = cues[i];
    if (match.cue != SpeechCue::kJoint) return;
    const ByteRange range{tokens[i].begin, tokens[i + match.words - 1].end};
    joint.push_back({i, i + match.words, all, false, false, false, range});
  });
  if (joint.empty()) return;
  std::erase_if(actors, [&](const Actor& actor) {
    return std::ranges::any_of(joint, [&](const Actor& all_of_them) {
      return all_of_them.first_token < actor.end_token && actor.first_token < all_of_them.end_token;
    });
  });
  actors.insert(actors.end(), joint.begin(), joint.end());
  std::sort(actors.begin(), actors.end(),
            [](const Actor& a, const Actor& b) { return a.first_token < b.first_token; });
}

bool is_adjective(const Actor& actor, const Reading& reading) {
  const std::string_view word = reading.tokens[actor.first_token].folded;
  return actor.end_token == actor.first_token + 1 && !actor.person && !actor.outlet &&
         (word.ends_with("يه") || word.ends_with("ي"));
}

void mark_bare(std::vector<Actor>& actors, const Reading& reading, const SpeechLexicon& lexicon) {
  for (Actor& actor : actors) {
    if (!is_adjective(actor, reading)) continue;
    actor.bare = true;
    const std::uint32_t first = actor.first_token;
    for (std::uint32_t i = first; i > 0 && first - i < kOfficeDistance; --i) {
      if (reading.tokens[i].gap < Gap::kClause) break;
      if (lexicon.is_office(reading.tokens[i - 1])) actor.bare = false;
    }
  }
}

/// "وكالة سبوتنيك الروسية", "وسائل إعلام روسية": an adjective behind an outlet tells only where it belongs.
void drop_media(std::vector<Actor>& actors, const Reading& reading,
                const std::vector<SpeechLexicon::Match>& cues) {
  const auto behind_media = [&](const Actor& actor) {
    const std::uint32_t first = actor.first_token;
    if (!is_adjective(actor, reading)) return false;
    for (std::uint32_t i = first; i > 0 && first - i < kMediaDistance; --i) {
      if (reading.tokens[i].gap <= Gap::kSentence) return false;
      if (cues[i - 1].cue == SpeechCue::kMedia) return true;
    }
    return false;
  };
  const auto behind_outlet = [&](const Actor& before, const Actor& actor) {
    return before.outlet && before.end_token == actor.first_token && !actor.person &&
           reading.tokens[actor.first_token].gap >= Gap::kClause &&
           reading.tokens[actor.first_token].folded.ends_with("يه");
  };
  Actor before;
  std::size_t kept = 0;
  for (const Actor& next : actors) {
    const Actor actor = next;
    if (!behind_media(actor) && !behind_outlet(before, actor)) actors[kept++] = actor;
    before = actor;
  }
  actors.resize(kept);
}

/// "أنقرة، 16 أيلول", "أنقرة (وكالات)": where a text was written.
bool is_dateline(const Actor& actor, const Reading& reading) {
  const auto& tokens = reading.tokens.tokens();
  const bool opens = actor.first_token == 0 || tokens[actor.first_token].gap == Gap::kParagraph;
  if (!opens || actor.end_token >= tokens.size() || actor.range.begin < reading.zoned.title_end) return false;
  const std::string_view between = text_between(tokens[actor.end_token - 1], tokens[actor.end_token]);
  constexpr std::array<std::string_view, 7> kMarks = {"-", "–", "(", "/", "|", ",", "،"};
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return between.find(mark) != std::string_view::npos; });
}

/// "قمة ثلاثية في أنقرة", "قمة طهران": where they meet. Behind a comma a headline comments: "والسبب في
/// موسكو".
bool is_venue(const Actor& actor, const Reading& reading) {
  const auto& tokens = reading.tokens.tokens();
  std::uint32_t i = actor.first_token;
  if (i == 0 || tokens[i].gap < Gap::kSpace) return false;
  if (tokens[i - 1].folded != "في" && tokens[i - 1].folded != "قمه") return false;
  if (actor.range.begin >= reading.zoned.title_end) return true;
  while (i > 0 && tokens[i].gap >= Gap::kSpace) --i;
  return i == 0 || tokens[i].gap < Gap::kClause;
}

/// A state or its capital that only tells where something is does nothing.
void drop_places(std::vector<Actor>& actors, const Reading& reading) {
  std::erase_if(actors, [&](const Actor& actor) {
    const bool one = actor.end_token == actor.first_token + 1 && !actor.person && actor.guarantors != 0;
    return one && (is_dateline(actor, reading) || is_venue(actor, reading));
  });
}

/// Gives each actor to the one kept before it, which may take it up: then it is dropped.
template <typename TakeUp>
void join(std::vector<Actor>& actors, const TakeUp& take_up) {
  std::size_t kept = 0;
  for (const Actor& actor : actors) {
    if (kept > 0 && take_up(actors[kept - 1], actor)) continue;
    actors[kept++] = actor;
  }
  actors.resize(kept);
}

/// "الرئيس الروسي فلاديمير بوتين": an office and who holds it are one.
void join_appositions(std::vector<Actor>& actors, const Reading& reading) {
  join(actors, [&](Actor& office, const Actor& actor) {
    const Token& token = reading.tokens[actor.first_token];
    const bool holder = actor.person && actor.guarantors != 0 && !office.person &&
                        office.guarantors == actor.guarantors && office.end_token == actor.first_token &&
                        token.gap >= Gap::kClause && !token.folded.starts_with("و");
    if (!holder) return false;
    office.person = true;
    office.bare = false;
    office.end_token = actor.end_token;
    office.range.end = actor.range.end;
    return true;
  });
}

/// "أبلغ لافروف نظيره التركي": one speaks, the other is told; not so in "أكد لافروف مع نظيره", "ونظيره".
bool is_told_by(const Actor& teller, std::uint32_t counterpart, const Reading& reading,
                const std::vector<SpeechLexicon::Match>& cues) {
  constexpr std::uint32_t kVerbDistance = 5;  ///< words from "أبلغ" to the end of "وزير الخارجية الروسي"
  const bool joined = reading.tokens[counterpart].folded.starts_with("و");
  if (counterpart != teller.end_token || joined || cues[counterpart].words > 1) return false;
  for (std::uint32_t i = teller.first_token; i > 0 && teller.first_token - i < kVerbDistance; --i) {
    if (reading.tokens[i].gap < Gap::kClause) return false;
    if (is_verb(cues[i - 1].cue)) return cues[i - 1].cue == SpeechCue::kSays;
  }
  return false;
}

/// "أردوغان وبوتين", "الرئيس الروسي فلاديمير بوتين ونظيره التركي رجب طيب أردوغان", "بحث لافروف هاتفيا مع
/// نظيره التركي": they act together.
void join_pairs(std::vector<Actor>& actors, const Reading& reading,
                const std::vector<SpeechLexicon::Match>& cues) {
  const auto meets = [&](const Actor& pair, const Actor& actor) {
    const std::uint32_t last = pair.end_token + kCounterpartDistance;
    for (std::uint32_t i = pair.end_token; i < actor.first_token && i <= last; ++i) {
      const SpeechCue cue = cues[i].cue;
      if (cue == SpeechCue::kCounterpart)
        return actor.first_token <= i + kRowDistance && !is_told_by(pair, i, reading, cues);
      if (reading.tokens[i].gap < Gap::kClause || cue == SpeechCue::kSays || cue == SpeechCue::kThat)
        return false;
    }
    return false;
  };
  join(actors, [&](Actor& pair, const Actor& actor) {
    const Token& token = reading.tokens[actor.first_token];
    if (actor.guarantors == 0 || !pair.person || pair.guarantors == 0 ||
        pair.guarantors == actor.guarantors || !actor.person || token.gap < Gap::kClause)
      return false;
    const bool joined = pair.end_token == actor.first_token && token.folded.starts_with("و");
    if (!joined && !meets(pair, actor)) return false;
    pair.guarantors |= actor.guarantors;
    pair.end_token = actor.end_token;
    pair.range.end = actor.range.end;
    return true;
  });
}

/// "روسيا وتركيا وإيران", "الدول الضامنة تركيا وروسيا وإيران", "روسيا وسوريا وتركيا".
void join_rows(std::vector<Actor>& actors, const Reading& reading) {
  join(actors, [&](Actor& row, const Actor& actor) {
    if (actor.person || row.guarantors == 0 || row.person) return false;
    const Token& token = reading.tokens[actor.first_token];
    const bool near = actor.first_token < row.end_token + kRowDistance && token.gap >= Gap::kClause;
    const bool same = row.guarantors == actor.guarantors;
    const bool conjoined = token.folded.starts_with("و");
    const bool joined = conjoined || (std::popcount(row.guarantors) > 1 && actor.guarantors != 0);
    const bool other = actor.guarantors == 0 && (actor.outlet || actor.first_token != row.end_token);
    if (!near || same || !joined || other) return false;
    row.guarantors |= actor.guarantors;
    row.bare = row.bare && actor.bare;
    row.end_token = actor.end_token;
    row.range.end = actor.range.end;
    return true;
  });
}

}  // namespace

bool names_guarantor(const Reading& reading, const std::vector<const Entity*>& guarantors,
                     std::string_view date) {
  return std::ranges::any_of(reading.entities, [&](const EntityMatch& match) {
    return actor_of(match, guarantors, date).guarantors != 0;
  });
}

std::vector<Actor> find_actors(const Reading& reading, const std::vector<const Entity*>& guarantors,
                               const SpeechLexicon& lexicon, const std::vector<SpeechLexicon::Match>& cues,
                               std::string_view date) {
  std::vector<Actor> actors = from_entities(reading, guarantors, date);
  drop_media(actors, reading, cues);
  drop_places(actors, reading);
  mark_bare(actors, reading, lexicon);
  add_joint(actors, reading, guarantors.size(), cues);
  join_appositions(actors, reading);
  join_pairs(actors, reading, cues);
  join_rows(actors, reading);
  return actors;
}

}  // namespace mahdar
