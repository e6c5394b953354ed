#include "searcher/render/input_error_text.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "schema/embedded.h"
#include "schema/field.h"

namespace mahdar {
namespace {

struct Wording {
  std::string_view english;  ///< with '#' for what is named
  std::string_view arabic;   ///< with "#1", "#2"
};

std::vector<Wording> read_wordings() {
  const auto files = embedded::mahdar_searcher();
  const auto file = std::ranges::find(files, std::string_view("input_errors.tsv"), &embedded::File::name);
  if (file == files.end()) throw std::logic_error("input_errors.tsv is not in the program");
  std::vector<Wording> wordings;
  for (std::string_view rest = file->content; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos)  // else a remark
      wordings.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return wordings;
}

/// What stands in `text` for each '#' of the wording; none where it says something else.
std::optional<std::vector<std::string_view>> named_in(std::string_view text, std::string_view wording) {
  std::vector<std::string_view> named;
  const std::size_t start = wording.find('#');
  if (start == std::string_view::npos)
    return text == wording ? std::optional(std::move(named)) : std::nullopt;
  if (!text.starts_with(wording.substr(0, start))) return std::nullopt;
  text.remove_prefix(start);
  wording.remove_prefix(start);
  while (!wording.empty()) {  // begins with '#'
    const std::size_t next = std::min(wording.find('#', 1), wording.size());
    const std::string_view between = wording.substr(1, next - 1);
    const bool last = next == wording.size();
    const std::size_t end = last && between.empty() ? text.size()
                            : last                  ? text.rfind(between)
                                                    : text.find(between);
    if (end == std::string_view::npos || (last && end + between.size() != text.size())) return std::nullopt;
    named.push_back(text.substr(0, end));
    text.remove_prefix(end + between.size());
    wording.remove_prefix(next);
  }
  return named;
}

/// What is named may be a field, or advice of its own.
std::string name_in_arabic(std::string_view name) {
  if (const auto field = field_named(name)) return std::string(row(*field).label_ar);
  std::string advice = in_arabic(name);
  return advice.empty() ? std::string(name) : advice;
}

std::string filled_in(std::string_view arabic, const std::vector<std::string_view>& named) {
  std::string text;
  for (std::size_t i = 0; i < arabic.size(); ++i) {
    const std::size_t number =
        arabic[i] == '#' && i + 1 < arabic.size() ? static_cast<std::size_t>(arabic[i + 1] - '0') : 0;
    if (number == 0 || number > named.size()) {
      text += arabic[i];
      continue;
    }
    text += name_in_arabic(named[number - 1]);
    ++i;
  }
  return text;
}

}  // namespace

std::string in_arabic(std::string_view english) {
  static const std::vector<Wording> wordings = read_wordings();
  for (const Wording& wording : wordings)
    if (const auto named = named_in(english, wording.english)) return filled_in(wording.arabic, *named);
  return {};
}

std::string error_text(const InputError& error, bool english) {
  const auto said = [&](const std::string& text) {
    std::string arabic = english ? std::string() : in_arabic(text);
    return arabic.empty() ? text : arabic;
  };
  return error.remedy.empty() ? said(error.message)
                              : fmt::format("{} ({})", said(error.message), said(error.remedy));
}

}  // namespace mahdar
