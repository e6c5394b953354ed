#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// The words of an article in their order, packed for finding phrases: a hash of a few bits a word, just long
/// enough that no two words of the article share one. Of words that the article is known to hold, it tells
/// without error whether they stand side by side. A tenth of the bytes that Xapian's positions take.
class WordTrail {
 public:
  /// A further word at the place of the word `place` (from 0): another name of what stands there.
  struct Alias {
    std::uint32_t place = 0;
    std::string word;
  };

  /// `title_words`: how many of the words belong to the title.
  static std::string encode(std::span<const std::string_view> words, std::uint32_t title_words,
                            std::span<const Alias> aliases);

  /// Reads what encode() gave, which must outlive the trail. Throws DamagedIndex on damage.
  explicit WordTrail(std::string_view bytes);

  /// Whether the words stand one after the other, every one of which occurs in the article; with `in_title`,
  /// in its title.
  bool holds(std::span<const std::string> words, bool in_title) const;

 private:
  std::uint32_t hash_at(std::uint32_t place) const;
  std::uint32_t alias_place(std::uint32_t number) const;
  std::uint32_t find(std::uint32_t hash, std::uint32_t from, std::uint32_t last) const;
  bool stands_at(std::uint32_t place, std::uint32_t hash) const;

  unsigned salt_ = 0;
  unsigned bits_ = 0;
  std::uint32_t words_ = 0;
  std::uint32_t title_words_ = 0;
  std::uint32_t aliases_ = 0;
  std::string_view hashes_;        ///< those of the words, then those of the aliases
  std::string_view alias_places_;  ///< four bytes each, lowest first
};

}  // namespace mahdar
