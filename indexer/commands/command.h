#pragma once

#include "indexer/commands/options.h"
#include "schema/exit_code.h"

/// The commands of mahdar-index. Results go to standard output, everything else to standard error. All throw
/// CommandError, Xapian::Error or std::exception where they cannot go on.
namespace mahdar {

/// Brings the index up to date with the sources; makes it where there is none.
ExitCode run_update(const Options& options);

/// Builds a new generation from the sources (none given: those of the live one) and switches to it.
ExitCode run_rebuild(const Options& options);

/// Makes the generation before the live one live again.
ExitCode run_rollback(const Options& options);

/// Prints what would be indexed, and why. Touches no index.
ExitCode run_explain(const Options& options);

/// Prints the last run, counts, remembered failures and the quality of each source.
ExitCode run_status(const Options& options);

/// Checks the live generation: Xapian's own check, the checksum of every article, state against documents.
ExitCode run_verify(const Options& options);

}  // namespace mahdar
