#include "searcher/terminal/prompt_command.h"

#include <array>
#include <optional>
#include <utility>

#include "schema/facet.h"
#include "schema/field.h"

namespace mahdar {
namespace {

using Kind = PromptCommand::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 20> kWords{{
    {"n", Kind::kNext},        {"next", Kind::kNext},       {"التالي", Kind::kNext}, {"p", Kind::kPrevious},
    {"prev", Kind::kPrevious}, {"السابق", Kind::kPrevious}, {"b", Kind::kBack},      {"back", Kind::kBack},
    {"رجوع", Kind::kBack},     {"x", Kind::kClear},         {"clear", Kind::kClear}, {"مسح", Kind::kClear},
    {"?", Kind::kHelp},        {"؟", Kind::kHelp},          {"help", Kind::kHelp},   {"مساعدة", Kind::kHelp},
    {"q", Kind::kQuit},        {"quit", Kind::kQuit},       {"exit", Kind::kQuit},   {"خروج", Kind::kQuit},
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

struct Verb {
  std::string_view word;
  Kind kind;
};

constexpr std::array<Verb, 9> kVerbsOfNumbers{{{"o", Kind::kOpen},
                                               {"open", Kind::kOpen},
                                               {"فتح", Kind::kOpen},
                                               {"c", Kind::kCopy},
                                               {"copy", Kind::kCopy},
                                               {"نسخ", Kind::kCopy},
                                               {"r", Kind::kRemove},
                                               {"remove", Kind::kRemove},
                                               {"حذف", Kind::kRemove}}};

constexpr std::array<Verb, 12> kVerbsOfWords{{{"f", Kind::kValues},
                                              {"facet", Kind::kValues},
                                              {"قيم", Kind::kValues},
                                              {"s", Kind::kSort},
                                              {"sort", Kind::kSort},
                                              {"فرز", Kind::kSort},
                                              {"lang", Kind::kLanguage},
                                              {"language", Kind::kLanguage},
                                              {"لغة", Kind::kLanguage},
                                              {"w", Kind::kExport},
                                              {"save", Kind::kExport},
                                              {"حفظ", Kind::kExport}}};

using Names = std::array<std::pair<std::string_view, std::string_view>, 8>;

constexpr Names kSorts{{{"relevance", "relevance"},
                        {"newest", "newest"},
                        {"oldest", "oldest"},
                        {"round", "round"},
                        {"الصلة", "relevance"},
                        {"الأحدث", "newest"},
                        {"الأقدم", "oldest"},
                        {"الجولة", "round"}}};

constexpr Names kLanguages{{{"ar", "ar"},
                            {"en", "en"},
                            {"عربي", "ar"},
                            {"العربية", "ar"},
                            {"إنجليزي", "en"},
                            {"الإنجليزية", "en"},
                            {"arabic", "ar"},
                            {"english", "en"}}};

std::string_view name_in(const Names& names, std::string_view word) {
  for (const auto& [written, name] : names)
    if (written == word) return name;
  return {};
}

/// A verb and what it takes; none where the words after it make no sense to it, as in a query.
std::optional<PromptCommand> command_with_argument(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view first = line.substr(0, blank);
  const std::string_view rest = trimmed(line.substr(blank));
  for (const auto& [word, kind] : kVerbsOfNumbers)
    if (const auto number = first == word ? number_of(rest) : std::nullopt)
      return PromptCommand{kind, {}, *number};
  for (const auto& [word, kind] : kVerbsOfWords) {
    if (first != word) continue;
    std::string_view argument = rest;
    if (kind == Kind::kValues && !facet_named(rest)) argument = {};
    if (kind == Kind::kSort) argument = name_in(kSorts, rest);
    if (kind == Kind::kLanguage) argument = name_in(kLanguages, rest);
    if (kind == Kind::kExport && !export_format(rest)) argument = {};
    if (!argument.empty()) return PromptCommand{kind, std::string(argument), 0};
    // Arabic verbs begin queries (حفظ السلام); one Latin word behind a Latin one is a slip.
    const bool latin = static_cast<unsigned char>(word.front()) < 0x80;
    if (latin && rest.find(' ') == std::string_view::npos)
      return PromptCommand{Kind::kMisused, std::string(word), 0};
  }
  return std::nullopt;
}

/// "round:7", "-source:sana" or "topic:\"prisoner exchange\"" and nothing else: a filter, without the
/// quotation marks.
std::optional<std::string> lone_filter(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view sign = line.substr(0, line.front() == '-' ? 1 : 0);
  const auto field = field_named(line.substr(sign.size(), colon - sign.size()));
  if (!field || *field == Field::kTitle) return std::nullopt;
  std::string_view value = line.substr(colon + 1);
  const bool quoted = value.size() > 2 && value.front() == '"' && value.find('"', 1) == value.size() - 1;
  if (quoted) value = value.substr(1, value.size() - 2);
  if (value.empty() || (!quoted && value.find_first_of(" \t\"()*~") != std::string_view::npos))
    return std::nullopt;
  return std::string(line.substr(0, colon + 1)).append(value);
}

}  // namespace

PromptCommand parse_prompt_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty()) return {};
  for (const auto& [word, kind] : kWords)
    if (line == word) return {kind, {}, 0};
  if (line.front() == '/') return {Kind::kQuery, std::string(trimmed(line.substr(1))), 0};
  if (auto command = command_with_argument(line)) return *std::move(command);
  if (auto filter = lone_filter(line)) return {Kind::kFilter, *std::move(filter), 0};
  if (const auto number = number_of(line)) return {Kind::kNarrow, std::string(line), *number};
  return {Kind::kQuery, std::string(line), 0};
}

std::optional<OutputFormat> export_format(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view ending = path.substr(dot + 1);
  if (ending == "bib") return OutputFormat::kBibtex;
  if (ending == "txt") return OutputFormat::kText;
  return output_format_named(ending);
}

}  // namespace mahdar
