#include "indexer/readers/header_block.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

namespace mahdar {
namespace {

constexpr std::size_t kLongestKey = 40;

constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kKeys{{
    {"id", "id"},          {"title", "title"},       {"headline", "title"},
    {"url", "url"},        {"link", "url"},          {"date", "date"},
    {"published", "date"}, {"source", "source"},     {"publisher", "source"},
    {"author", "author"},  {"language", "language"}, {"lang", "language"},
    {"المعرف", "id"},      {"المعرّف", "id"},         {"العنوان", "title"},
    {"عنوان", "title"},    {"الرابط", "url"},        {"رابط", "url"},
    {"التاريخ", "date"},   {"تاريخ", "date"},        {"تاريخ النشر", "date"},
    {"المصدر", "source"},  {"مصدر", "source"},       {"الكاتب", "author"},
    {"كاتب", "author"},    {"اللغة", "language"},    {"لغة", "language"},
}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view canonical_key(std::string_view key) {
  std::string lower(key);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto* found = std::ranges::find(kKeys, std::string_view(lower),
                                        &std::pair<std::string_view, std::string_view>::first);
  return found == kKeys.end() ? std::string_view{} : found->second;
}

std::optional<HeaderBlock::Entry> parse_entry(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon > kLongestKey) return std::nullopt;
  const std::string_view key = trimmed(line.substr(0, colon));
  if (key.empty() || std::ranges::count(key, ' ') > 2) return std::nullopt;
  std::string_view value = trimmed(line.substr(colon + 1));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return HeaderBlock::Entry{canonical_key(key), value};
}

std::string_view next_line(std::string_view text, std::size_t& at) {
  const auto end = std::min(text.find('\n', at), text.size());
  const std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return line;
}

/// 0 to 9 or ٠ to ٩.
bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    if (text[i] == '\xD9' && i + 1 < text.size() && text[i + 1] >= '\xA0' && text[i + 1] <= '\xA9')
      return true;
  }
  return false;
}

/// What can be told from a sentence with a colon in it: a known key, and digits in a date.
bool is_sure(const HeaderBlock::Entry& entry) {
  return !entry.key.empty() && !entry.value.empty() && (entry.key != "date" || has_digit(entry.value));
}

/// The block of a text in which no blank line ends it.
HeaderBlock leading_known_lines(std::string_view text) {
  HeaderBlock header;
  while (header.body_begin < text.size()) {
    std::size_t after = header.body_begin;
    const auto entry = parse_entry(trimmed(next_line(text, after)));
    if (!entry || !is_sure(*entry)) break;
    header.entries.push_back(*entry);
    header.body_begin = after;
  }
  return header;
}

}  // namespace

HeaderBlock parse_header_block(std::string_view text) {
  HeaderBlock header;
  std::size_t at = 0;
  const bool fenced = trimmed(text.substr(0, text.find('\n'))) == "---";
  if (fenced) next_line(text, at);
  while (at < text.size()) {
    const std::string_view line = trimmed(next_line(text, at));
    if (fenced ? line == "---" : line.empty()) break;
    const auto entry = parse_entry(line);
    if (!entry) return fenced ? HeaderBlock{} : leading_known_lines(text);
    if (header.entries.empty() && entry->key.empty()) return {};
    header.entries.push_back(*entry);
  }
  if (header.entries.empty()) return {};
  while (at < text.size()) {
    std::size_t after = at;
    if (!trimmed(next_line(text, after)).empty()) break;
    at = after;
  }
  header.body_begin = at;
  return header;
}

void apply(const HeaderBlock& header, RawArticle& article) {
  for (const auto& [key, value] : header.entries) {
    if (key == "id") article.id = value;
    if (key == "title") article.title = value;
    if (key == "url") article.url = value;
    if (key == "date") article.date = value;
    if (key == "source") article.source = value;
    if (key == "author") article.author = value;
    if (key == "language") article.language = value;
  }
}

}  // namespace mahdar
