#include "indexer/run_summary.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mahdar {

std::string RunSummary::to_json(const RunReport& report) const {
  nlohmann::ordered_json json;
  json["command"] = command;
  json["sources"] = sources;
  json["generation"] = generation;
  json["started"] = started;
  json["seconds"] = seconds;
  json["exit_code"] = to_int(report.exit_code());
  json["files"] = {{"found", report.files},
                   {"read", report.files_read},
                   {"vanished", report.files_vanished},
                   {"unsettled", report.files_unsettled}};
  json["articles"] = {{"added", report.articles_added},          {"changed", report.articles_changed},
                      {"unchanged", report.articles_unchanged},  {"removed", report.articles_removed},
                      {"rejected", report.articles_rejected},    {"still_bad", report.articles_still_bad},
                      {"duplicates", report.articles_duplicate}, {"superseded", report.articles_superseded},
                      {"total", report.articles_total}};
  json["stopped"] = report.stopped;
  json["left_out"] = nlohmann::ordered_json::array();
  for (const auto& [source, number] : left_out)
    json["left_out"].push_back({{"source", source}, {"articles", number}});
  json["text_bytes"] = report.text_bytes;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string RunSummary::to_line(const RunReport& report) const {
  const double megabytes = static_cast<double>(report.text_bytes) / 1e6;
  const std::string superseded =
      report.articles_superseded > 0 ? fmt::format(", {} superseded", report.articles_superseded) : "";
  return fmt::format(
      "{} added, {} changed, {} removed, {} rejected{}; {} articles in the index; {:.1f} MB in {:.1f} s",
      report.articles_added, report.articles_changed, report.articles_removed, report.articles_rejected,
      superseded, report.articles_total, megabytes, seconds);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace mahdar
