#include "indexer/commands/live_index.h"

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/write/generation.h"
#include "schema/index_layout.h"

namespace mahdar {
namespace {

std::optional<std::string> current_generation(const IndexLayout& layout) {
  try {
    return layout.current();
  } catch (const std::filesystem::filesystem_error& error) {
    if (error.code() != std::errc::permission_denied) throw;
    throw CommandError(ExitCode::kPermission,
                       fmt::format("the index in {} may not be read by this user. Run as its owner, or give "
                                   "the user the right to read it",
                                   layout.root().string()));
  }
}

}  // namespace

LiveIndex open_live_index(const Options& options) {
  const IndexLayout layout(options.db);
  const auto current = current_generation(layout);
  if (!current)
    throw CommandError(ExitCode::kSourceMissing,
                       fmt::format("there is no index in {0}. Make one: mahdar-index update --db "
                                   "{0} SOURCE...",
                                   options.db.string()));
  const std::filesystem::path dir = layout.generation_dir(*current);
  return {*current, dir, open_generation(dir)};
}

}  // namespace mahdar
