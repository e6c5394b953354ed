#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/commands/options.h"

namespace mahdar {

/// Every SOURCE an index knows of and those of the command line, absolute, each once.
std::vector<std::string> all_sources(const Options& options, const Xapian::Database& database);

/// The command that makes the index anew, as it has to be typed into a shell.
std::string rebuild_command(const Options& options, const Xapian::Database& database);

}  // namespace mahdar
