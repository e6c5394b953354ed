#include "analyzers/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

TokenKind kind_of(CharClass k) {
  switch (k) {
    case CharClass::kArabic:
      return TokenKind::kArabic;
    case CharClass::kLatin:
      return TokenKind::kLatin;
    case CharClass::kDigit:
      return TokenKind::kNumber;
    default:
      return TokenKind::kOther;
  }
}

/// What stood between two words; the strongest wins.
struct Between {
  bool newline = false, sentence = false, clause = false, space = false, dot = false, glue = false,
       colon = false;

  void see(CharClass k) {
    newline = newline || k == CharClass::kNewline;
    sentence = sentence || k == CharClass::kSentence || (dot && k == CharClass::kDot);
    clause = clause || k == CharClass::kClause;
    space = space || k == CharClass::kSpace;
    glue = glue || k == CharClass::kGlue;
    colon = colon || k == CharClass::kColon;
    dot = dot || k == CharClass::kDot;
  }

  Gap gap(TokenKind before, TokenKind after, bool single_letters) const {
    if (newline) return Gap::kParagraph;
    if (sentence) return Gap::kSentence;
    const bool alone = !space && !clause && int{dot} + int{glue} + int{colon} == 1;
    const bool arabic = before == TokenKind::kArabic || after == TokenKind::kArabic;
    if (dot) return alone && (!arabic || single_letters) ? Gap::kJoined : Gap::kSentence;
    if (clause) return Gap::kClause;
    const bool numbers = before == TokenKind::kNumber && after == TokenKind::kNumber;
    if (colon) return alone && numbers ? Gap::kJoined : Gap::kClause;
    if (glue) return alone ? Gap::kJoined : Gap::kClause;
    return space ? Gap::kSpace : Gap::kJoined;
  }
};

bool is_clitic_alone(std::string_view cleaned) {
  constexpr std::array<std::string_view, 23> kClitics = {
      "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال", "فبال", "و",
      "ف",  "ب",   "ل",   "ك",   "وب",  "ول", "وك",  "فب",  "فل",   "لال",  "ولال"};
  return std::find(kClitics.begin(), kClitics.end(), cleaned) != kClitics.end();
}

constexpr std::size_t kArabicLetter = 2;  // bytes in UTF-8

// Where the first part ends of a name written without its space: عبدالله, نورالدين; 0 where the word is one.
// The second parts are written so in names alone.
std::size_t end_of_first_name(std::string_view word) {
  constexpr std::string_view kServant = "عبد", kArticle = "ال", kShortest = "عز";
  if (word.size() < (kServant.size() + kArticle.size() + 2 * kArabicLetter)) return 0;
  for (const std::size_t clitic : {std::size_t{0}, kArabicLetter}) {
    const std::string_view rest = word.substr(clitic);
    if (rest.starts_with(kServant) && rest.substr(kServant.size()).starts_with(kArticle) &&
        rest.size() >= kServant.size() + kArticle.size() + 2 * kArabicLetter) {
      return clitic + kServant.size();
    }
  }
  for (const std::string_view second : {"الله", "الدين"}) {
    if (!word.ends_with(second)) continue;
    const std::string_view first = word.substr(0, word.size() - second.size());
    const bool may_be_clitics = first.ends_with("و") || first.substr(0, 6).find(kArticle) != first.npos;
    if (first == kShortest || (first.size() >= 3 * kArabicLetter && !may_be_clitics)) return first.size();
  }
  return 0;
}

}  // namespace

bool Tokenizer::next(RawWord& word) {
  Found found = ahead_;
  if (!has_ahead_ && !scan(found)) return false;
  has_ahead_ = false;
  // Only words that lean forward need a look at the next one: short ones, and ones that end in tatweel.
  while (found.word.kind == TokenKind::kArabic && (found.letters <= 4 || found.ends_in_tatweel)) {
    has_ahead_ = scan(ahead_ = Found{});
    if (!has_ahead_) break;
    if (joins_broken_word(found, ahead_)) {
      found.word.end = ahead_.word.end;
      found.letters += ahead_.letters;
      found.ends_in_tatweel = ahead_.ends_in_tatweel;
    } else if (leans_on(found, ahead_)) {
      const RawWord clitic = found.word;
      found = ahead_;
      found.word.begin = clitic.begin;
      found.word.gap = clitic.gap;
    } else {
      break;
    }
    has_ahead_ = false;
  }
  word = found.word;
  return true;
}

bool Tokenizer::scan(Found& found) {
  found = Found{};
  skip_separators(found);
  if (at_ >= text_.size()) return false;
  found.word.begin = found.word.core = static_cast<std::uint32_t>(at_);
  const CharClass k = table_.char_class(utf8::decode(text_, at_).code_point);
  found.word.kind = kind_of(k);
  if (k == CharClass::kDigit) {
    take_number(found);
  } else {
    take_letters(found, k);
  }
  last_end_ = found.word.end;
  return true;
}

bool Tokenizer::joins_broken_word(const Found& first, const Found& second) const {
  return first.ends_in_tatweel && second.starts_with_tatweel && second.after_spaces &&
         second.word.kind == TokenKind::kArabic && first.letters + second.letters <= kMaxLetters;
}

bool Tokenizer::leans_on(const Found& clitic, const Found& word) const {
  if (word.word.kind == TokenKind::kArabic || clitic.letters > 4) return false;
  const bool touches = clitic.word.end == word.word.begin;
  if (!touches && !(clitic.ends_in_tatweel && word.after_spaces)) return false;
  std::string letters;
  clean_into(text_.substr(clitic.word.begin, clitic.word.end - clitic.word.begin), letters);
  return is_clitic_alone(letters);
}

bool Tokenizer::is_plain_letter(std::size_t at) const {
  if (at + 1 >= text_.size()) return false;
  const auto lead = static_cast<unsigned char>(text_[at]), trail = static_cast<unsigned char>(text_[at + 1]);
  if ((lead & 0xFC) != 0xD8 || (trail & 0xC0) != 0x80) return false;
  return table_.char_class((lead & 0x1Fu) << 6 | (trail & 0x3Fu)) == CharClass::kArabic;
}

void Tokenizer::skip_separators(Found& found) {
  if (any_ && at_ < text_.size() && text_[at_] == ' ' && is_plain_letter(at_ + 1)) {
    // As most words stand.
    ++at_;
    found.after_spaces = at_ - last_end_ <= kMaxBreak;
    found.word.gap = Gap::kSpace;
    return;
  }
  Between between;
  bool only_spaces = true;
  CharClass k = CharClass::kSpace;
  while (at_ < text_.size()) {
    const auto [c, length] = utf8::decode(text_, at_);
    k = table_.char_class(c);
    if (k >= CharClass::kArabic) break;
    between.see(k);
    found.starts_with_tatweel = k == CharClass::kTatweel;
    only_spaces = only_spaces && (c == U' ' || k == CharClass::kTatweel);
    at_ += length;
  }
  found.after_spaces = any_ && only_spaces && between.space && at_ - last_end_ <= kMaxBreak;
  if (at_ >= text_.size()) return;
  const std::string_view rest = text_.substr(at_);
  const auto [c, length] = utf8::decode(rest, 0);
  const bool single =
      last_letters_ == 1 &&
      (length >= rest.size() || table_.char_class(utf8::decode(rest, length).code_point) < CharClass::kMark);
  found.word.gap = any_ ? between.gap(last_kind_, kind_of(k), single) : Gap::kParagraph;
}

/// Without marks, most often to the end of the word.
void Tokenizer::take_plain_letters(Found& found) {
  std::size_t at = at_;
  std::uint32_t letters = 0;
  for (; letters < kMaxLetters && is_plain_letter(at); ++letters) at += kArabicLetter;
  found.letters = letters;
  at_ = at;
}

void Tokenizer::take_letters(Found& found, CharClass script) {
  if (script == CharClass::kArabic) take_plain_letters(found);
  std::size_t end = at_;
  while (at_ < text_.size() && at_ - found.word.begin < kMaxBytes) {
    const auto [c, length] = utf8::decode(text_, at_);
    const CharClass k = table_.char_class(c);
    if (k == script) {
      if (found.letters == kMaxLetters) break;
      ++found.letters;
    } else if (k != CharClass::kTatweel && k != CharClass::kMark && k != CharClass::kIgnored) {
      break;
    }
    found.ends_in_tatweel = k == CharClass::kTatweel;
    at_ += length;
    if (k != CharClass::kIgnored) end = at_;
  }
  if (script == CharClass::kArabic) {
    const auto first = end_of_first_name(text_.substr(found.word.begin, end - found.word.begin));
    if (first != 0) {
      at_ = end = found.word.begin + first;
      found.letters = static_cast<std::uint32_t>(first / kArabicLetter);
      found.ends_in_tatweel = false;
    }
  }
  found.word.end = static_cast<std::uint32_t>(end);
  any_ = true;
  last_kind_ = found.word.kind;
  last_letters_ = found.letters;
}

std::size_t Tokenizer::take_digits(std::size_t at, std::uint32_t& count) const {
  for (count = 0; at < text_.size() && count < kMaxLetters; ++count) {
    const auto [c, length] = utf8::decode(text_, at);
    if (table_.char_class(c) != CharClass::kDigit) break;
    at += length;
  }
  return at;
}

void Tokenizer::take_number(Found& found) {
  std::uint32_t first = 0;
  std::size_t end = take_digits(at_, first);
  const auto group = [&](std::size_t at, std::u32string_view signs, std::uint32_t& count) -> std::size_t {
    if (at >= text_.size()) return 0;
    const auto [c, length] = utf8::decode(text_, at);
    if (signs.find(c) == std::u32string_view::npos) return 0;
    const std::size_t stop = take_digits(at + length, count);
    return count > 0 ? stop : 0;
  };
  std::uint32_t count = 0;
  const auto thousands = [&] {
    const std::size_t stop = group(end, U",٬", count);
    return count == 3 && stop - at_ < kMaxBytes ? stop : 0;
  };
  for (std::size_t stop = first <= 3 ? thousands() : 0; stop != 0; stop = thousands()) end = stop;
  const bool in_date = found.word.gap == Gap::kJoined && text_[at_ - 1] == '.';
  const std::size_t decimal = in_date ? 0 : group(end, U".٫", count);
  std::uint32_t more = 0;
  if (decimal != 0 && group(decimal, U".٫", more) == 0 && first + count <= kMaxLetters) end = decimal;
  found.letters = first;
  found.word.end = static_cast<std::uint32_t>(end);
  at_ = end;
  any_ = true;
  last_kind_ = TokenKind::kNumber;
  last_letters_ = first;
}

}  // namespace mahdar
