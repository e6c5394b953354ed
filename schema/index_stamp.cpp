#include "schema/index_stamp.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/damaged_index.h"

namespace mahdar {

using nlohmann::json;

std::string IndexStamp::serialize() const {
  const json stamp{
      {"schema", schema}, {"analyzer", analyzer}, {"taxonomy", taxonomy}, {"libraries", libraries}};
  return stamp.dump(-1, ' ', false, json::error_handler_t::replace);
}

IndexStamp IndexStamp::parse(std::string_view bytes) {
  try {
    const json stamp = json::parse(bytes);
    IndexStamp parsed;
    stamp.at("schema").get_to(parsed.schema);
    stamp.at("analyzer").get_to(parsed.analyzer);
    stamp.at("taxonomy").get_to(parsed.taxonomy);
    stamp.at("libraries").get_to(parsed.libraries);
    return parsed;
  } catch (const json::exception&) {  // its words name positions in what no user wrote
    throw DamagedIndex("the index's stamp is damaged");
  }
}

std::string IndexStamp::difference(const IndexStamp& other) const {
  std::string text;
  const auto compare = [&](std::string_view what, const auto& mine, const auto& its) {
    if (mine == its) return;
    if (!text.empty()) text += "; ";
    text += fmt::format("{} {} against {}", what, mine, its);
  };
  compare("schema", schema, other.schema);
  compare("analyzer", analyzer, other.analyzer);
  compare("taxonomy", taxonomy, other.taxonomy);
  return text;
}

}  // namespace mahdar
