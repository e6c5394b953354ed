#include "analyzers/text/arabic_spelling.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

struct Letter {
  std::string_view latin;
  std::u32string_view arabic;  ///< alternatives; | between those of several letters
};

// How Arabic press writes the letters of foreign names.
constexpr Letter kLetters[] = {
    {"b", U"ب"},        {"c", U"ك|س|ق|ج|ص"}, {"ch", U"ش|تش|خ|ك"}, {"ck", U"ك"},       {"d", U"د|ض"},
    {"dh", U"ذ|ض"},     {"dj", U"ج"},        {"f", U"ف"},         {"g", U"غ|ج|ق|ك"},  {"gh", U"غ"},
    {"h", U"ه|ح"},      {"j", U"ج|ي"},       {"k", U"ك|ق"},       {"kh", U"خ"},       {"l", U"ل"},
    {"m", U"م"},        {"n", U"ن"},         {"p", U"ب"},         {"ph", U"ف"},       {"q", U"ق"},
    {"r", U"ر"},        {"s", U"س|ص|ز"},     {"sch", U"ش"},       {"sh", U"ش"},       {"t", U"ت|ط"},
    {"tch", U"تش"},     {"th", U"ث|ت|ط"},    {"tz", U"تس|تز"},    {"v", U"ف"},        {"w", U"و|ف"},
    {"x", U"كس|قس"},    {"z", U"ز|ظ|ذ"},     {"zh", U"ج|ز"},      {"a", U"ا|ع|عا"},   {"au", U"او|و"},
    {"aw", U"او"},      {"e", U"ي|ا|ع|اي"},  {"ee", U"ي"},        {"ei", U"ي|اي"},    {"i", U"ي|ا|ع|اي"},
    {"o", U"و|ا|ع|او"}, {"oo", U"و"},        {"ou", U"و"},        {"u", U"و|ا|ع|او"}, {"y", U"ي"},
};

constexpr std::string_view kVowels = "aeiouy";
constexpr unsigned kNever = std::numeric_limits<unsigned>::max() / 2;
constexpr std::size_t kLongestName = 24;

bool is_vowel(char c) {
  return kVowels.find(c) != std::string_view::npos;
}

std::size_t consonants_of(std::string_view latin, NameOrigin origin) {
  std::size_t count = origin == NameOrigin::kArabic && latin.starts_with('y') ? 1 : 0;
  for (std::size_t i = 0; i < latin.size(); ++i)
    if (!is_vowel(latin[i]) && (i == 0 || latin[i] != latin[i - 1])) ++count;
  return count;
}

/// What a name must have, and what a word may leave out of one with the fewest consonants and of any.
struct Bounds {
  std::size_t fewest_consonants;
  std::size_t fewest_letters;
  unsigned unwritten;
  unsigned most_unwritten;
};

constexpr Bounds bounds_of(NameOrigin origin) {
  return origin == NameOrigin::kForeign ? Bounds{2, 4, 0, 2} : Bounds{3, 3, 2, 3};
}

/// What it costs to take the Arabic letters of another vowel.
unsigned strange(std::string_view latin, std::u32string_view spelt) {
  if (spelt != U"ا" && spelt != U"ع") return 0;
  return latin == "i" || latin == "o" || latin == "u" ? 2 : latin == "e" ? 1 : 0;
}

/// Calls `take` for each alternative.
template <typename Take>
void for_each_alternative(std::u32string_view arabic, Take&& take) {
  while (!arabic.empty()) {
    const std::size_t end = std::min(arabic.find(U'|'), arabic.size());
    take(arabic.substr(0, end));
    arabic.remove_prefix(std::min(end + 1, arabic.size()));
  }
}

/// What it costs to have read the Latin letters up to a place as the Arabic ones up to another.
class Reading {
 public:
  Reading(std::string_view latin, std::u32string arabic, NameOrigin origin)
      : latin_(latin),
        arabic_(std::move(arabic)),
        origin_(origin),
        costs_((latin.size() + 1) * (arabic_.size() + 1), kNever) {}

  unsigned run() {
    cost(0, 0) = 0;
    for (std::size_t i = 0; i < latin_.size(); ++i)
      for (std::size_t j = 0; j <= arabic_.size(); ++j)
        if (cost(i, j) < kNever) read_on(i, j);
    return cost(latin_.size(), arabic_.size());
  }

 private:
  unsigned& cost(std::size_t i, std::size_t j) { return costs_[i * (arabic_.size() + 1) + j]; }

  void reach(std::size_t i, std::size_t j, unsigned sum) { cost(i, j) = std::min(cost(i, j), sum); }

  void read_on(std::size_t i, std::size_t j) {
    const unsigned sum = cost(i, j);
    const bool last = i + 1 == latin_.size();
    const bool again = i > 0 && latin_[i] == latin_[i - 1];
    const bool mute = last && (latin_[i] == 'e' || latin_[i] == 'h');
    if (i > 0 && (again || mute)) reach(i + 1, j, sum);
    if (i > 0 && is_vowel(latin_[i])) reach(i + 1, j, sum + unwritten(latin_[i]));
    const bool feminine = latin_[i] == 'a' || (latin_[i] == 't' && origin_ == NameOrigin::kArabic);
    if (last && feminine && j + 1 == arabic_.size() && arabic_[j] == U'ه') reach(i + 1, j + 1, sum);
    for (const Letter& letter : kLetters) {
      if (!latin_.substr(i).starts_with(letter.latin)) continue;
      for_each_alternative(letter.arabic, [&](std::u32string_view spelt) {
        if (std::u32string_view(arabic_).substr(j).starts_with(spelt))
          reach(i + letter.latin.size(), j + spelt.size(), sum + (i > 0 ? strange(letter.latin, spelt) : 0));
      });
    }
  }

  /// Of foreign names short a and e are seldom written, others often.
  unsigned unwritten(char vowel) const {
    return origin_ == NameOrigin::kArabic || vowel == 'a' || vowel == 'e' ? 1 : 2;
  }

  std::string_view latin_;
  std::u32string arabic_;
  NameOrigin origin_;
  std::vector<unsigned> costs_;
};

}  // namespace

std::optional<unsigned> unwritten_vowels(std::string_view latin, std::string_view arabic, NameOrigin origin) {
  const std::size_t consonants = consonants_of(latin, origin);
  std::u32string letters;
  for (std::size_t at = 0; at < arabic.size();) {
    const auto [c, length] = utf8::decode(arabic, at);
    letters += c;
    at += length;
  }
  const Bounds bounds = bounds_of(origin);
  if (consonants < bounds.fewest_consonants || latin.size() > kLongestName ||
      letters.size() < bounds.fewest_letters)
    return std::nullopt;
  const std::size_t more = consonants - bounds.fewest_consonants;
  const unsigned allowed = std::min(bounds.unwritten + static_cast<unsigned>(more), bounds.most_unwritten);
  const unsigned cost = Reading(latin, std::move(letters), origin).run();
  return cost <= allowed ? std::optional(cost) : std::nullopt;
}

std::u32string first_arabic_letters(std::string_view latin) {
  std::u32string letters;
  for (const Letter& letter : kLetters)
    if (latin.starts_with(letter.latin))
      for_each_alternative(letter.arabic, [&](std::u32string_view spelt) {
        if (letters.find(spelt.front()) == std::u32string::npos) letters += spelt.front();
      });
  return letters;
}

}  // namespace mahdar
