#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "analyzers/text/stemmer.h"
#include "analyzers/text/token.h"
#include "analyzers/text/word_marks.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

/// Where the forms of a word stand: in the bytes of the word, followed by those of the forms that differ from
/// it.
struct WordForms {
  struct Part {
    std::uint16_t begin = 0, size = 0;
  };

  std::uint64_t folded_hash = 0;
  std::uint32_t stem_hash = 0;
  std::uint32_t marks = kUnmarked;
  std::uint16_t surface = 0;  ///< bytes of the word as it stands
  Part exact, folded, stem;
  bool stop = false;

  /// A form, given where the word stands and where the bytes behind it were copied to.
  std::string_view view(Part part, std::string_view text, const char* copy) const {
    return part.begin < surface ? text.substr(part.begin, part.size)
                                : std::string_view(copy + (part.begin - surface), part.size);
  }
};

/// Makes the forms of a word: cleaner, folder, stop filter, stemmer, marks.
class WordFormMaker {
 public:
  /// All must outlive the maker. `marks` may be null: words stay unmarked.
  WordFormMaker(const WordTable& words, const Stemmer& stemmer, const WordMarks* marks)
      : words_(words), stemmer_(stemmer), marks_(marks) {}

  /// `bytes` becomes the word and the forms that differ from it. The stem of a stop word, also of one behind
  /// clitics, is marked: no other word's stem is the same (ولا: الولايات, عبر: عبرت).
  WordForms make(std::string_view surface, TokenKind kind, std::string& bytes) const;

 private:
  bool is_stop_stem(std::string_view folded, std::string_view stem) const;
  std::string_view stem_of_spelling(std::string_view exact) const;
  std::string_view stem_of(std::string_view exact, std::string_view folded) const;

  const WordTable& words_;
  const Stemmer& stemmer_;
  const WordMarks* marks_;
};

/// Remembers the forms of frequent words, a fixed number of them. One a thread, so it needs no lock. It
/// serves any number of analyzers: words are remembered together with their owner.
class WordFormCache {
 public:
  static WordFormCache& of_this_thread();

  /// A number no other owner has.
  static std::uint64_t next_owner();

  struct Found {
    const WordForms& forms;
    std::string_view made;  ///< the bytes that are not in the text
  };

  /// Where a word is remembered; the memory there is fetched meanwhile.
  std::uint64_t key_of(std::string_view surface, std::uint64_t owner) const;

  /// Valid until the next call. `key` is key_of(surface, owner).
  Found get(std::uint64_t key, std::string_view surface, TokenKind kind, const WordFormMaker& maker);

 private:
  // On news, these answer nine of ten look-ups; half as many, 87 of a hundred.
  static constexpr std::size_t kSets = 1 << 15;

  /// Two lines of the processor's cache. Words too long for it are rare: made anew each time.
  struct Slot {
    std::uint64_t key = 0;  ///< hash of word and owner; 0: free
    WordForms forms;
    std::uint8_t size = 0;
    bool recent = false;  ///< used after the other slot of its set
    std::array<char, 86> bytes;

    bool holds(std::uint64_t wanted, std::string_view surface) const;
    Found found() const { return {forms, std::string_view(bytes.data(), size).substr(forms.surface)}; }
  };
  using Set = std::array<Slot, 2>;

  WordFormCache();
  Set& set_of(std::uint64_t key) const { return sets_[(key >> 1) % kSets]; }
  Found fill(Slot& slot, std::uint64_t key);

  std::unique_ptr<Set[], void (*)(void*)> sets_;  ///< memory the system gives only where it is touched
  WordForms made_;
  std::string bytes_;
};

}  // namespace mahdar
