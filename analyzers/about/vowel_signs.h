#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mahdar {

/// The vowel signs of a spelling, which tell words apart that are the same once folded: "عُمان" is Oman,
/// "عَمّان" is Amman.
class VowelSigns {
 public:
  VowelSigns() = default;
  explicit VowelSigns(std::string_view word);

  bool any() const;

  /// Whether `word`, which may stand behind proclitics, has at least these signs on its last letters.
  bool stand_in(std::string_view word) const;

 private:
  std::vector<std::uint8_t> on_letters_;  ///< a bit for each sign from U+064B on
};

}  // namespace mahdar
