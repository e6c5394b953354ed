#include "schema/article.h"

namespace mahdar {

bool Article::title_is_cut() const {
  if (title_end == 0 || title_end >= text.size() || text[title_end] == '\n') return false;
  const std::string_view shown = title();
  const auto ends = [&](std::string_view mark) { return shown.ends_with(mark); };
  return !ends(".") && !ends("!") && !ends("؟") && !ends(".\"") && !ends(".”") && !ends(".»");
}

std::string Article::shown_title() const {
  if (!title_is_cut()) return std::string(title());
  std::string shown(title());
  for (const std::string_view mark : {"،", ",", "؛", ":"})
    if (shown.ends_with(mark)) shown.resize(shown.size() - mark.size());
  return shown + " …";
}

}  // namespace mahdar
