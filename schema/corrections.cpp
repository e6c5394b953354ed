#include "schema/corrections.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/correction_values.h"
#include "schema/facet.h"
#include "schema/field.h"
#include "schema/name_key.h"
#include "schema/value_words.h"

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 8> kCorrectable{"round",  "guarantor", "country", "topic",
                                                       "person", "framing",   "source",  "date"};
constexpr std::size_t kColumns = 5;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Puts ids in the place of names, and tells what is wrong with a row; none where nothing is.
std::optional<InputError> settle(Corrections::Row& row, const Taxonomy& taxonomy) {
  if (row.article.empty())
    return InputError{"", 0, "no article is named", "give an id or a path in the first column"};
  if (const auto named = field_named(row.field)) row.field = mahdar::row(*named).name;
  if (std::ranges::find(kCorrectable, std::string_view(row.field)) == kCorrectable.end())
    return InputError{"", 0, fmt::format("\"{}\" cannot be corrected", row.field),
                      fmt::format("the fields are {}", fmt::join(kCorrectable, ", "))};
  if (row.who.empty() || row.why.empty())
    return InputError{"", 0, "who corrected it, and why, is missing", "fill in the last two columns"};
  if (is_unknown(name_key(row.value))) row.value = kUnknown;
  if (row.field == "round" && is_none(name_key(row.value))) row.value = kNone;
  if (row.value == kUnknown || (row.field == "round" && row.value == kNone)) return std::nullopt;
  if (!takes_several(row.field) && row.value.find(',') != std::string::npos)
    return InputError{"", 0, fmt::format("{} has one value", row.field), correction_remedy(row.field)};
  std::vector<std::string> ids;
  for (const std::string& value : correction_items(row.field, row.value)) {
    const auto meant = correction_value(row.field, value, taxonomy);
    if (!meant)
      return InputError{"", 0, fmt::format("\"{}\" is no value of {}", value, row.field),
                        correction_remedy(row.field)};
    if (std::ranges::find(ids, *meant) == ids.end()) ids.push_back(*meant);
  }
  row.value = fmt::format("{}", fmt::join(ids, ","));
  return std::nullopt;
}

template <typename Items, typename Name>
std::string joined(const Items& items, Name name) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(name(item));
  return names.empty() ? std::string(kUnknown) : fmt::format("{}", fmt::join(names, ","));
}

/// Keeps what was detected of the items that stay, and adds the others.
template <typename Item, typename Name, typename Make>
void put(std::vector<Item>& items, const std::vector<std::string>& values, Name name, Make make) {
  std::vector<Item> kept;
  for (const std::string& value : values) {
    const auto found = std::ranges::find_if(items, [&](const Item& item) { return name(item) == value; });
    kept.push_back(found == items.end() ? make(value) : std::move(*found));
  }
  items = std::move(kept);
}

std::string put_round(const std::vector<std::string>& values, Article& article) {
  RoundInfo& round = article.round;
  const std::string detected = round.about.empty()
                                   ? std::string(absent_round(round))
                                   : joined(round.about, [](int n) { return std::to_string(n); });
  round.about.clear();
  for (const std::string& value : values)
    if (value != kNone) round.about.push_back(number(value).value_or(0));
  std::ranges::sort(round.about);
  std::erase_if(round.mentioned, [&](const RoundMention& mention) {
    return std::ranges::find(round.about, mention.round) != round.about.end();
  });
  round.confidence = values.empty() ? 0 : 1;  // unknown goes on waiting for somebody to look
  return detected;
}

std::string put_date(const std::vector<std::string>& values, Article& article) {
  DateInfo& date = article.date;
  const std::string detected = date.published.empty() ? std::string(kUnknown) : date.published;
  date.published = values.empty() ? std::string() : values.front();
  constexpr std::array<std::string_view, 4> kPrecisions{"none", "year", "month", "day"};
  const std::size_t parts =
      date.published.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(date.published, '-'));
  date.precision = kPrecisions[parts];
  date.basis = values.empty() ? "none" : "correction";
  date.confidence = 1;
  return detected;
}

/// put() with what stood there before as its result.
template <typename Item, typename Name, typename Make>
std::string exchange(std::vector<Item>& items, const std::vector<std::string>& values, Name name, Make make) {
  std::string detected = joined(items, name);
  put(items, values, name, make);
  return detected;
}

std::string put_countries(const std::vector<std::string>& values, Article& article) {
  return exchange(
      article.countries, values, [](const CountryInfo& country) { return country.code; },
      [](const std::string& code) {
        CountryInfo country;
        country.code = code;
        country.salience = 1;
        return country;
      });
}

std::string put_topics(const std::vector<std::string>& values, Article& article) {
  return exchange(
      article.topics, values, [](const TopicInfo& topic) { return topic.id; },
      [](const std::string& id) {
        TopicInfo topic;
        topic.id = id;
        topic.score = 1;
        return topic;
      });
}

template <typename Item>
std::string put_ids(const std::vector<std::string>& values, std::vector<Item>& items) {
  return exchange(
      items, values, [](const Item& item) { return item.id; },
      [](const std::string& id) {
        Item item;
        item.id = id;
        return item;
      });
}

std::string put_value(const std::string& field, const std::vector<std::string>& values, Article& article) {
  if (field == "round") return put_round(values, article);
  if (field == "date") return put_date(values, article);
  if (field == "guarantor") {
    article.guarantor.confidence = 1;
    return std::exchange(article.guarantor.focus, values.empty() ? "none" : values.front());
  }
  if (field == "source") {
    article.source.basis = values.empty() ? "none" : "correction";
    const std::string detected = std::exchange(article.source.id, values.empty() ? "" : values.front());
    return detected.empty() ? std::string(kUnknown) : detected;
  }
  if (field == "country") return put_countries(values, article);
  if (field == "topic") return put_topics(values, article);
  return field == "framing" ? put_ids(values, article.framing) : put_ids(values, article.people);
}

/// A head without '#', as tables have it.
bool is_head(const std::vector<std::string>& cells) {
  const std::string key = name_key(cells.size() > 1 ? cells[1] : "");
  return key == "field" || key == name_key("حقل");
}

/// Tables of TOML and what stands in them have no tabs where those of ours have four.
bool is_toml(std::string_view line) {
  const bool opens_table = line.starts_with('[') && line.find(']') != std::string_view::npos;
  const std::string_view key = line.substr(0, line.find('='));
  return line.find('\t') == std::string_view::npos &&
         (opens_table || (key.size() < line.size() && key.find_first_of("\"'") == std::string_view::npos));
}

constexpr std::string_view kForm =
    "write article, field, value, who and why, a correction a line, separated by tabs";

}  // namespace

tl::expected<Corrections, std::vector<InputError>> Corrections::read(std::string_view tsv,
                                                                     const std::string& path,
                                                                     const Taxonomy& taxonomy) {
  Corrections corrections;
  corrections.text_ = tsv;
  corrections.path_ = path;
  std::vector<InputError> faults;
  std::set<std::pair<std::string, std::string>> seen;
  std::size_t line = 0;
  for (std::string& text : split(tsv, '\n')) {
    ++line;
    if (text.ends_with('\r')) text.pop_back();
    if (text.empty() || text.front() == '#') continue;
    const auto fault = [&](std::string what, std::string remedy) {
      faults.push_back({path, line, std::move(what), std::move(remedy)});
    };
    std::vector<std::string> cells = split(text, '\t');
    const bool is_first = corrections.rows_.empty() && faults.empty();
    if (is_first && is_toml(text))
      return tl::unexpected(
          std::vector{InputError{path, line, "this is TOML; corrections are a table", std::string(kForm)}});
    if (is_first && is_head(cells)) continue;
    if (cells.size() != kColumns) {
      fault(fmt::format("{} columns instead of 5", cells.size()), std::string(kForm));
      continue;
    }
    Row row{cells[0], cells[1], cells[2], cells[3], cells[4], fmt::format("{}:{}", path, line)};
    if (auto wrong = settle(row, taxonomy)) fault(std::move(wrong->message), std::move(wrong->remedy));
    if (!seen.emplace(row.article, row.field).second)
      fault(fmt::format("{} of \"{}\" is corrected twice", row.field, row.article), "keep one of the lines");
    corrections.by_article_.emplace(row.article, corrections.rows_.size());
    corrections.rows_.push_back(std::move(row));
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return corrections;
}

std::vector<const Corrections::Row*> Corrections::find(const ArticleNames& names) const {
  std::vector<const Row*> rows;
  if (rows_.empty()) return rows;
  std::set<std::size_t> numbers;
  const auto add = [&](std::string_view name) {
    const auto [begin, end] = by_article_.equal_range(name);
    for (auto row = begin; row != end; ++row) numbers.insert(row->second);
  };
  add(names.id);
  for (const std::string_view file : {names.path, names.relative}) {
    if (file.empty()) continue;
    if (names.alone) add(file);
    if (names.record == 0) continue;
    for (const char mark : {'#', ':'}) add(fmt::format("{}{}{}", file, mark, names.record));
  }
  std::set<std::string_view> fields;
  for (const std::size_t number : numbers)
    if (fields.insert(rows_[number].field).second) rows.push_back(&rows_[number]);
  return rows;
}

void apply_corrections(const std::vector<const Corrections::Row*>& rows, Article& article) {
  for (const Corrections::Row* row : rows) {
    const std::vector<std::string> values =
        row->value == kUnknown ? std::vector<std::string>() : split(row->value, ',');
    std::string detected = put_value(row->field, values, article);
    article.corrections.push_back(
        {row->field, row->value, std::move(detected), row->who, row->why, row->place});
  }
}

}  // namespace mahdar
