#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// What is known of a folded word.
enum WordFlag : std::uint16_t {
  kKnown = 1,        ///< a word of the language or a name: clitics before it may be cut
  kKnownStem = 2,    ///< what light stemming leaves of a known word
  kOwnStem = 4,      ///< never stemmed: WordEntry::stem is its stem (names, broken plurals)
  kName = 8,         ///< a proper name: stemming a longer word stops here
  kStopFolded = 16,  ///< a stop word however it is spelt
  kRelation = 64,  ///< with an ending of relation it belongs to the name that is its stem (روس: روسي, روسيا)
  kFeminine = 128,       ///< written with ة, which is ت before an ending
  kStopExact = 32,       ///< a stop word only in its exact spelling (على, not علي): see StopWords
  kBrokenPlural = 256,   ///< of a line of broken_plurals.tsv
  kVerbForm = 512,       ///< of a line of verbs.tsv
  kVerbSpelling = 1024,  ///< not folded: so spelt, a verb with the stem given; folded, another word
  kSpelling = 2048,      ///< not folded: so spelt, a word with the stem given, behind any particle too
};

struct WordEntry {
  std::string_view word;
  std::string_view stem;
  std::string_view
      relation;  ///< stem of the name it belongs to when an ending of relation follows (روس + ي: روسيا)
  std::uint64_t hash = 0;
  std::uint16_t flags = 0;

  bool is(std::uint16_t any_of) const { return (flags & any_of) != 0; }
};

/// Open-addressing table of folded words. Built once, then safe to read from many threads. The views in
/// entries live as long as the table.
class WordTable {
 public:
  WordTable() : slots_(1 << 10) {}

  /// Adds flags to a word, and a stem where it is not empty and the word has none yet.
  void add(std::string_view folded, std::uint16_t flags, std::string_view stem = {});

  /// Sets WordEntry::relation where it is still empty.
  void add_relation(std::string_view folded, std::string_view stem);

  /// Null where the word is not known. Valid until the next add.
  const WordEntry* find(std::string_view folded) const;

  std::size_t size() const { return entries_.size(); }

 private:
  // Most look-ups miss: they should touch little memory.
  struct Slot {
    std::uint32_t tag = 0;    // upper half of the hash
    std::uint32_t entry = 0;  // number in entries_ + 1; 0: free
  };

  WordEntry& entry_of(std::string_view folded);
  bool is_word(const Slot& slot, std::string_view folded) const;
  std::size_t slot_of(std::string_view folded, std::uint64_t hash) const;
  void grow();
  std::string_view keep(std::string_view word) { return texts_.emplace_back(word); }

  std::vector<Slot> slots_;  // a power of two
  std::vector<WordEntry> entries_;
  std::deque<std::string> texts_;
};

}  // namespace mahdar
