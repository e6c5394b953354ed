#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/commands/console.h"
#include "indexer/commands/live_index.h"
#include "indexer/commands/run_setup.h"
#include "indexer/write/generation.h"
#include "schema/damaged_index.h"
#include "schema/index_layout.h"
#include "schema/index_stamp.h"

namespace mahdar {

namespace {

/// Opens a generation that is to be live; throws CommandError(kIoError) where it is damaged.
Xapian::Database open_sound(const IndexLayout& layout, const std::string& wanted, const std::string& live) {
  std::string damage;
  try {
    Xapian::Database database = open_generation(layout.generation_dir(wanted));
    IndexStamp::parse(database.get_metadata(std::string(metadata::kStamp)));
    return database;
  } catch (const Xapian::DatabaseOpeningError& error) {
    const char* system = error.get_error_string();
    if (system != nullptr && std::string_view(system) == std::strerror(EACCES)) throw;
    damage = error.get_msg();
  } catch (const Xapian::Error& error) {
    damage = error.get_msg();
  } catch (const DamagedIndex& error) {
    damage = error.what();
  }
  throw CommandError(ExitCode::kIoError,
                     fmt::format("{} is damaged and cannot be live again ({}); {} stays live. For another "
                                 "generation: mahdar-index rebuild --db {}",
                                 wanted, damage, live, layout.root().string()));
}

}  // namespace

ExitCode run_rollback(const Options& options) {
  const IndexLayout layout(options.db);
  if (!layout.current()) open_live_index(options);  // says that there is none
  const IndexLock lock = lock_index(options);
  const std::string live = layout.current().value_or("");
  const auto before = previous_generation(layout);
  if (!before)
    throw CommandError(ExitCode::kSourceMissing,
                       fmt::format("{}: no generation before {} was kept", options.db.string(), live));
  const Xapian::Database database = open_sound(layout, *before, live);
  layout.switch_to(*before);
  Console console;
  if (options.verbose || console.on_terminal())
    console.note(
        fmt::format("{} is live again, {} articles; {} is put aside", *before, database.get_doccount(), live),
        LogPriority::kInfo);
  return ExitCode::kDone;
}

}  // namespace mahdar
