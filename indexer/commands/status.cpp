#include <filesystem>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzers/text/printable.h"
#include "indexer/commands/command.h"
#include "indexer/commands/live_index.h"
#include "indexer/status/correction_targets.h"
#include "indexer/status/source_quality.h"
#include "indexer/write/source_state.h"
#include "schema/index_stamp.h"

namespace mahdar {
namespace {

using Json = nlohmann::ordered_json;

Json last_run_of(const Xapian::Database& database) {
  const std::string stored = database.get_metadata(std::string(metadata::kLastRun));
  Json run = Json::parse(stored, nullptr, false);
  return run.is_discarded() ? Json(nullptr) : run;
}

Json failures_of(const Xapian::Database& database) {
  Json list = Json::array();
  for (const FailureRecord& failure : load_failures(database))
    list.push_back(Json::parse(failure.serialize()));
  return list;
}

/// Not where it merely cannot be looked at.
bool is_gone(const std::string& root) {
  std::error_code error;
  return root != "-" && std::filesystem::status(root, error).type() == std::filesystem::file_type::not_found;
}

Json quality_json(const SourceQuality& quality) {
  return {{"source", quality.root},
          {"gone", is_gone(quality.root)},
          {"files", quality.files},
          {"articles", quality.articles},
          {"rejected", quality.rejected},
          {"superseded", quality.superseded},
          {"empty_bodies", quality.empty_bodies},
          {"undated", quality.undated},
          {"round_unknown", quality.round_unknown},
          {"outlet_unknown", quality.outlet_unknown},
          {"encoding_guessed", quality.encoding_guessed},
          {"encoding_repaired", quality.encoding_repaired},
          {"mojibake_suspected", quality.mojibake_suspected},
          {"warned", quality.warned},
          {"encodings", quality.encodings},
          {"languages", quality.languages}};
}

Json status_json(const Options& options, const LiveIndex& index) {
  const std::string stored = index.database.get_metadata(std::string(metadata::kStamp));
  const IndexStamp stamp = stored.empty() ? IndexStamp() : IndexStamp::parse(stored);
  Json json;
  json["schema_version"] = 1;
  json["index"] = {{"db", options.db.string()},
                   {"generation", index.generation},
                   {"revision", index.database.get_revision()},
                   {"articles", index.database.get_doccount()},
                   {"made_with",
                    {{"schema", stamp.schema},
                     {"analyzer", stamp.analyzer},
                     {"taxonomy", stamp.taxonomy},
                     {"libraries", stamp.libraries}}}};
  json["last_run"] = last_run_of(index.database);
  json["sources"] = Json::array();
  for (const SourceQuality& quality : source_quality(index.database))
    json["sources"].push_back(quality_json(quality));
  json["failures"] = failures_of(index.database);
  json["corrections_without_article"] = Json::array();
  const Corrections corrections = stored_corrections(index.database).value_or(Corrections());
  for (const Corrections::Row& row : corrections_without_article(index.database, corrections))
    json["corrections_without_article"].push_back(
        {{"article", row.article}, {"field", row.field}, {"value", row.value}, {"place", row.place}});
  json["corrections_at_odds"] = Json::array();
  for (const InputError& clash : correction_clashes(index.database, corrections))
    json["corrections_at_odds"].push_back(clash.to_string());
  return json;
}

/// A number, or how many of each: "2 UTF-8, 1 windows-1256".
std::string in_words(const Json& value) {
  if (!value.is_object()) return value.dump();
  std::string words;
  for (const auto& [name, number] : value.items())
    words +=
        fmt::format("{}{} {}", words.empty() ? "" : ", ", number.dump(), name.empty() ? "unknown" : name);
  return words;
}

std::string shown(const Json& text) {
  return printable(text.get<std::string>());
}

void print_source(const Json& source) {
  fmt::print("\n{}\n", shown(source["source"]));
  if (source["gone"].get<bool>())
    fmt::print(
        "  gone: its {} articles are still searchable; if it moved, update from where it is now, else "
        "take them out: mahdar-index update --allow-mass-delete {}\n",
        source["articles"].dump(), shown(source["source"]));
  for (const auto& [name, value] : source.items())
    if (name != "source" && name != "gone" && !value.empty())
      fmt::print("  {:<20}{}\n", name, in_words(value));
}

void print_text(const Json& status) {
  const Json& index = status["index"];
  fmt::print("{}: {} articles, {}, revision {}\n", shown(index["db"]), index["articles"].dump(),
             shown(index["generation"]), index["revision"].dump());
  if (const Json& run = status["last_run"]; run.is_object())
    fmt::print("last run: {} at {}, {} added, {} changed, {} removed, {} rejected, exit code {}\n",
               shown(run["command"]), shown(run["started"]), run["articles"]["added"].dump(),
               run["articles"]["changed"].dump(), run["articles"]["removed"].dump(),
               run["articles"]["rejected"].dump(), run["exit_code"].dump());
  for (const Json& source : status["sources"]) print_source(source);
  if (!status["corrections_without_article"].empty()) fmt::print("\ncorrections without an article\n");
  for (const Json& row : status["corrections_without_article"])
    fmt::print("  {}: {} of \"{}\"\n", shown(row["place"]), shown(row["field"]), shown(row["article"]));
  if (!status["corrections_at_odds"].empty()) fmt::print("\ncorrections that cannot be told apart\n");
  for (const Json& clash : status["corrections_at_odds"]) fmt::print("  {}\n", shown(clash));
  if (status["failures"].empty()) return;
  fmt::print("\nfailures\n");
  for (const Json& failure : status["failures"]) {
    fmt::print("  {}: {} rejected, attempts {}, last {}\n", shown(failure["path"]), failure["total"].dump(),
               failure["attempts"].dump(), shown(failure["time"]));
    for (const Json& error : failure["errors"])
      fmt::print(
          "    {}\n",
          printable(
              InputError{failure["path"], error["line"], error["message"], error["remedy"]}.to_string()));
  }
}

}  // namespace

ExitCode run_status(const Options& options) {
  const Json status =
      read_live_index(options, [&](const LiveIndex& index) { return status_json(options, index); });
  if (options.format == "json") {
    fmt::print("{}\n", status.dump(-1, ' ', false, Json::error_handler_t::replace));
  } else {
    print_text(status);
  }
  return ExitCode::kDone;
}

}  // namespace mahdar
