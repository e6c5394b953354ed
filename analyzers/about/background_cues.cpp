#include "analyzers/about/background_cues.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/about/line_key.h"

namespace mahdar {

BackgroundCues::BackgroundCues(const CueSections& sections) {
  constexpr std::array<std::pair<std::string_view, Kind>, 3> names = {
      {{"to the end", Kind::kToTheEnd}, {"paragraph", Kind::kParagraph}, {"return", Kind::kReturn}}};
  for (const auto& [name, kind] : names) {
    const auto section = sections.find(name);
    if (section == sections.end()) continue;
    for (const std::string& entry : section->second) {
      const std::string key = line_key(entry);
      by_first_word_[key.substr(0, key.find(' '))].push_back({key, kind});
    }
  }
  for (auto& [word, openings] : by_first_word_) {
    std::ranges::stable_sort(openings, std::greater<>{}, [](const Opening& o) { return o.words.size(); });
  }
}

const BackgroundCues& BackgroundCues::bundled() {
  static const BackgroundCues cues(bundled_cues("background_cues.txt"));
  return cues;
}

BackgroundCues::Kind BackgroundCues::kind(std::string_view key) const {
  const auto bucket = by_first_word_.find(key.substr(0, key.find(' ')));
  if (bucket == by_first_word_.end()) return Kind::kNone;
  for (const Opening& opening : bucket->second) {
    if (starts_with_words(key, opening.words)) return opening.kind;
  }
  return Kind::kNone;
}

}  // namespace mahdar
