#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// How the text format looks: colours, digits, language, and the order bidi terminals need.
class TextStyle {
 public:
  explicit TextStyle(const RenderOptions& options) : options_(options) {}

  std::string bold(std::string_view text) const { return in_colour("1", text); }
  std::string faint(std::string_view text) const { return in_colour("2", text); }
  std::string notice(std::string_view text) const { return in_colour("33", text); }

  /// `text` with the ranges set off; control characters taken out.
  std::string highlighted(std::string_view text, const std::vector<ByteRange>& ranges) const;

  /// Text of unknown direction, its own direction controls in pairs, isolated from what stands around it
  /// (U+2068 … U+2069) where the output is for a terminal.
  std::string isolated(std::string_view text) const;

  /// A number in the digits asked for.
  std::string number(std::uint64_t value) const { return digits(std::to_string(value)); }
  /// ASCII digits of `text` in the digits asked for.
  std::string digits(std::string_view text) const;

  bool english() const { return options_.english; }

  /// The Arabic or the English wording.
  std::string_view say(std::string_view arabic, std::string_view english) const {
    return options_.english ? english : arabic;
  }

 private:
  std::string in_colour(std::string_view code, std::string_view text) const;

  RenderOptions options_;
};

/// The parts that are not empty, with the separator between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// Control characters, which could steer a terminal, become spaces.
std::string without_controls(std::string_view text);

}  // namespace mahdar
