#pragma once

#include <cstdint>
#include <unordered_map>

namespace mahdar {

/// What lexicons know of single words: for every folded word and every stem the set of lexicons in which a
/// phrase begins with it, a bit each. An analyzer looks a word up once, when it makes the word's forms, and
/// gives the set to all of its tokens (Token::marks). Fill, then share; immutable and thread-safe from then
/// on.
class WordMarks {
 public:
  WordMarks();

  /// Words by Token::hash, stems by Token::stem_hash.
  void add_word(std::uint64_t hash, std::uint32_t bits) { words_[hash] |= bits; }
  void add_stem(std::uint32_t stem_hash, std::uint32_t bits) { stems_[stem_hash] |= bits; }

  std::uint32_t of(std::uint64_t hash, std::uint32_t stem_hash) const;

  /// No two sets of marks have the same number.
  std::uint64_t number() const { return number_; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> words_;
  std::unordered_map<std::uint32_t, std::uint32_t> stems_;
  std::uint64_t number_;
};

}  // namespace mahdar
