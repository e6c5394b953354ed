#include "analyzers/text/skeleton.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8
constexpr std::size_t kRoot = 3 * kLetter;

// Longest first where one begins with another.
constexpr std::string_view kBeginnings[] = {"است", "مست", "مت", "ان", "م", "ت", "ا", "ن", "ي"};

bool is_weak(std::string_view letter) {
  return letter == "ا" || letter == "و" || letter == "ي" || letter == "ى" || letter == "ء" || letter == "ؤ" ||
         letter == "ئ";
}

bool is_arabic(std::string_view word) {
  return word.size() % kLetter == 0 && std::ranges::all_of(word, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return (byte >= 0xD8 && byte <= 0xDB) || (byte >= 0x80 && byte <= 0xBF);
         });
}

std::string_view without_beginning(std::string_view stem) {
  for (const std::string_view beginning : kBeginnings) {
    if (stem.starts_with(beginning) && stem.size() >= beginning.size() + kRoot)
      return stem.substr(beginning.size());
  }
  return stem;
}

}  // namespace

std::string skeleton(std::string_view stem) {
  if (stem.empty() || !is_arabic(stem)) return std::string(stem);
  const std::string_view base = without_beginning(stem);
  std::string consonants(base.substr(0, kLetter));
  for (std::size_t at = kLetter; at < base.size(); at += kLetter) {
    const std::string_view letter = base.substr(at, kLetter);
    if (!is_weak(letter)) consonants += letter;
  }
  return consonants.size() > kLetter ? consonants : std::string(base);
}

}  // namespace mahdar
