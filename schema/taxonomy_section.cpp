#include "schema/taxonomy_section.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/taxonomy_values.h"

namespace mahdar {

TaxonomyLine TaxonomyReading::line_of(const toml::node& node) const {
  return {text, node.source().begin.line};
}

void TaxonomyReading::fail(const toml::node& node, std::string message, std::string remedy) {
  if (!fault) fault = draft.error(line_of(node), std::move(message), std::move(remedy));
}

TaxonomySection::TaxonomySection(TaxonomyReading& reading, const toml::table& table, std::string_view kind)
    : reading_(reading), table_(table), kind_(kind) {}

TaxonomyLine TaxonomySection::line() const {
  return reading_.line_of(table_);
}

std::string TaxonomySection::text(std::string_view key) {
  const toml::node* node = required(key);
  return node ? text_of(*node, key) : std::string();
}

std::string TaxonomySection::optional_text(std::string_view key) {
  const toml::node* node = get(key);
  return node ? text_of(*node, key) : std::string();
}

std::string TaxonomySection::id(std::string_view key) {
  std::string value = text(key);
  if (const toml::node* node = table_.get(key); node && !is_id(value))
    reading_.fail(*node, fmt::format("{}: \"{}\" is no id", key, value),
                  "use small letters a-z first, then also digits, '-' and '_'; 64 at most");
  return value;
}

std::string TaxonomySection::country_code(std::string_view key) {
  std::string value = text(key);
  if (const toml::node* node = table_.get(key); node && !is_country_code(value))
    reading_.fail(*node, fmt::format("{}: \"{}\" is no ISO 3166-1 alpha-2 code", key, value),
                  "write two capital letters, as in \"RU\"");
  return value;
}

std::string TaxonomySection::date(std::string_view key) {
  return checked_date(key, text(key), false);
}

std::string TaxonomySection::optional_partial_date(std::string_view key) {
  return table_.get(key) ? checked_date(key, text(key), true) : (get(key), std::string());
}

int TaxonomySection::number(std::string_view key, int least, int most) {
  const toml::node* node = required(key);
  if (!node) return 0;
  const auto value = node->value_exact<std::int64_t>();
  if (value && *value >= least && *value <= most) return static_cast<int>(*value);
  reading_.fail(*node, fmt::format("{} is no whole number from {} to {}", key, least, most), "correct it");
  return 0;
}

bool TaxonomySection::flag(std::string_view key) {
  const toml::node* node = get(key);
  if (!node) return false;
  if (const auto value = node->value_exact<bool>()) return *value;
  reading_.fail(*node, fmt::format("{} is neither true nor false", key),
                "write true or false without quotes");
  return false;
}

std::vector<std::string> TaxonomySection::texts(std::string_view key) {
  std::vector<std::string> values;
  const toml::node* node = get(key);
  if (!node) return values;
  if (const toml::array* array = node->as_array()) {
    values.reserve(array->size());
    for (const toml::node& item : *array) values.push_back(text_of(item, key));
  } else {
    reading_.fail(*node, fmt::format("{} is no list", key), "write [\"...\", \"...\"]");
  }
  return values;
}

std::vector<std::string> TaxonomySection::some_texts(std::string_view key) {
  std::vector<std::string> values = texts(key);
  if (values.empty())
    reading_.fail(table_, fmt::format("{} lacks {}", kind_, key),
                  fmt::format("give at least one of {}", key));
  return values;
}

std::vector<std::string> TaxonomySection::ids(std::string_view key) {
  std::vector<std::string> values = texts(key);
  for (const std::string& value : values)
    if (!is_id(value))
      reading_.fail(*table_.get(key), fmt::format("{}: \"{}\" is no id", key, value),
                    "use a-z, 0-9, '-' and '_'");
  return values;
}

void TaxonomySection::find_unknown_keys() {
  for (const auto& [key, node] : table_)
    if (std::find(asked_.begin(), asked_.end(), key.str()) == asked_.end())
      reading_.fail(node, fmt::format("{} has no key \"{}\"", kind_, key.str()),
                    fmt::format("its keys: {}", fmt::join(asked_, ", ")));
}

void TaxonomySection::refer(std::string_view key, ReferenceKind kind, const std::string& id) {
  const toml::node* node = table_.get(key);
  if (node && !id.empty())
    reading_.draft.references.push_back(
        {kind, id, fmt::format("{} of {}", key, kind_), reading_.line_of(*node)});
}

void TaxonomySection::fail(std::string message, std::string remedy) {
  reading_.fail(table_, std::move(message), std::move(remedy));
}

const toml::node* TaxonomySection::get(std::string_view key) {
  asked_.push_back(key);
  return table_.get(key);
}

const toml::node* TaxonomySection::required(std::string_view key) {
  const toml::node* node = get(key);
  if (!node) reading_.fail(table_, fmt::format("{} lacks {}", kind_, key), fmt::format("add {} = ...", key));
  return node;
}

std::string TaxonomySection::text_of(const toml::node& node, std::string_view key) {
  const toml::value<std::string>* value = node.as_string();
  if (!value) {
    reading_.fail(node, fmt::format("{} is no text", key), "write it in quotes");
    return {};
  }
  if (!is_trimmed_line(value->get()))
    reading_.fail(node, fmt::format("{}: \"{}\" is empty or holds stray blanks", key, value->get()),
                  "write one line without blanks at its ends");
  return value->get();
}

std::string TaxonomySection::checked_date(std::string_view key, std::string value, bool partial) {
  if (const toml::node* node = table_.get(key); node && !is_date(value, partial))
    reading_.fail(*node, fmt::format("{}: \"{}\" is no date", key, value),
                  partial ? "write \"2017-10-30\", \"2017-10\" or \"2017\"" : "write \"2017-10-30\"");
  return value;
}

const toml::table* TaxonomySection::table_of(const toml::node& node, std::string_view key) {
  const toml::table* table = node.as_table();
  if (!table) reading_.fail(node, fmt::format("{} is no table", key), fmt::format("write [[{}]]", key));
  return table;
}

}  // namespace mahdar
