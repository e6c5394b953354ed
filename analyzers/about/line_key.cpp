#include "analyzers/about/line_key.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace mahdar {
namespace {

constexpr char32_t kSkip = 0;
constexpr char32_t kSpace = U' ';

/// One character and its length; damaged bytes read as a space of one byte.
struct Decoded {
  char32_t code;
  std::size_t length;
};

inline Decoded decode(std::string_view s) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(s[i]); };
  const auto tail = [&](std::size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && tail(1)) return {(first & 0x1F) << 6 | (byte(1) & 0x3Fu), 2};
  if (first >= 0xE0 && first < 0xF0 && tail(1) && tail(2)) {
    return {(first & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu), 3};
  }
  if (first >= 0xF0 && first < 0xF5 && tail(1) && tail(2) && tail(3)) {
    return {(first & 7) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu), 4};
  }
  return {kSpace, 1};
}

constexpr char32_t fold_arabic(char32_t c) {
  if ((c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640) return kSkip;
  if (c >= 0x0660 && c <= 0x0669) return U'0' + (c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return U'0' + (c - 0x06F0);
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ى':
    case U'ی':
    case U'ئ':
      return U'ي';
    case U'ؤ':
      return U'و';
    case U'ة':
    case U'ہ':
    case U'ە':
      return U'ه';
    case U'ک':
      return U'ك';
    default:
      break;
  }
  const bool letter = (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3);
  return letter ? c : kSpace;
}

constexpr char32_t fold(char32_t c) {
  if (c < 0x80) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? c : kSpace;
  }
  if (c >= 0x0600 && c < 0x0700) return fold_arabic(c);
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069))
    return kSkip;
  if (c == 0xFEFF || c == 0x00AD) return kSkip;
  const bool letter =
      (c >= 0x00C0 && c < 0x0600 && c != 0x00D7 && c != 0x00F7) || (c >= 0xFB50 && c < 0xFF00);
  return letter ? c : kSpace;
}

constexpr std::size_t kTwoBytes = 0x800;  // code points that take up to two bytes

/// What a character becomes: its bytes, none of one that is skipped. Behind the last byte stands a zero.
struct Folded {
  std::uint16_t pair = 0;  ///< the first two, as they stand in memory
  char third = 0;
  std::uint8_t size = 0;
};

constexpr Folded folded(char32_t c) {
  const auto made = [](std::uint8_t size, char32_t first, char32_t second = 0, char32_t third = 0) {
    const std::array<char, 2> pair{static_cast<char>(first), static_cast<char>(second)};
    return Folded{std::bit_cast<std::uint16_t>(pair), static_cast<char>(third), size};
  };
  c = fold(c);
  if (c == kSkip) return {};
  if (c < 0x80) return made(1, c);
  if (c < kTwoBytes) return made(2, 0xC0 | c >> 6, 0x80 | (c & 0x3F));
  return made(3, 0xE0 | c >> 12, 0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F));
}

constexpr Folded kFoldedSpace = folded(kSpace);

constexpr std::array<Folded, kTwoBytes> folded_table() {
  std::array<Folded, kTwoBytes> table{};
  for (char32_t c = 0; c < kTwoBytes; ++c) table[c] = folded(c);
  return table;
}

constexpr std::array<Folded, kTwoBytes> kFolded = folded_table();

}  // namespace

std::string line_key(std::string_view line, std::size_t max_bytes) {
  line = line.substr(0, max_bytes);
  std::string key(line.size(), '\0');  // no character is longer folded
  char* const begin = key.data();
  char* out = begin;
  const char* const end = line.data() + line.size();
  for (const char* at = line.data(); at != end;) {
    Folded c;
    if ((at[0] & 0xFC) == 0xD8 && end - at > 1 && (at[1] & 0xC0) == 0x80) {  // Arabic, nearly all of a text
      c = kFolded[static_cast<std::size_t>((at[0] & 0x1F) << 6 | (at[1] & 0x3F))];
      at += 2;
    } else {
      const Decoded next = decode({at, static_cast<std::size_t>(end - at)});
      c = next.code < kTwoBytes ? kFolded[next.code] : folded(next.code);
      at += next.length;
    }
    if (c.pair == kFoldedSpace.pair && (out == begin || out[-1] == ' ')) continue;
    // A zero at most is written too many, where the next character goes.
    std::memcpy(out, &c.pair, sizeof c.pair);
    if (c.size == 3) out[2] = c.third;
    out += c.size;
  }
  if (out != begin && out[-1] == ' ') --out;
  key.resize(static_cast<std::size_t>(out - begin));
  return key;
}

std::size_t count_words(std::string_view key) {
  if (key.empty()) return 0;
  return 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

bool starts_with_words(std::string_view key, std::string_view prefix) {
  return key.starts_with(prefix) && (key.size() == prefix.size() || key[prefix.size()] == ' ');
}

}  // namespace mahdar
