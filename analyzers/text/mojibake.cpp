#include "analyzers/text/mojibake.h"

#include <cstddef>

#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kShare = 10;  ///< one letter in so many
constexpr std::size_t kFewest = 8;
constexpr std::size_t kShortestRun = 3;

bool is_suspect(char32_t c) {
  // The upper half of windows-1252, with the marks it has from U+2000 on, and what stands for lost bytes.
  return (c >= 0xA1 && c <= 0xFF && c != 0xAB && c != 0xBB && c != 0xB7) || c == 0x152 || c == 0x153 ||
         c == 0x160 || c == 0x161 || c == 0x178 || c == 0x17D || c == 0x17E || c == 0x192 || c == 0x2C6 ||
         c == 0x2020 || c == 0x2021 || c == 0x2030 || c == 0x201E || c == 0x2039 || c == 0x203A ||
         c == 0x20AC || c == 0x2122 || c == 0xFFFD;
}

bool is_plain_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0x600 && c <= 0x6FF);
}

}  // namespace

bool looks_like_mojibake(std::string_view text) {
  std::size_t letters = 0;
  std::size_t suspects = 0;
  std::size_t run = 0;
  const auto end_run = [&] {
    if (run >= kShortestRun) suspects += run;
    run = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    at += length;
    if (is_suspect(c)) {
      ++run;
      ++letters;
    } else {
      end_run();
      if (is_plain_letter(c)) ++letters;
    }
  }
  end_run();
  return suspects >= kFewest && suspects * kShare >= letters;
}

}  // namespace mahdar
