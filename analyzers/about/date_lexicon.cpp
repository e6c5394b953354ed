#include "analyzers/about/date_lexicon.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "analyzers/about/word_phrases.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

namespace {

template <typename Value, std::size_t size>
Value named(const std::array<std::pair<std::string_view, Value>, size>& table, std::string_view name) {
  for (const auto& [key, value] : table)
    if (key == name) return value;
  throw std::logic_error("unknown word class in the date tables: " + std::string(name));
}

DateWord date_word(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, DateWord>, 22> kWords{{
      {"weekday", DateWord::kWeekday},
      {"ordinal", DateWord::kOrdinal},
      {"relative", DateWord::kRelative},
      {"day-bound", DateWord::kDayBound},
      {"direction", DateWord::kDirection},
      {"day", DateWord::kDay},
      {"days", DateWord::kDays},
      {"month-noun", DateWord::kMonthNoun},
      {"the-month", DateWord::kTheMonth},
      {"this-month", DateWord::kThisMonth},
      {"year-noun", DateWord::kYearNoun},
      {"part", DateWord::kPart},
      {"counted", DateWord::kCounted},
      {"share", DateWord::kShare},
      {"of", DateWord::kOf},
      {"until", DateWord::kUntil},
      {"twin", DateWord::kTwin},
      {"hijri-era", DateWord::kHijriEra},
      {"common-era", DateWord::kCommonEra},
      {"day-suffix", DateWord::kDaySuffix},
      {"article", DateWord::kArticle},
      {"and", DateWord::kAnd},
  }};
  return named(kWords, name);
}

CalendarName calendar_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, CalendarName>, 5> kCalendars{{
      {"levantine", CalendarName::kLevantine},
      {"western", CalendarName::kWestern},
      {"maghrebi", CalendarName::kMaghrebi},
      {"english", CalendarName::kEnglish},
      {"hijri", CalendarName::kHijri},
  }};
  return named(kCalendars, name);
}

/// The rows of a table linked into the program.
std::vector<std::vector<std::string_view>> read_table(std::string_view file, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : word_list(file)) {
    rows.push_back(fields_of(line));
    if (rows.back().size() != columns)
      throw std::logic_error(std::string(file) + ": wrong row: " + std::string(line));
  }
  return rows;
}

bool joins(const Token&, const Token& token) {
  return token.gap == Gap::kSpace || token.gap == Gap::kJoined;
}

}  // namespace

DateLexicon::DateLexicon() {
  for (const auto& row : read_table("months.tsv", 4)) {
    DateLexeme month{DateWord::kMonth, calendar_name(row[1]), row[2] == "beside"};
    month.value = std::stoi(std::string(row[0]));
    add(row[3], month);
  }
  for (const auto& row : read_table("date_words.tsv", 3)) {
    DateLexeme word{date_word(row[0])};
    word.value = std::stoi(std::string(row[1]));
    add(row[2], word);
  }
  trie_.build();
}

void DateLexicon::add(std::string_view spellings, DateLexeme lexeme) {
  const bool proclitics = lexeme.word != DateWord::kOf && lexeme.word != DateWord::kAnd;
  add_phrases(trie_, spellings, static_cast<std::uint32_t>(lexemes_.size()), proclitics);
  lexemes_.push_back(lexeme);
}

const DateLexicon& DateLexicon::instance() {
  static const DateLexicon lexicon;
  return lexicon;
}

std::optional<DateLexeme> DateLexicon::longest(const TokenStream& tokens, std::size_t i) const {
  std::optional<DateLexeme> longest;
  trie_.match(tokens.tokens(), i, joins, [&](std::uint32_t id, std::uint32_t words, bool aliased) {
    if (longest && longest->words >= words) return;
    longest = lexemes_[id];
    longest->words = words;
    longest->proclitic = aliased;
  });
  return longest;
}

}  // namespace mahdar
