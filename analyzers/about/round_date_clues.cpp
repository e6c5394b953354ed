#include "analyzers/about/round_date_clues.h"

#include <algorithm>

#include "analyzers/about/calendar_day.h"

namespace mahdar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kMonths = 12;
constexpr double kToldAsPast = 3;

/// Months since year 0.
int month_of(const DateMention& date) {
  return date.year * kMonths + date.month - 1;
}

int month_of(const std::chrono::year_month_day& day) {
  return int(day.year()) * kMonths + static_cast<int>(unsigned(day.month())) - 1;
}

/// A day without a year, in the year that brings it nearest to `to`.
std::optional<sys_days> nearest(const DateMention& date, sys_days to) {
  const int year = int(std::chrono::year_month_day(to).year());
  std::optional<sys_days> best;
  for (int y = year - 1; y <= year + 1; ++y) {
    const std::chrono::year_month_day whole{std::chrono::year(y),
                                            std::chrono::month(static_cast<unsigned>(date.month)),
                                            std::chrono::day(static_cast<unsigned>(date.day))};
    if (!whole.ok()) continue;
    const sys_days day(whole);
    if (!best || std::chrono::abs(day - to) < std::chrono::abs(*best - to)) best = day;
  }
  return best;
}

bool in_front(Zone zone) {
  return zone == Zone::kTitle || zone == Zone::kLead;
}

/// How much a text written on a day is about a round; `coming`: it announces the next.
double nearness(sys_days known, const RoundDays& round, bool coming) {
  if (known >= round.start - days(3) && known <= round.end + days(3)) return 4;
  if (known < round.start && (known >= round.start - days(30) || coming)) return 2.5;
  if (known > round.end && known <= round.end + days(10)) return 1.2;
  return 0;
}

/// The words that tell the day: its date, or that of the day that "أمس" and "غدا" right before name; none
/// where the file alone knows it.
ByteRange words_of(sys_days known, const std::vector<DateMention>& dates) {
  const DateMention* before = nullptr;
  ByteRange beside;
  for (const DateMention& date : dates) {
    const auto told = date.month != 0 ? days_of(date, known) : std::nullopt;
    const bool relative = before != nullptr && before->kind == DateMention::Kind::kRelative &&
                          before->first_token + before->token_count == date.first_token;
    if (told && told->first == told->last && told->first == known) return date.range;
    if (told && relative && told->first == known + days(before->offset_days)) beside = date.range;
    before = &date;
  }
  return beside;
}

/// Of a date's place in the text.
double front_weight(Zone zone) {
  return in_front(zone) ? 1.2 : zone == Zone::kBackground ? 0.5 : 1;
}

}  // namespace

std::vector<RoundClue> RoundDateClues::collect(std::string_view known_date) {
  latest_ = latest_date();
  if (const auto known = day_of(known_date)) publication(*known);
  for (const DateMention& mention : reading_.dates) {
    if (mention.month == 0) {
      unnamed_month(mention);
      continue;
    }
    if (mention.direction <= 0 && of_document(mention))
      document(mention);
    else
      date(mention);
  }
  latest_year();
  near_months();
  dated_weekdays();
  return std::move(clues_);
}

void RoundDateClues::add(std::size_t round, double weight, ByteRange range, std::string_view rule) {
  clues_.push_back({round, weight, range, rule});
}

/// The text's own day: from 30 days before a round to 3 after it; of two rounds the nearer. An announced
/// round may be farther off. Rounds months away are none of its business.
void RoundDateClues::publication(sys_days known) {
  constexpr days kFar{75}, kOver{15};
  const ByteRange words = words_of(known, reading_.dates);
  std::size_t best = rounds();
  double best_weight = 0;
  bool coming = scene_.announced;
  for (std::size_t r = 0; r < rounds(); ++r) {
    const RoundDays& round = days_[r];
    const bool far = known < round.start - kFar || known > round.end + kFar;
    if (far || known > round.end + kOver) add(r, far ? -2 : -1, words, "publication-date");
    const double weight = nearness(known, round, coming);
    coming = coming && known > round.start;
    if (weight <= best_weight) continue;
    best = r;
    best_weight = weight;
  }
  if (best < rounds()) add(best, best_weight, words, "publication-date");
}

RoundDateClues::Sentence RoundDateClues::sentence_of(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 15;
  Sentence found;
  const auto see = [&](std::uint32_t i) {
    const std::uint64_t kinds = marked_.kinds[i];
    found.next = found.next || (kinds & (kNextAdjective | kNextCue)) != 0;
    found.past = found.past || (kinds & (kPastAdjective | kLastWord)) != 0;
    found.agreed = found.agreed || (kinds & kAgreed) != 0;
    found.head = found.head || (kinds & (kHeadSingular | kHeadPlural)) != 0;
  };
  for (std::uint32_t i = token, n = 0;
       i > 0 && n < kReach && break_before(reading_.tokens, i) != Break::kSentence; ++n)
    see(--i);
  for (std::uint32_t i = token + 1; i < marked_.kinds.size() && i < token + kReach / 2; ++i) {
    if (break_before(reading_.tokens, i) == Break::kSentence) break;
    see(i);
  }
  return found;
}

void RoundDateClues::date(const DateMention& date) {
  constexpr int kLongBefore = 2;  // months
  if (date.year != 0 && latest_ != nullptr && month_of(date) + kLongBefore < month_of(*latest_)) return;
  const Zone zone = reading_.zoned.zone_at(date.range.begin);
  const double front = front_weight(zone);
  const Sentence sentence = sentence_of(date.first_token);
  const bool told_later =
      !in_front(zone) && (date.direction > 0 || (sentence.next && (sentence.head || date.day != 0)));
  const bool coming = told_later || (sentence.next && sentence.agreed && date.day == 0);
  const bool gone = date.direction < 0 || (sentence.past && sentence.head && zone != Zone::kTitle);
  for (std::size_t r = 0; r < rounds(); ++r) {
    const DateFit fits = fit(date, days_[r]);
    if (fits == DateFit::kNone) continue;
    const bool day = fits == DateFit::kDay || fits == DateFit::kDayAndYear;
    const bool year = fits == DateFit::kMonthAndYear || fits == DateFit::kDayAndYear;
    const bool current = !day && !year && date.kind == DateMention::Kind::kMonthWord && date.direction == 0;
    const double exact = !day || date.end_day == 0 ? 0 : same_days(date, days_[r]) ? 0.8 : -0.8;
    // "ستعقد في منتصف أيلول": an announcement's month, counted once.
    const bool promised = !day && !year && in_front(zone) && sentence.next && !sentence.agreed;
    if (promised && !promised_.emplace(date.month, r).second) continue;
    const double weight = current ? 1.4 : promised ? 1.3 : (day ? 2.0 : 0.4) + (year ? 1.0 : 0) + exact;
    if (gone) {
      const double sure = day ? 1.2 : sentence.head && sentence.past ? 0.8 : 0.3;
      if (r + 1 < rounds()) add(r + 1, sure * front, date.range, "date-of-round-before");
      // "عقد الاجتماع في 23 و24 يناير الماضي": told whole as past, it is not the article's own
      if (date.direction < 0 && !in_front(zone) && day && date.end_day != 0 && same_days(date, days_[r]))
        add(r, -kToldAsPast, date.range, "date-of-round-before");
    } else if (coming) {
      if (r > 0) add(r - 1, (day ? 1.0 : 0.8) * front, date.range, "date-of-round-after");
      if (day) add(r, weight * 0.6, date.range, "date-of-round");
    } else {
      add(r, weight * front, date.range, "date-of-round");
    }
  }
}

/// "30 و31 من الشهر القادم": the days alone, of an announcement.
void RoundDateClues::unnamed_month(const DateMention& date) {
  constexpr double kSameDays = 1.5;
  const bool month_word = date.kind == DateMention::Kind::kMonthWord && date.direction >= 0;
  if (!month_word || date.end_day == 0 || !in_front(reading_.zoned.zone_at(date.range.begin))) return;
  for (std::size_t r = 0; r < rounds(); ++r)
    if (same_days(date, days_[r])) add(r, kSameDays, date.range, "date-of-round");
}

/// A round's paper is cited by its date in later texts only.
void RoundDateClues::document(const DateMention& date) {
  for (std::size_t r = 0; r < rounds(); ++r)
    if (fit(date, days_[r]) == DateFit::kDayAndYear) add(r, -1, date.range, "date-of-document");
}

/// "المذكرة الصادرة في 4 أيار": the day of a paper, older than the text.
bool RoundDateClues::of_document(const DateMention& date) const {
  constexpr std::uint32_t kReach = 12;
  for (std::uint32_t i = date.first_token, n = 0; i > 0 && n < kReach; ++n) {
    if (break_before(reading_.tokens, i) == Break::kSentence) break;
    if ((marked_.kinds[--i] & kDocument) != 0) return true;
  }
  return false;
}

/// "اليوم، الجمعة 6 كانون الثاني": the weekday tells the year, and thereby which round is near.
void RoundDateClues::dated_weekdays() {
  const days before(scene_.announced ? 75 : 40);
  constexpr days kAfter{15};
  for (std::size_t i = 0; i < reading_.dates.size(); ++i) {
    const DateMention& date = reading_.dates[i];
    if (!in_front(reading_.zoned.zone_at(date.range.begin))) continue;
    const int weekday = weekday_with(i);
    if (weekday == 0 || date.year != 0 || date.end_day != 0) continue;
    for (std::size_t r = 0; r < rounds(); ++r) {
      const auto day = nearest(date, days_[r].start);
      if (!day || *day < days_[r].start - before || *day > days_[r].end + kAfter) continue;
      const bool agrees = static_cast<int>(std::chrono::weekday(*day).iso_encoding()) == weekday;
      add(r, agrees ? 1 : -1.5, date.range, "weekday-of-date");
    }
    return;
  }
}

/// The weekday of a whole date, its own or that of the relative word right before it; 0 for none.
int RoundDateClues::weekday_with(std::size_t i) const {
  const DateMention& date = reading_.dates[i];
  if (date.day == 0 || date.month == 0) return 0;
  if (date.weekday != 0 || i == 0) return date.weekday;
  const DateMention& before = reading_.dates[i - 1];
  const bool beside = before.kind == DateMention::Kind::kRelative && before.offset_days == 0 &&
                      before.first_token + before.token_count + 1 >= date.first_token;
  return beside ? before.weekday : 0;
}

/// "أيلول المقبل" was written in the months before a September, "أيار الماضي" in those after a May.
void RoundDateClues::near_months() {
  constexpr int kAhead = 3, kBehind = 7;
  std::set<std::pair<int, int>> seen;
  for (const DateMention& date : reading_.dates) {
    if (date.month == 0 || date.year != 0 || date.other_month != 0) continue;
    if (date.direction == 0 && date.kind != DateMention::Kind::kMonthWord) continue;
    if (!seen.emplace(date.month, date.direction).second) continue;
    for (std::size_t r = 0; r < rounds(); ++r) {
      const int month = static_cast<int>(unsigned(days_[r].first().month()));
      const int ahead = (date.month - month + kMonths) % kMonths;
      const int behind = (month - date.month + kMonths) % kMonths;
      const bool fits = date.direction > 0   ? ahead >= 1 && ahead <= kAhead
                        : date.direction < 0 ? behind >= 1 && behind <= kBehind
                                             : behind == 0 || ahead == 1;
      add(r, fits ? 0.3 : -0.7, date.range, "near-month");
    }
  }
}

const DateMention* RoundDateClues::latest_date() const {
  const DateMention* latest = nullptr;
  for (const DateMention& date : reading_.dates)
    if (date.year != 0 && date.month != 0 && date.direction <= 0 &&
        (latest == nullptr || month_of(date) > month_of(*latest)) && !sentence_of(date.first_token).next)
      latest = &date;
  return latest;
}

/// A text is younger than the dates it tells: rounds over by the latest of them are not its own, the one that
/// followed soon may be.
void RoundDateClues::latest_year() {
  constexpr int kSoon = 2;
  if (latest_ == nullptr) return;
  for (std::size_t r = 0; r < rounds(); ++r) {
    const int after = month_of(days_[r].first()) - month_of(*latest_);
    if (after < 0) add(r, after < -1 ? -2 : -0.8, latest_->range, "date-after-round");
    if (after >= 0 && after <= kSoon) add(r, 0.5, latest_->range, "date-before-round");
  }
}

}  // namespace mahdar
