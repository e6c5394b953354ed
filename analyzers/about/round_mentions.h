#pragma once

#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_role.h"
#include "analyzers/about/round_scene.h"
#include "analyzers/about/round_venues.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// A round of the process that the text names by number.
struct NamedRound {
  RoundCandidate candidate;
  Zone zone = Zone::kBody;
  RoleFound role;
  ByteRange range;
  double weight = 1;  ///< of the expression and the certainty of its owner, without zone and role
};

/// How much a text speaks of the process, and of others.
struct ProcessPresence {
  double process = 0;
  double rival = 0;
  bool format = false;   ///< a phrase proves that the process is meant; its city alone does not
  bool subject = false;  ///< Syria is spoken of
  int guarantors = 0;
  int heads = 0;             ///< people who led delegations to rounds
  bool venue = false;        ///< a city where a round was held
  bool host = false;         ///< a state where rounds were held and that is no guarantor
  bool in_front = false;     ///< the process, or the venue, in title or lead
  bool event = false;        ///< title or lead tell or announce a meeting of it
  bool rival_title = false;  ///< the title speaks of another process and not of this one
  bool too_early = false;    ///< all its years lie before the process
};

struct RoundMentions {
  ProcessPresence presence;
  RoundScene scene;
  std::vector<NamedRound> rounds;
  std::vector<RoundCount> counts;  ///< of the process's rounds
  bool about_process = false;      ///< the gate
  bool other_matter = false;       ///< title and lead announce another event
};

/// Passes the gate, drops the numbers of others, gives the rest their roles.
RoundMentions read_mentions(const Reading& reading, const MarkedText& marked, const RoundVenues& venues,
                            std::string_view known_date);

/// What happens in the city on a round's days, without the process's name: no meeting at all, or one whose
/// number is told in front as nobody's. The three guarantors there on Syria are the process, named or not.
bool tells_of_other_talks(const RoundMentions& mentions);

}  // namespace mahdar
