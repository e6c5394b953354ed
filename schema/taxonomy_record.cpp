#include "schema/taxonomy_record.h"

#include <nlohmann/json.hpp>

#include "schema/damaged_index.h"
#include "schema/record_codec.h"

namespace mahdar {

using nlohmann::json;

std::string encode_taxonomy(const std::vector<Taxonomy::SourceText>& texts) {
  json list = json::array();
  for (const Taxonomy::SourceText& text : texts) list.push_back({text.path, text.content});
  return compress_record(list.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::vector<Taxonomy::SourceText> decode_taxonomy(std::string_view record) {
  if (record.empty()) return {};
  std::vector<Taxonomy::SourceText> texts;
  try {
    for (const json& text : json::parse(decompress_record(record)))
      texts.push_back({text.at(0).get<std::string>(), text.at(1).get<std::string>()});
  } catch (const json::exception& e) {
    throw DamagedIndex(std::string("the taxonomy kept in the index is damaged: ") + e.what());
  }
  return texts;
}

}  // namespace mahdar
