#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzers/about/article_lines.h"

namespace mahdar {

/// An article's title and the line it stands on.
struct Headline {
  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);
  std::string text;            ///< one line; empty where the article has no headline
  std::size_t line = kNoLine;  ///< index in ArticleLines::lines; kNoLine: the file's metadata alone give it
};

/// The title the file gives, unless it is a date alone, else the headline among the lines before the text. A
/// tagline glued to it
/// ("… - It's Over 9000!") is left off where the bare title stands on a line of its own. Cuts
/// the title's line and its repeats.
Headline take_headline(ArticleLines& article, std::string_view given, const BoilerplateRules& rules);

}  // namespace mahdar
