#include "analyzers/about/borrowed_title.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mahdar {
namespace {

constexpr std::size_t kLongestSentence = 200;  ///< characters
constexpr std::size_t kLongestClauses = 160;
constexpr std::size_t kShortestClauses = 40;  ///< less says too little
constexpr std::size_t kShortestWord = 2;  ///< before a full stop that ends a sentence: "د. بشار" goes on

constexpr std::array<std::string_view, 14> kClauseOpeners = {"حيث", "فيما", "بينما",   "وذلك", "وسط",
                                                             "عقب", "خلال", "رغم",     "لكن",  "وقد",
                                                             "إذ",  "بحسب", "بمشاركة", "بحضور"};

/// Words that hang on the next one.
constexpr std::array<std::string_view, 16> kLeadingOn = {
    "في", "من", "إلى", "الى", "على", "عن", "أن", "ان", "إن", "مع", "بين", "و", "أو", "حول", "الذي", "التي"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Word {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t characters = 0;  ///< of the paragraph up to its end
};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

/// The words among the first characters, one more than fits a sentence.
std::vector<Word> words_of(std::string_view paragraph) {
  std::vector<Word> words;
  words.reserve(kLongestSentence / 4);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < paragraph.size() && characters <= kLongestSentence;) {
    for (; at < paragraph.size() && is_blank(paragraph[at]); ++at) ++characters;
    if (at == paragraph.size()) break;
    const std::size_t begin = at;
    for (; at < paragraph.size() && !is_blank(paragraph[at]); ++at)
      characters += begins_character(paragraph[at]) ? 1 : 0;
    words.push_back({paragraph.substr(begin, at - begin), begin, at, characters});
  }
  return words;
}

constexpr std::array<std::string_view, 6> kClosing = {"”", "“", "»", "\"", ")", "’"};
constexpr std::array<std::string_view, 3> kSentenceEnds = {".", "؟", "!"};
constexpr std::array<std::string_view, 4> kClauseEnds = {"،", "؛", ":", ","};
constexpr std::array<std::string_view, 2> kDashes = {"-", "–"};  ///< a clause ends where one stands alone

/// By its last byte, whether a word may end in one of the marks above: nearly all end in a letter.
constexpr std::array<bool, 256> last_bytes_of_marks() {
  std::array<bool, 256> last{};
  const auto add = [&](std::string_view mark) { last[static_cast<unsigned char>(mark.back())] = true; };
  for (const std::string_view mark : kClosing) add(mark);
  for (const std::string_view mark : kSentenceEnds) add(mark);
  for (const std::string_view mark : kClauseEnds) add(mark);
  for (const std::string_view mark : kDashes) add(mark);
  return last;
}

bool may_end_in_mark(std::string_view word) {
  static constexpr std::array<bool, 256> kLast = last_bytes_of_marks();
  return kLast[static_cast<unsigned char>(word.back())];
}

template <std::size_t size>
bool ends_with_one_of(const std::array<std::string_view, size>& marks, std::string_view word) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return word.ends_with(mark); });
}

std::string_view without_closing(std::string_view word) {
  for (const std::string_view mark : kClosing)
    if (word.ends_with(mark)) return without_closing(word.substr(0, word.size() - mark.size()));
  return word;
}

bool ends_sentence(std::string_view word) {
  if (!may_end_in_mark(word)) return false;
  word = without_closing(word);
  return ends_with_one_of(kSentenceEnds, word) &&
         (!word.ends_with('.') || count_characters(word) > kShortestWord);
}

bool ends_clause(std::string_view word) {
  if (!may_end_in_mark(word)) return false;
  word = without_closing(word);
  return ends_with_one_of(kClauseEnds, word) || is_one_of(kDashes, word);
}

/// The last of the words that ends a clause, or none.
const Word* last_clause(const std::vector<Word>& words) {
  for (std::size_t i = words.size() - 1; i-- > 0 && words[i].characters >= kShortestClauses;) {
    if (words[i].characters > kLongestClauses) continue;
    if (ends_clause(words[i].text) || is_one_of(kClauseOpeners, words[i + 1].text)) return &words[i];
  }
  return nullptr;
}

}  // namespace

std::size_t borrowed_title(std::string_view paragraph) {
  const std::vector<Word> words = words_of(paragraph);
  if (words.empty()) return paragraph.size();
  for (const Word& word : words)
    if (word.characters <= kLongestSentence && (ends_sentence(word.text) || word.end == paragraph.size()))
      return word.end;
  if (const Word* clause = last_clause(words)) return clause->end;
  std::size_t last = 0;
  while (last + 1 < words.size() && words[last + 1].characters <= kLongestClauses) ++last;
  while (last > 0 && is_one_of(kLeadingOn, words[last].text)) --last;
  return words[last].end;
}

}  // namespace mahdar
