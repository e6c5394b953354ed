#include "searcher/terminal/prompt_command.h"

#include <array>
#include <optional>
#include <utility>

namespace mahdar {
namespace {

using Kind = PromptCommand::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 19> kWords{{
    {"n", Kind::kNext},        {"next", Kind::kNext},       {"التالي", Kind::kNext}, {"p", Kind::kPrevious},
    {"prev", Kind::kPrevious}, {"السابق", Kind::kPrevious}, {"b", Kind::kBack},      {"back", Kind::kBack},
    {"رجوع", Kind::kBack},     {"x", Kind::kClear},         {"clear", Kind::kClear}, {"مسح", Kind::kClear},
    {"?", Kind::kHelp},        {"؟", Kind::kHelp},          {"help", Kind::kHelp},   {"مساعدة", Kind::kHelp},
    {"q", Kind::kQuit},        {"quit", Kind::kQuit},       {"خروج", Kind::kQuit},
}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A number of up to four digits, ASCII or Arabic-Indic (U+0660 to U+0669, two bytes D9 A0 to D9 A9).
std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  std::size_t digits = 0;
  while (!text.empty()) {
    if (text[0] >= '0' && text[0] <= '9') {
      value = value * 10 + static_cast<std::size_t>(text[0] - '0');
      text.remove_prefix(1);
    } else if (text.size() > 1 && text[0] == '\xD9' && text[1] >= '\xA0' && text[1] <= '\xA9') {
      value = value * 10 + static_cast<std::size_t>(text[1] - '\xA0');
      text.remove_prefix(2);
    } else {
      return std::nullopt;
    }
    if (++digits > 4) return std::nullopt;
  }
  return digits > 0 ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> opened_hit(std::string_view line) {
  for (const std::string_view verb : {"o ", "open ", "فتح "})
    if (line.starts_with(verb)) return number_of(trimmed(line.substr(verb.size())));
  return std::nullopt;
}

}  // namespace

PromptCommand parse_prompt_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty()) return {};
  for (const auto& [word, kind] : kWords)
    if (line == word) return {kind, {}, 0};
  if (line.front() == '/') return {Kind::kQuery, std::string(trimmed(line.substr(1))), 0};
  if (const auto number = opened_hit(line)) return {Kind::kOpen, {}, *number};
  if (const auto number = number_of(line)) return {Kind::kNarrow, std::string(line), *number};
  return {Kind::kQuery, std::string(line), 0};
}

}  // namespace mahdar
