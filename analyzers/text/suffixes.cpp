#include "analyzers/text/suffixes.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace mahdar {
namespace {

constexpr std::size_t kMinBytes = kMinLetters * 2;
constexpr std::size_t kTail = 8;  // bytes compared at once: four letters, the longest ending

/// An ending as the last bytes of a word read as one integer, low byte first.
struct Suffix {
  std::uint64_t value = 0;
  std::uint64_t mask = 0;
  unsigned char size = 0;
};

constexpr Suffix suffix(std::string_view text) {
  Suffix s{.size = static_cast<unsigned char>(text.size())};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t shift = 8 * (kTail - text.size() + i);
    s.value |= std::uint64_t{static_cast<unsigned char>(text[i])} << shift;
    s.mask |= std::uint64_t{0xFF} << shift;
  }
  return s;
}

// Longest first.
constexpr Suffix kSuffixes[] = {
    suffix("ناهم"), suffix("تهما"), suffix("تهم"), suffix("تها"), suffix("تنا"), suffix("هما"), suffix("كما"),
    suffix("تان"),  suffix("تين"),  suffix("يون"), suffix("يين"), suffix("يات"), suffix("ونه"), suffix("هم"),
    suffix("هن"),   suffix("ها"),   suffix("نا"),  suffix("كم"),  suffix("ان"),  suffix("ات"),  suffix("ون"),
    suffix("ين"),   suffix("يه"),   suffix("وا"),  suffix("ته"),  suffix("تم"),  suffix("يا"),  suffix("ه"),
    suffix("ي"),    suffix("ا"),    suffix("ت")};

constexpr Suffix kPronouns[] = {suffix("هما"), suffix("كما"), suffix("هم"), suffix("هن"),
                                suffix("ها"),  suffix("نا"),  suffix("كم"), suffix("ه")};

// Only words of four letters or more can lose one, so eight bytes are always there.
std::uint64_t tail_of(std::string_view word) {
  std::array<unsigned char, kTail> bytes;
  std::memcpy(bytes.data(), word.data() + word.size() - kTail, kTail);
  std::uint64_t tail = 0;
  for (std::size_t i = 0; i < kTail; ++i) tail |= std::uint64_t{bytes[i]} << (8 * i);
  return tail;
}

// Most words end in a letter that no ending ends in.
bool may_end(std::uint64_t tail) {
  switch (tail >> 48) {
    case suffix("ا").value >> 48:
    case suffix("ت").value >> 48:
    case suffix("م").value >> 48:
    case suffix("ن").value >> 48:
    case suffix("ه").value >> 48:
    case suffix("ي").value >> 48:
      return true;
    default:
      return false;
  }
}

}  // namespace

detail::SuffixSizes detail::fitting_suffixes(std::string_view folded) {
  SuffixSizes fitting;
  if (folded.size() < kMinBytes + 2) return fitting;
  const std::uint64_t tail = tail_of(folded);
  if (!may_end(tail)) return fitting;
  std::size_t count = 0;
  for (const Suffix& s : kSuffixes) {
    if ((tail & s.mask) == s.value && folded.size() >= kMinBytes + s.size) fitting.sizes[count++] = s.size;
  }
  return fitting;
}

std::string_view without_suffix(std::string_view folded) {
  return without_suffix_if(folded, [](std::string_view) { return true; });
}

std::string_view without_pronoun(std::string_view folded) {
  if (folded.size() < kMinBytes + 2) return folded;
  const std::uint64_t tail = tail_of(folded);
  for (const Suffix& s : kPronouns) {
    const bool fits = (tail & s.mask) == s.value && folded.size() >= kMinBytes + s.size;
    if (fits) return folded.substr(0, folded.size() - s.size);
  }
  return folded;
}

}  // namespace mahdar
