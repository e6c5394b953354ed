#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/stemmer.h"
#include "analyzers/text/token.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

/// Where the forms of a word stand: in the bytes of the word, followed by those of the forms that differ from
/// it.
struct WordForms {
  struct Part {
    std::uint16_t begin = 0, size = 0;
  };

  std::uint64_t folded_hash = 0;
  std::uint16_t surface = 0;  ///< bytes of the word as it stands
  Part exact, folded, stem;
  bool stop = false;

  /// A form, given where the word stands and where the bytes behind it were copied to.
  std::string_view view(Part part, std::string_view text, const char* copy) const {
    return part.begin < surface ? text.substr(part.begin, part.size)
                                : std::string_view(copy + (part.begin - surface), part.size);
  }
};

/// Makes the forms of a word: cleaner, folder, stop filter, stemmer.
class WordFormMaker {
 public:
  /// Both must outlive the maker.
  WordFormMaker(const WordTable& words, const Stemmer& stemmer) : words_(words), stemmer_(stemmer) {}

  /// `bytes` becomes the word and the forms that differ from it.
  WordForms make(std::string_view surface, TokenKind kind, std::string& bytes) const;

 private:
  const WordTable& words_;
  const Stemmer& stemmer_;
};

/// Remembers the forms of frequent words, a fixed number of them. One a thread, so it needs no lock.
class WordFormCache {
 public:
  /// This thread's cache, emptied where it last served another owner.
  static WordFormCache& of_this_thread(std::uint64_t owner);

  /// A number no other owner has.
  static std::uint64_t next_owner();

  struct Found {
    const WordForms& forms;
    std::string_view made;  ///< the bytes that are not in the text
  };

  /// Valid until the next call.
  Found get(std::string_view surface, TokenKind kind, const WordFormMaker& maker);

 private:
  static constexpr std::size_t kSlots = 1 << 14;

  /// Two lines of the processor's cache. Words too long for it are rare: made anew each time.
  struct alignas(64) Slot {
    std::uint64_t hash = 0;
    WordForms forms;
    std::uint8_t size = 0;
    std::array<char, 87> bytes;
  };

  std::uint64_t owner_ = 0;
  std::vector<Slot> slots_;
  WordForms uncached_;
  std::string bytes_;
};

}  // namespace mahdar
