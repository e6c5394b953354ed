#include "analyzers/text/latin_skeleton.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

struct Sound {
  std::string_view letters;
  std::string_view sound;
};

// Longest first.
constexpr Sound kSounds[] = {
    {"tsch", "k"}, {"tch", "k"}, {"sch", "s"}, {"dzh", "j"}, {"kh", "k"},  {"ch", "k"},
    {"ck", "k"},   {"gh", "g"},  {"sh", "s"},  {"zh", "z"},  {"ph", "f"},  {"dj", "j"},
    {"dh", "d"},   {"th", "t"},  {"ce", "sI"}, {"ci", "sI"}, {"cy", "sI"}, {"gue", "gI"},
    {"gui", "gI"}, {"a", "A"},   {"e", "I"},   {"i", "I"},   {"y", "I"},   {"o", "U"},
    {"u", "U"},    {"c", "k"},   {"q", "k"},   {"v", "f"},   {"w", "f"},   {"x", "ks"},
};

bool is_vowel(char sound) {
  return sound == 'A' || sound == 'I' || sound == 'U';
}

// The base letters of those that folding leaves alone.
std::string plain_letters(std::string_view folded) {
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const auto [c, length] = utf8::decode(folded, at);
    at += length;
    if (c >= U'a' && c <= U'z') {
      plain += static_cast<char>(c);
    } else if (c == U'ı') {
      plain += 'i';
    } else if (c == U'ø') {
      plain += 'o';
    } else if (c == U'æ') {
      plain += "ae";
    } else {
      return {};
    }
  }
  return plain;
}

std::string sound_of(std::string_view letters) {
  std::string sound;
  const auto add = [&](char c) {
    if (sound.empty() || sound.back() != c) sound += c;
  };
  while (!letters.empty()) {
    const auto* const rule = std::find_if(std::begin(kSounds), std::end(kSounds),
                                          [&](const Sound& s) { return letters.starts_with(s.letters); });
    if (rule == std::end(kSounds)) {
      add(letters.front());
      letters.remove_prefix(1);
    } else {
      for (const char c : rule->sound) add(c);
      letters.remove_prefix(rule->letters.size());
    }
  }
  return sound;
}

// Levenshtein's distance. Consonants are equal here, so that every edit is of a vowel.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

LatinSkeleton latin_skeleton(std::string_view folded) {
  std::string letters = plain_letters(folded);
  // Mute at the end: Raqqah, Poutine.
  const bool mute = letters.size() > 3 && (letters.ends_with('h') || letters.ends_with('e'));
  if (mute && (letters.ends_with("ah") || !is_vowel(sound_of(letters.substr(letters.size() - 2, 1))[0]))) {
    const bool digraph = letters.ends_with('h') && !letters.ends_with("ah");
    if (!digraph) letters.pop_back();
  }
  LatinSkeleton skeleton{{}, sound_of(letters)};
  std::copy_if(skeleton.sound.begin(), skeleton.sound.end(), std::back_inserter(skeleton.consonants),
               [](char c) { return !is_vowel(c); });
  return skeleton;
}

bool sound_alike(const LatinSkeleton& a, const LatinSkeleton& b) {
  if (a.consonants != b.consonants || a.consonants.size() < 2) return false;
  if (is_vowel(a.sound.front()) != is_vowel(b.sound.front())) return false;
  const std::size_t count = a.consonants.size();
  const std::size_t allowed = count <= 3 ? 0 : count == 4 ? 1 : 2;
  return distance(a.sound, b.sound) <= allowed;
}

}  // namespace mahdar
