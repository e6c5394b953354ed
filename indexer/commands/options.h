#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mahdar {

/// What the user asked a command to do. Each command reads those that concern it.
struct Options {
  std::filesystem::path db;
  std::vector<std::string> sources;
  std::string taxonomy;  ///< --taxonomy; empty: the index's own, else the bundled one
  std::string format = "text";
  bool verbose = false;
  bool json = false;        ///< update, rebuild: the summary as JSON on standard output
  std::size_t threads = 0;  ///< 0: one a core
};

}  // namespace mahdar
