#include "analyzers/about/vowel_signs.h"

#include <algorithm>

#include "analyzers/text/utf8.h"

namespace mahdar {

VowelSigns::VowelSigns(std::string_view word) {
  constexpr char32_t kFirst = 0x64B, kLast = 0x652, kTatweel = 0x640;
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, length] = utf8::decode(word, at);
    at += length;
    if (c >= kFirst && c <= kLast) {
      if (!on_letters_.empty()) on_letters_.back() |= static_cast<std::uint8_t>(1u << (c - kFirst));
    } else if (c != kTatweel) {
      on_letters_.push_back(0);
    }
  }
}

bool VowelSigns::any() const {
  return std::ranges::any_of(on_letters_, [](std::uint8_t signs) { return signs != 0; });
}

bool VowelSigns::stand_in(std::string_view word) const {
  const VowelSigns found(word);
  if (found.on_letters_.size() < on_letters_.size()) return false;
  return std::equal(on_letters_.rbegin(), on_letters_.rend(), found.on_letters_.rbegin(),
                    [](std::uint8_t wanted, std::uint8_t has) { return (wanted & ~has) == 0; });
}

}  // namespace mahdar
