#pragma once

#include <istream>
#include <ostream>

#include "schema/exit_code.h"
#include "searcher/command_line.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// Each command writes its results to `out` and what the user must know beside them to `log`.
/// All throw IndexError where the index fails under them.

/// One query, one answer; kNoHit where nothing was found.
ExitCode run_search(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log);

/// Answers every 'qid TAB query' line of `queries`. A line without a tab is reported and left out: kUsage at
/// the end.
ExitCode run_batch(Searcher& searcher, const SearchCommandLine& line, std::istream& queries,
                   std::ostream& out, std::ostream& log);

/// One article with what is known about it.
ExitCode run_show(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log);

/// Articles like one article.
ExitCode run_similar(Searcher& searcher, const SearchCommandLine& line, std::ostream& out, std::ostream& log);

/// "error: …" with the remedy, for the log.
void report(const InputError& error, std::ostream& log);

}  // namespace mahdar
