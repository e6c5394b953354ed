#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "schema/article.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// Each value of a list "7,8" as `label` calls it, with `separator` between them; `none` for an empty list.
template <typename Label>
std::string labelled_values(std::string_view list, std::string_view separator, std::string_view none,
                            Label&& label) {
  if (list.empty()) return std::string(none);
  std::string labels;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (begin > 0) labels += separator;
    labels += label(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return labels;
}

/// "round: Round 8, detected: Round 7 (archivist: the headline is wrong; corrections.tsv:2)": a value someone
/// set by hand, in the names a reader knows, and who, why and where as far as they are known. The place only
/// where the options tell local paths.
std::string correction_in_words(const AppliedCorrection& correction, const RenderOptions& options);

}  // namespace mahdar
