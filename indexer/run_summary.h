#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/run_report.h"

namespace mahdar {

/// What a run was, for the index's metadata, `--json` and the summary line.
struct RunSummary {
  std::string command;
  std::vector<std::string> sources;  ///< absolute where they exist
  std::string generation;
  std::string started;  ///< ISO 8601, UTC
  double seconds = 0;
  std::map<std::string, std::uint64_t> left_out;  ///< rebuild: articles of sources not given, by source

  /// One JSON object. `report` gives the counts.
  std::string to_json(const RunReport& report) const;

  /// "3 added, 1 changed, …": one line for people.
  std::string to_line(const RunReport& report) const;
};

/// Seconds since a moment.
double seconds_since(std::chrono::steady_clock::time_point start);

}  // namespace mahdar
