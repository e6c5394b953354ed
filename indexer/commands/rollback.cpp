#include <string>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/live_index.h"
#include "indexer/commands/run_setup.h"
#include "indexer/write/generation.h"
#include "schema/index_layout.h"
#include "schema/index_stamp.h"

namespace mahdar {

ExitCode run_rollback(const Options& options) {
  const IndexLayout layout(options.db);
  if (!layout.current()) open_live_index(options);  // says that there is none
  const IndexLock lock = lock_index(options);
  const std::string live = layout.current().value_or("");
  const auto before = previous_generation(layout);
  if (!before)
    throw CommandError(ExitCode::kSourceMissing,
                       fmt::format("{}: no generation before {} was kept", options.db.string(), live));
  const Xapian::Database database = open_generation(layout.generation_dir(*before));
  IndexStamp::parse(database.get_metadata(std::string(metadata::kStamp)));
  layout.switch_to(*before);
  Console console;
  if (options.verbose || console.on_terminal())
    console.note(
        fmt::format("{} is live again, {} articles; {} is put aside", *before, database.get_doccount(), live),
        LogPriority::kInfo);
  return ExitCode::kDone;
}

}  // namespace mahdar
