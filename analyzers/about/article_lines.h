#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/boilerplate.h"
#include "analyzers/about/outlet_names.h"

namespace mahdar {

/// A line of the source text without the blanks around it.
struct ArticleLine {
  std::string_view text;
  std::uint32_t begin = 0;  ///< byte in the source text
  std::string key;          ///< line_key() of its beginning
  LineRole role = LineRole::kText;
  bool full = false;        ///< a paragraph of running text, no headline, caption or furniture
  std::string_view cut_by;  ///< the rule that left it out ("promotion"); empty: kept

  bool kept() const { return cut_by.empty(); }
};

/// The lines of a text with those cut that are no part of the article, and the lines that
/// named its source. Only whole lines are cut. Linear in the text's length.
struct ArticleLines {
  std::vector<ArticleLine> lines;  ///< without blank lines; views into the source text
  std::vector<std::string> signatures;
};

ArticleLines cut_boilerplate(std::string_view text, const BoilerplateRules& rules,
                             const OutletNames& outlets);

}  // namespace mahdar
