#pragma once

#include <cstdint>
#include <vector>

namespace mahdar {

/// What lexicons know of single words: for every folded word and every stem the set of lexicons in which a
/// phrase begins with it, a bit each. An analyzer looks a word up once, when it makes the word's forms, and
/// gives the set to all of its tokens (Token::marks). Fill, then share; immutable and thread-safe from then
/// on.
class WordMarks {
 public:
  WordMarks();

  /// Words by Token::hash, stems by Token::stem_hash. At least one bit.
  void add_word(std::uint64_t hash, std::uint32_t bits) { words_.add(half(hash), bits); }
  void add_stem(std::uint32_t stem_hash, std::uint32_t bits) { stems_.add(stem_hash, bits); }

  /// Seldom bits too many: of one word in a hundred thousand, those of another.
  std::uint32_t of(std::uint64_t hash, std::uint32_t stem_hash) const {
    return words_.find(half(hash)) | stems_.find(stem_hash);
  }

  /// No two sets of marks have the same number.
  std::uint64_t number() const { return number_; }

 private:
  /// Open addressing over little memory: nearly all look-ups miss.
  class Table {
   public:
    Table() : slots_(1 << 10) {}
    void add(std::uint32_t key, std::uint32_t bits);
    std::uint32_t find(std::uint32_t key) const { return slots_[slot_of(key)].bits; }

   private:
    struct Slot {
      std::uint32_t key = 0;
      std::uint32_t bits = 0;  ///< none: a free slot
    };
    std::size_t slot_of(std::uint32_t key) const {
      std::size_t slot = key & (slots_.size() - 1);
      while (slots_[slot].bits != 0 && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
      return slot;
    }

    std::vector<Slot> slots_;  ///< a power of two, at most half full
    std::size_t count_ = 0;
  };
  static std::uint32_t half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  Table words_, stems_;
  std::uint64_t number_;
};

}  // namespace mahdar
