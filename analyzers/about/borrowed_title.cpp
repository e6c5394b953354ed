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

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The words among the first characters, one more than fits a sentence.
std::vector<Word> words_of(std::string_view paragraph) {
  std::vector<Word> words;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < paragraph.size() && characters <= kLongestSentence;) {
    const std::size_t begin = paragraph.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(paragraph.find_first_of(" \t", begin), paragraph.size());
    const std::string_view word = paragraph.substr(begin, end - begin);
    characters += begin - at + count_characters(word);
    words.push_back({word, begin, end, characters});
    at = end;
  }
  return words;
}

std::string_view without_closing(std::string_view word) {
  for (const std::string_view mark : {"”", "“", "»", "\"", ")", "’"})
    if (word.ends_with(mark)) return without_closing(word.substr(0, word.size() - mark.size()));
  return word;
}

bool ends_sentence(std::string_view word) {
  word = without_closing(word);
  if (word.ends_with("؟") || word.ends_with('!')) return true;
  return word.ends_with('.') && count_characters(word) > kShortestWord;
}

bool ends_clause(std::string_view word) {
  word = without_closing(word);
  return word.ends_with("،") || word.ends_with("؛") || word.ends_with(':') || word.ends_with(',') ||
         word == "-" || word == "–";
}

/// The last of the words that ends a clause, or none.
const Word* last_clause(const std::vector<Word>& words) {
  const Word* last = nullptr;
  for (std::size_t i = 0; i + 1 < words.size() && words[i].characters <= kLongestClauses; ++i) {
    if (words[i].characters < kShortestClauses) continue;
    if (ends_clause(words[i].text) || is_one_of(kClauseOpeners, words[i + 1].text)) last = &words[i];
  }
  return last;
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
