#pragma once

#include <ostream>

#include "schema/exit_code.h"
#include "searcher/command_line.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// The articles that match and were not printed by an earlier watch of the same index, query and filters, new
/// or with a changed text; everything the first time. kNoHit and not a word where there is none. What is
/// printed is remembered under state_folder() by id and text, so that neither a new revision nor a rebuilt
/// index prints it again; where writing `out` fails nothing is remembered. Looks at the first 1,000 matches,
/// the newest unless sorted otherwise, and says in `log` where there are more. Throws IndexError.
ExitCode run_watch(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log);

}  // namespace mahdar
