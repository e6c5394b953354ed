#include "analyzers/about/date_finder.h"

#include "analyzers/about/date_scanner.h"
#include "analyzers/about/day_expression.h"
#include "analyzers/about/month_expression.h"
#include "analyzers/about/numeric_date.h"

namespace mahdar {

namespace {

constexpr int kDaysOfMonth[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool fits(int day, int month) {
  return month == 0 || day <= kDaysOfMonth[month - 1];
}

class DateFinder {
 public:
  explicit DateFinder(const TokenStream& tokens) : scanner_(tokens) {}

  std::vector<DateMention> find() const {
    std::vector<DateMention> mentions;
    for (std::size_t i = 0, end = scanner_.size(); i < end;) {
      if (!scanner_.may_begin(i)) {
        ++i;
        continue;
      }
      const auto mention = mention_at(i);
      if (mention) mentions.push_back(*mention);
      i = mention ? end_of(*mention) : i + 1;
    }
    return mentions;
  }

 private:
  using Found = std::optional<DateMention>;

  static std::size_t end_of(const DateMention& mention) { return mention.first_token + mention.token_count; }

  /// The mention with its place filled in.
  DateMention placed(DateMention mention, std::size_t first, std::size_t end) const {
    mention.first_token = static_cast<std::uint32_t>(first);
    mention.token_count = static_cast<std::uint32_t>(end - first);
    mention.range = {scanner_.tokens()[first].begin, scanner_.tokens()[end - 1].end};
    return mention;
  }

  Found mention_at(std::size_t i) const {
    if (scanner_.tokens()[i].kind == TokenKind::kNumber) return day_date(i);
    const auto word = scanner_.word(i);
    if (!word) return std::nullopt;
    switch (word->word) {
      case DateWord::kArticle:
      case DateWord::kOrdinal:
        return days(i);
      case DateWord::kMonth:
      case DateWord::kMonthNoun:
      case DateWord::kTheMonth:
      case DateWord::kThisMonth:
        return month(i, i, false);
      case DateWord::kWeekday:
        return weekday(i);
      case DateWord::kRelative:
        return relative(i, *word);
      case DateWord::kPart:
        return part(i);
      case DateWord::kShare:
        return share(i);
      case DateWord::kYearNoun:
        return year(i, i);
      default:
        return std::nullopt;
    }
  }

  /// A date that begins with a number.
  Found day_date(std::size_t i) const {
    if (scanner_.alone(i)) return std::nullopt;
    if (Found found = gregorian_figures(i)) return found;
    if (Found found = hijri(i)) return found;
    if (i > 0 && scanner_.follows(i) && scanner_.word(i - 1, DateWord::kCounted)) return std::nullopt;
    const auto list = read_days(scanner_, i);
    Found found = list ? days_in_figures(i, *list) : std::nullopt;
    return found || !list ? found : days(i, *list);
  }

  /// "23-24/1/2017".
  Found days_in_figures(std::size_t i, const DayExpression& list) const {
    if (list.last == 0) return std::nullopt;
    Found found = gregorian_figures(list.end - 1);
    if (!found || found->day != list.last) return std::nullopt;
    found->day = list.first;
    found->end_day = list.last;
    return placed(*found, i, end_of(*found));
  }

  Found gregorian_figures(std::size_t i) const {
    const auto found = read_numeric_date(scanner_, i);
    if (!found) return std::nullopt;
    DateMention mention;
    mention.year = found->date.year;
    mention.month = found->date.month;
    mention.day = found->date.day;
    return placed(mention, i, skip_hijri_twin(found->end));
  }

  /// Over "م" and the same day in the Hijri calendar behind a Gregorian date.
  std::size_t skip_hijri_twin(std::size_t at) const {
    if (scanner_.follows(at) && scanner_.word(at, DateWord::kCommonEra)) ++at;
    const auto twin = read_hijri_date(scanner_, skip_twin_word(at));
    return twin && scanner_.same_line(at) ? twin->end : at;
  }

  std::size_t skip_twin_word(std::size_t at) const {
    const auto word = scanner_.same_line(at) ? scanner_.word(at, DateWord::kTwin) : std::nullopt;
    return word ? at + word->words : at;
  }

  /// A Hijri date; its Gregorian twin is taken where the text gives it, else computed.
  Found hijri(std::size_t i) const {
    const auto found = read_hijri_date(scanner_, i);
    if (!found) return std::nullopt;
    const std::size_t at = skip_twin_word(found->end);
    if (scanner_.same_line(at) && scanner_.day(at)) {
      Found twin = gregorian_figures(at);
      if (!twin) twin = days(at);
      if (twin && twin->day != 0 && twin->month != 0) return placed(*twin, i, end_of(*twin));
    }
    const auto date = gregorian_of_hijri(found->date);
    if (!date) return std::nullopt;
    DateMention mention;
    mention.year = date->year;
    mention.month = date->month;
    mention.day = date->day;
    return placed(mention, i, found->end);
  }

  /// Days with their month, or days alone after "يومي".
  Found days(std::size_t i) const {
    const auto list = read_days(scanner_, i);
    return list ? days(i, *list) : std::nullopt;
  }

  Found days(std::size_t i, const DayExpression& list) const {
    if (list.in_words && i > 0 && scanner_.word(i - 1, DateWord::kShare)) return std::nullopt;
    DateMention mention;
    mention.day = list.first;
    mention.end_day = list.last;
    std::size_t at = list.end;
    const bool of = scanner_.follows(at) && scanner_.word(at, DateWord::kOf);
    if (of) ++at;
    if (Found found = days_of_month(i, at, mention, list, of)) return found;
    if (list.in_words || !announced(i, list)) return std::nullopt;
    if (Found found = day_and_month_in_figures(i, list)) return found;
    return placed(mention, i, list.end);
  }

  Found days_of_month(std::size_t i, std::size_t at, DateMention mention, const DayExpression& list,
                      bool of) const {
    if (!scanner_.same_line(at)) return std::nullopt;
    const std::string_view separator = scanner_.separator(at);
    const bool signed_apart = is_dash(separator) || is_slash(separator) || is_comma(separator);
    if (!separator.empty() && !signed_apart) return std::nullopt;
    if (list.in_words && !of && !is_slash(separator)) return std::nullopt;
    if (const auto direction = scanner_.word(at, DateWord::kDirection)) {
      if (!of && !scanner_.has_article(i) && !announced(i, list)) return std::nullopt;
      mention.kind = DateMention::Kind::kMonthWord;
      mention.direction = direction->value;
      return placed(mention, i, at + direction->words);
    }
    const auto month = read_month(scanner_, at);
    if (!month || month->calendar == CalendarName::kHijri || month->day != 0) return std::nullopt;
    if (scanner_.has_and(at) || !fits(list.first, month->month)) return std::nullopt;
    if (list.last != 0 && !fits(list.last, month->month)) return std::nullopt;
    fill(mention, *month);
    if (month->month == 0) mention.kind = DateMention::Kind::kMonthWord;
    return placed(mention, i, month->year != 0 ? skip_hijri_twin(month->end) : month->end);
  }

  /// "16/2" after "يوم".
  Found day_and_month_in_figures(std::size_t i, const DayExpression& list) const {
    const auto month = scanner_.day(list.end);
    if (list.last != 0 || !month || *month > 12 || !is_slash(scanner_.separator(list.end)))
      return std::nullopt;
    DateMention mention;
    mention.day = list.first;
    mention.month = *month;
    return placed(mention, i, list.end + 1);
  }

  /// Whether "يوم", or before several days "يومي" or "الفترة", stands before the days.
  bool announced(std::size_t i, const DayExpression& list) const {
    constexpr std::size_t kNear = 2;
    for (std::size_t back = 1; back <= kNear && back <= i && scanner_.follows(i - back + 1); ++back) {
      if (list.last == 0 && back == 1 && scanner_.word(i - 1, DateWord::kDay)) return true;
      if (list.last != 0 && scanner_.word(i - back, DateWord::kDays)) return true;
    }
    return false;
  }

  static void fill(DateMention& mention, const MonthExpression& month) {
    mention.month = month.month;
    mention.other_month = month.other_month;
    mention.year = month.year;
    if (month.day != 0) mention.day = month.day;
    if (month.direction) mention.direction = *month.direction;
    mention.current = month.direction == 0 && month.month != 0;
  }

  /// A month at `at`, of a mention that begins at `first`. `company`: words before it prove that it is one.
  Found month(std::size_t first, std::size_t at, bool company) const {
    const auto month = read_month(scanner_, at);
    if (!month || month->calendar == CalendarName::kHijri) return std::nullopt;
    if (month->needs_company && !company && month->year == 0 && !month->direction) return std::nullopt;
    DateMention mention;
    fill(mention, *month);
    if (month->direction && month->year == 0 && month->day == 0) mention.kind = DateMention::Kind::kMonthWord;
    return placed(mention, first, month->end);
  }

  Found year(std::size_t first, std::size_t at) const {
    const auto year = read_year(scanner_, at);
    if (!year) return std::nullopt;
    DateMention mention;
    mention.year = year->year;
    return placed(mention, first, year->end);
  }

  Found month_or_year(std::size_t first, std::size_t at) const {
    if (!scanner_.same_line(at)) return std::nullopt;
    if (Found found = month(first, at, true)) return found;
    return year(first, at);
  }

  /// "مطلع 2022", "أواخر أكتوبر", "نهاية الشهر".
  Found part(std::size_t i) const {
    if (Found found = month_or_year(i, i + 1)) return found;
    if (!scanner_.follows(i + 1) || !scanner_.word(i + 1, DateWord::kTheMonth)) return std::nullopt;
    DateMention mention;
    mention.kind = DateMention::Kind::kMonthWord;
    return placed(mention, i, i + 2);
  }

  /// "النصف الثاني من 2024".
  Found share(std::size_t i) const {
    const bool of = scanner_.follows(i + 1) && scanner_.follows(i + 2) && scanner_.word(i + 2, DateWord::kOf);
    return of ? month_or_year(i, i + 3) : std::nullopt;
  }

  /// A weekday, with the date that follows it.
  Found weekday(std::size_t i) const {
    const int value = scanner_.word(i, DateWord::kWeekday)->value;
    std::size_t at = i + 1;
    if (scanner_.same_line(at)) {
      at = skip_twin_word(at);
      Found date = scanner_.day(at) || scanner_.word(at, DateWord::kArticle) ? day_date(at) : std::nullopt;
      if (!date && scanner_.word(at, DateWord::kMonth)) date = month(at, at, false);
      if (date && date->day != 0 && date->month != 0 && date->end_day == 0) {
        date->weekday = value;
        return placed(*date, i, end_of(*date));
      }
    }
    DateMention mention;
    mention.kind = DateMention::Kind::kWeekday;
    mention.weekday = value;
    const auto direction =
        scanner_.follows(i + 1) ? scanner_.word(i + 1, DateWord::kDirection) : std::nullopt;
    if (direction) mention.direction = direction->value;
    return placed(mention, i, i + 1 + (direction ? direction->words : 0));
  }

  /// "اليوم", "أمس الثلاثاء", "غدا (الأربعاء)"; not "اليوم الأول" of something.
  Found relative(std::size_t i, const DateLexeme& word) const {
    DateMention mention;
    mention.kind = DateMention::Kind::kRelative;
    mention.offset_days = word.value;
    std::size_t end = i + word.words;
    const auto next = scanner_.same_line(end) ? scanner_.word(end) : std::nullopt;
    if (next && word.value == 0 && scanner_.follows(end) &&
        (next->word == DateWord::kOrdinal || next->word == DateWord::kDayBound))
      return std::nullopt;
    if (next && next->word == DateWord::kWeekday && !next->proclitic) {
      mention.weekday = next->value;
      ++end;
    }
    return placed(mention, i, end);
  }

  DateScanner scanner_;
};

}  // namespace

std::vector<DateMention> find_dates(const TokenStream& tokens) {
  return DateFinder(tokens).find();
}

}  // namespace mahdar
