#include "indexer/write/failure_record.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/pipeline/line_blocks.h"
#include "schema/damaged_index.h"

namespace mahdar {

using nlohmann::json;

namespace {

bool is_cut_line(const InputError& error) {
  return error.remedy == kCutLineRemedy;
}

}  // namespace

void FailureRecord::add(InputError error) {
  ++total;
  if (errors.size() >= kMostErrors && is_cut_line(error)) errors.pop_back();
  if (errors.size() < kMostErrors) errors.push_back(std::move(error));
}

void FailureRecord::forget_cut_line() {
  total -= std::erase_if(errors, is_cut_line);
}

void FailureRecord::keep_cut_line_alone() {
  std::erase_if(errors, [](const InputError& error) { return !is_cut_line(error); });
}

bool FailureRecord::tells_of(const InputError& error) const {
  return std::ranges::any_of(errors, [&](const InputError& known) {
    return known.line == error.line && known.remedy == error.remedy;
  });
}

std::string FailureRecord::serialize() const {
  json list = json::array();
  for (const InputError& error : errors)
    list.push_back({{"line", error.line}, {"message", error.message}, {"remedy", error.remedy}});
  json record = {
      {"path", path}, {"total", total}, {"attempts", attempts}, {"time", time}, {"errors", std::move(list)}};
  if (unread) record["unread"] = true;
  return record.dump(-1, ' ', false, json::error_handler_t::replace);
}

FailureRecord FailureRecord::parse(std::string_view bytes) {
  try {
    const json record = json::parse(bytes);
    FailureRecord failure{record.at("path"),     record.at("total"),
                          record.at("attempts"), record.value("unread", false),
                          record.at("time"),     {}};
    for (const json& error : record.at("errors"))
      failure.errors.push_back({failure.path, error.at("line"), error.at("message"), error.at("remedy")});
    return failure;
  } catch (const json::exception& e) {
    throw DamagedIndex(std::string("the record of a failure is damaged: ") + e.what());
  }
}

}  // namespace mahdar
