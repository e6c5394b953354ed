#include <nlohmann/json.hpp>

#include "indexer/readers/limits.h"
#include "indexer/readers/page_metadata.h"

namespace mahdar {
namespace {

using nlohmann::json;

std::string string_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A name given as a string, as an object with "name", or as a list of these.
std::string name_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  const json& value = found->is_array() && !found->empty() ? found->front() : *found;
  if (value.is_string()) return value.get<std::string>();
  return value.is_object() ? string_at(value, "name") : std::string();
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const json& first = type->is_array() && !type->empty() ? type->front() : *type;
  if (!first.is_string()) return false;
  const auto& name = first.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
}

const json* find_article(const json& value, int depth) {
  if (depth > 4) return nullptr;
  if (value.is_array()) {
    for (const json& item : value)
      if (const json* found = find_article(item, depth + 1)) return found;
    return nullptr;
  }
  if (!value.is_object()) return nullptr;
  if (is_article(value)) return &value;
  const auto graph = value.find("@graph");
  return graph == value.end() ? nullptr : find_article(*graph, depth + 1);
}

/// Null where it is no JSON or nested deeper than the cap.
json parse_capped(std::string_view text) {
  bool too_deep = false;
  const json::parser_callback_t cap = [&](int depth, json::parse_event_t, json&) {
    if (depth > limits::kJsonDepth) too_deep = true;
    return !too_deep;
  };
  json parsed = json::parse(text, cap, false, true);
  return too_deep || parsed.is_discarded() ? json() : parsed;
}

void fill(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

}  // namespace

void read_json_ld(std::string_view text, PageMetadata& into) {
  const json parsed = parse_capped(text);
  const json* article = find_article(parsed, 0);
  if (article == nullptr) return;
  fill(into.title, string_at(*article, "headline"));
  fill(into.date, string_at(*article, "datePublished"));
  fill(into.modified, string_at(*article, "dateModified"));
  fill(into.url, string_at(*article, "url"));
  fill(into.source, name_at(*article, "publisher"));
  fill(into.author, name_at(*article, "author"));
  fill(into.language, string_at(*article, "inLanguage").substr(0, 2));
  fill(into.body, string_at(*article, "articleBody"));
}

}  // namespace mahdar
