#include "indexer/commands/live_index.h"

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/write/generation.h"
#include "schema/index_layout.h"

namespace mahdar {

LiveIndex open_live_index(const Options& options) {
  const IndexLayout layout(options.db);
  const auto current = layout.current();
  if (!current)
    throw CommandError(ExitCode::kSourceMissing,
                       fmt::format("there is no index in {0}. Make one: mahdar-index update --db "
                                   "{0} SOURCE...",
                                   options.db.string()));
  const std::filesystem::path dir = layout.generation_dir(*current);
  return {*current, dir, open_generation(dir)};
}

}  // namespace mahdar
