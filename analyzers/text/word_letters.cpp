#include "analyzers/text/word_letters.h"

#include <algorithm>
#include <cstdio>

#include "analyzers/text/char_table.h"
#include "analyzers/text/cleaner.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

std::string number_of(char32_t c) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
  return text.data();
}

/// Reads a word character by character and lets cleaner and folder say what each of them adds, since a mark
/// may join its letter (ا + ٔ) and a letter its neighbour (ئو).
class LetterReader {
 public:
  WordLetters read(std::string_view surface) {
    const CharTable& table = CharTable::instance();
    for (std::size_t at = 0; at < surface.size();) {
      const auto [c, length] = utf8::decode(surface, at);
      const std::string_view character = surface.substr(at, length);
      at += length;
      if (c == utf8::kInvalid) continue;
      const CharClass k = table.char_class(c);
      if (k == CharClass::kTatweel || c == U' ') {
        word_.tatweel += character;
      } else if (k == CharClass::kIgnored) {
        word_.invisible += (word_.invisible.empty() ? "" : " ") + number_of(c);
      } else if (k == CharClass::kMark) {
        add_mark(character);
      } else {
        add_letter(character);
      }
    }
    return std::move(word_);
  }

 private:
  void add_mark(std::string_view mark) {
    const std::string joined = clean(written_ + std::string(mark));
    if (joined == exact_) {
      word_.marks += mark;
      return;
    }
    // It makes another letter of the last one.
    const std::string last = word_.letters.empty() ? "" : word_.letters.back().written;
    if (!last.empty()) drop_last();
    add_letter(last + std::string(mark));
  }

  void drop_last() {
    written_.resize(written_.size() - word_.letters.back().written.size());
    exact_.resize(exact_.size() - word_.letters.back().exact.size());
    folded_ = fold(exact_);
    word_.letters.pop_back();
  }

  void add_letter(std::string_view written) {
    WordLetter letter{std::string(written), {}, {}};
    written_ += written;
    std::string exact = clean(written_);
    letter.exact = exact.substr(std::min(exact_.size(), exact.size()));
    std::string folded = fold(exact);
    std::size_t kept = folded_.size();
    while (kept > 0 && folded.compare(0, kept, folded_, 0, kept) != 0) {
      WordLetter& before = word_.letters.back();
      kept -= std::min(kept, before.folded.size());
      letter.written.insert(0, before.written);
      letter.exact.insert(0, before.exact);
      word_.letters.pop_back();
      if (word_.letters.empty()) break;
    }
    letter.folded = folded.substr(std::min(kept, folded.size()));
    exact_ = std::move(exact);
    folded_ = std::move(folded);
    word_.letters.push_back(std::move(letter));
  }

  WordLetters word_;
  std::string written_;  // all letters so far
  std::string exact_;
  std::string folded_;
};

}  // namespace

std::string WordLetters::exact_of(std::size_t begin, std::size_t end) const {
  std::string exact;
  std::size_t at = 0;
  for (const WordLetter& letter : letters) {
    if (at >= begin && at < end) exact += letter.exact;
    at += letter.folded.size();
  }
  return exact;
}

WordLetters letters_of(std::string_view surface) {
  return LetterReader().read(surface);
}

}  // namespace mahdar
