#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// A set of articles as one bit a document number.
class ArticleSet {
 public:
  /// Empty, with room for the numbers up to `last`.
  explicit ArticleSet(Xapian::docid last = 0) : words_(last / 64U + 1) {}

  void add(Xapian::docid id) { words_[id / 64] |= std::uint64_t{1} << (id % 64); }
  bool holds(Xapian::docid id) const { return (words_[id / 64] >> (id % 64) & 1) != 0; }

  ArticleSet& operator&=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  ArticleSet& operator|=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  ArticleSet& operator-=(const ArticleSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  /// Removes the numbers above `last`.
  void cut(Xapian::docid last) {
    const std::size_t word = last / 64;
    if (word >= words_.size()) return;
    if (last % 64 != 63) words_[word] &= (std::uint64_t{2} << (last % 64)) - 1;
    for (std::size_t i = word + 1; i < words_.size(); ++i) words_[i] = 0;
  }

  std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

  Xapian::doccount size() const {
    Xapian::doccount count = 0;
    for (const std::uint64_t word : words_) count += static_cast<Xapian::doccount>(std::popcount(word));
    return count;
  }

  /// How many are in both. Without the processor's own instruction, which not every machine of this
  /// architecture has, but in a form that compilers turn into vectors.
  Xapian::doccount common(const ArticleSet& other) const {
    constexpr std::uint64_t kPairs = 0x5555555555555555;
    constexpr std::uint64_t kFours = 0x3333333333333333;
    constexpr std::uint64_t kEights = 0x0F0F0F0F0F0F0F0F;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t word = words_[i] & other.words_[i];
      word -= word >> 1 & kPairs;
      word = (word & kFours) + (word >> 2 & kFours);
      word = (word + (word >> 4)) & kEights;
      word += word >> 8;
      word += word >> 16;
      count += (word + (word >> 32)) & 0xFF;
    }
    return static_cast<Xapian::doccount>(count);
  }

  /// Calls visit(id) for each, ascending.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(static_cast<Xapian::docid>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace mahdar
