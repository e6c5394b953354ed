#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/update_rules.h"

namespace mahdar {

/// What the user asked a command to do. Each command reads those that concern it.
struct Options {
  std::filesystem::path db;
  std::vector<std::string> sources;
  std::string taxonomy;     ///< --taxonomy; empty: the index's own, else the bundled one
  std::string corrections;  ///< --corrections; empty: those the index keeps
  std::string format = "text";
  bool english = false;  ///< explain: the text in English instead of Arabic
  bool verbose = false;
  bool json = false;        ///< update, rebuild: the summary as JSON on standard output
  std::size_t threads = 0;  ///< 0: one a core
  std::size_t memory = 0;   ///< MB; 0: the usual
  std::size_t batch = 0;    ///< articles a commit at most; 0: the usual
  double wait = 0;          ///< seconds to wait for another indexer
  UpdateRules rules;
  bool rebuild_if_needed = false;
  bool digest = false;  ///< verify: print what the index holds as one hash
};

}  // namespace mahdar
