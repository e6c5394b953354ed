#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/commands/options.h"
#include "schema/exit_code.h"

namespace mahdar {

/// What a command line asks for.
struct CommandLine {
  enum class Ask { kRun, kPrint };  ///< run a command, or print `text` on standard output and end
  Ask ask = Ask::kPrint;
  std::function<ExitCode(const Options&)> command;
  Options options;            ///< of the first run
  std::vector<Options> runs;  ///< one, or one for each archive of the settings file
  std::string text;           ///< help or version
};

/// Throws CommandError(kUsage) with a message that names what is wrong and where help is.
CommandLine parse_command_line(const std::vector<std::string>& arguments);

}  // namespace mahdar
