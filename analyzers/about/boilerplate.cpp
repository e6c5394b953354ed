#include "analyzers/about/boilerplate.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/about/line_key.h"

namespace mahdar {
namespace {

constexpr std::size_t kLongestPatternLine = 320;  ///< bytes; boilerplate is short, paragraphs are not
constexpr std::size_t kLongestMargin = 8;         ///< words of a menu path or byline

constexpr std::array<std::pair<std::string_view, LineRole>, 5> kSections = {{
    {"anywhere", LineRole::kJunk},
    {"margin", LineRole::kMargin},
    {"related", LineRole::kRelated},
    {"end", LineRole::kEnd},
    {"signature", LineRole::kSignature},
}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii(std::string_view s) {
  return std::none_of(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

/// Short codes and markup that a page's software left behind.
bool is_markup(std::string_view line) {
  if (line.size() < 3) return false;
  const bool bracketed = line.front() == '[' && line.back() == ']' && is_ascii(line);
  return bracketed || (line.front() == '<' && line.back() == '>');
}

bool is_address(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) &&
         line.find(' ') == std::string_view::npos;
}

std::string_view first_word(std::string_view key) {
  return key.substr(0, key.find(' '));
}

/// "المصدر: …", not a sentence about a source ("المصدر أكد أن …").
bool names_a_source(std::string_view line, std::string_view key) {
  const std::size_t words = count_words(key);
  return words <= 3 || (words <= 10 && line.find(':') < line.size() / 2);
}

/// Whether every word is a number or one of `words`, and one at least is a number where `needs_number`.
bool only_words_of(const KeySet& words, std::string_view key, bool needs_number) {
  bool number = false;
  while (!key.empty()) {
    const std::size_t end = key.find(' ');
    const std::string_view word = key.substr(0, end);
    key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
    if (is_digit(word.front())) {
      number = true;
    } else if (!words.contains(word)) {
      return false;
    }
  }
  return number || !needs_number;
}

void take_words(const CueSections& sections, std::string_view name, KeySet& out) {
  const auto section = sections.find(name);
  if (section == sections.end()) return;
  for (const std::string& word : section->second) out.insert(line_key(word));
}

}  // namespace

BoilerplateRules::BoilerplateRules(const CueSections& sections) {
  for (const auto& [name, role] : kSections) {
    const auto section = sections.find(name);
    if (section == sections.end()) continue;
    for (const std::string& entry : section->second) add(entry, role);
  }
  take_words(sections, "stamp words", stamp_words_);
  take_words(sections, "counter words", counter_words_);
}

const BoilerplateRules& BoilerplateRules::bundled() {
  static const BoilerplateRules rules(bundled_cues("boilerplate_lines.txt"));
  return rules;
}

void BoilerplateRules::add(std::string_view entry, LineRole role) {
  const std::string key = line_key(entry);
  if (key.empty()) return;
  if (entry.front() == '*') {
    parts_.push_back({key, role});
  } else if (entry.back() == '*') {
    openings_[std::string(first_word(key))].push_back({key, role});
  } else {
    whole_[key] = role;
  }
}

LineRole BoilerplateRules::role(std::string_view line, std::string_view key) const {
  if (line.size() > kLongestPatternLine) return LineRole::kText;
  if (key.empty() || is_markup(line)) return LineRole::kJunk;
  if (is_counter(key) || is_address(line)) return LineRole::kMargin;
  if (const auto whole = whole_.find(key); whole != whole_.end()) return whole->second;
  if (const auto bucket = openings_.find(first_word(key)); bucket != openings_.end()) {
    for (const Pattern& opening : bucket->second) {
      if (!starts_with_words(key, opening.words)) continue;
      if (opening.role == LineRole::kSignature && !names_a_source(line, key)) continue;
      // A header strung together with bars is none the less one.
      const bool barred = line.find('|') != std::string_view::npos;
      if (opening.role == LineRole::kMargin && count_words(key) > kLongestMargin && !barred) continue;
      return opening.role;
    }
  }
  for (const Pattern& part : parts_) {
    if (key.find(part.words) != std::string_view::npos) return part.role;
  }
  return LineRole::kText;
}

bool BoilerplateRules::is_stamp(std::string_view key) const {
  return only_words_of(stamp_words_, key, false);
}

bool BoilerplateRules::is_date(std::string_view key) const {
  return only_words_of(stamp_words_, key, true);
}

bool BoilerplateRules::is_counter(std::string_view key) const {
  return count_words(key) <= 4 && only_words_of(counter_words_, key, true);
}

}  // namespace mahdar
