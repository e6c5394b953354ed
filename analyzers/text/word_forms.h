#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/stemmer.h"
#include "analyzers/text/token.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

/// All forms of one word, packed: the bytes of the word as it stands, then those of the forms that differ.
struct WordForms {
  struct Part {
    std::uint16_t begin = 0, size = 0;
  };

  std::string bytes;
  std::uint64_t folded_hash = 0;
  std::uint16_t surface = 0;  ///< bytes of the word as it stands
  Part exact, folded, stem;
  TokenKind kind = TokenKind::kOther;
  bool stop = false;

  /// The bytes that are not in the text.
  std::string_view made() const { return std::string_view(bytes).substr(surface); }

  /// A form, given where the word stands and where made() was copied to.
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

  void make(std::string_view surface, TokenKind kind, WordForms& forms) const;

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

  /// Valid until the next call.
  const WordForms& get(std::string_view surface, TokenKind kind, const WordFormMaker& maker);

 private:
  static constexpr std::size_t kSlots = 1 << 14;
  static constexpr std::size_t kMaxBytes = 64;  ///< longer words are rare: made anew each time

  std::uint64_t owner_ = 0;
  std::vector<std::uint64_t> hashes_;
  std::vector<WordForms> forms_;
  WordForms uncached_;
};

}  // namespace mahdar
