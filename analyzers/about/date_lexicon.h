#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyzers/about/phrase_trie.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// What a word does in a date. The rows of data/months.tsv and data/date_words.tsv.
enum class DateWord : std::uint8_t {
  kMonth,
  kWeekday,
  kOrdinal,
  kRelative,
  kDayBound,  ///< "التالي" after "اليوم": not today
  kDirection,
  kDay,   ///< "يوم" before a number
  kDays,  ///< "يومي" before two
  kMonthNoun,
  kTheMonth,
  kThisMonth,
  kYearNoun,
  kPart,     ///< "مطلع", "أواخر"
  kCounted,  ///< \"الجولة\": the number behind it is no day
  kShare,    ///< "النصف", "الأسبوع": the ordinal behind it is no day
  kOf,
  kUntil,
  kTwin,  ///< "الموافق": the same day in the other calendar
  kHijriEra,
  kCommonEra,
  kDaySuffix,
  kArticle,
  kAnd,
};

enum class CalendarName : std::uint8_t { kNone, kLevantine, kWestern, kMaghrebi, kEnglish, kHijri };

/// A word or phrase of a date, as it stands in a text.
struct DateLexeme {
  DateWord word = DateWord::kMonth;
  CalendarName calendar = CalendarName::kNone;
  bool needs_company = false;  ///< no month unless a day or a year stands beside it ("مارس", "آب")
  int value = 0;
  std::uint32_t words = 0;  ///< tokens it takes
  bool proclitic = false;   ///< و ف ب ل ك are written in front of it
};

/// The words that make dates, linked into the program. Immutable; thread-safe.
class DateLexicon {
 public:
  static const DateLexicon& instance();

  /// Whether a lexeme may begin with the token.
  bool may_begin(const Token& token) const { return trie_.may_begin(token); }

  /// The longest lexeme that begins at token `i`, which may lie behind the end.
  std::optional<DateLexeme> at(const TokenStream& tokens, std::size_t i) const {
    return i < tokens.size() && trie_.may_begin(tokens[i]) ? longest(tokens, i) : std::nullopt;
  }

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { trie_.mark_words(marks); }

 private:
  DateLexicon();
  std::optional<DateLexeme> longest(const TokenStream& tokens, std::size_t i) const;
  void add(std::string_view spellings, DateLexeme lexeme);

  PhraseTrie trie_{PhraseMark::kDateWord};
  std::vector<DateLexeme> lexemes_;
};

}  // namespace mahdar
