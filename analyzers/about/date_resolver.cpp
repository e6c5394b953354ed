#include "analyzers/about/date_resolver.h"

#include <algorithm>
#include <cstdlib>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/day_clue.h"
#include "analyzers/about/day_ranking.h"
#include "analyzers/about/event_day.h"
#include "analyzers/about/header_stamp.h"
#include "analyzers/about/url_date.h"
#include "analyzers/about/written_date.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {

using std::chrono::days;

namespace {

constexpr int kFar = 60;  ///< days; a stamp farther than this from the text's own dates is the fetcher's

std::string precision_of(const std::string& date) {
  switch (date.size()) {
    case 4:
      return "year";
    case 7:
      return "month";
    case 10:
      return "day";
    default:
      return "none";
  }
}

DateInfo dated(std::string date, std::string basis, double confidence) {
  DateInfo info;
  info.precision = precision_of(date);
  info.basis = date.empty() ? "none" : std::move(basis);
  info.confidence = date.empty() ? 0 : confidence;
  info.published = std::move(date);
  return info;
}

std::vector<RoundDays> days_of_rounds(const Taxonomy& taxonomy, const RoundInfo& info) {
  std::vector<RoundDays> spans;
  for (const int number : info.about) {
    const Round* round = taxonomy.round(number);
    const auto first = round != nullptr ? parse_day(round->start) : std::nullopt;
    const auto last = round != nullptr ? parse_day(round->end) : std::nullopt;
    if (first && last) spans.push_back({*first, *last});
  }
  return spans;
}

/// Whether a date written in the text names `day`, rather than the round's date alone. A page's stamp may be
/// a day younger than its text.
bool written_in_text(const std::vector<DayClue>& clues, CalendarDay day) {
  constexpr double kLeastWeight = 0.5;
  return std::any_of(clues.begin(), clues.end(), [&](const DayClue& clue) {
    const auto span = clue.weight >= kLeastWeight ? days_of(clue, day) : std::nullopt;
    const days late(clue.kind == DayClue::Kind::kStamp ? 1 : 0);
    return span && day + days(clue.offset) >= span->first - late && day + days(clue.offset) <= span->last;
  });
}

/// "قال اليوم الخميس إن موعد الجولة سيعلن": a weekday that falls on none of the round's days may be of any
/// week.
bool of_unknown_week(const std::vector<DayClue>& clues, CalendarDay day,
                     const std::vector<RoundDays>& rounds) {
  using Kind = DayClue::Kind;
  return prior_of_day(day, rounds) == 0 && std::none_of(clues.begin(), clues.end(), [&](const DayClue& clue) {
           return clue.kind != Kind::kWeekdayAt && clue.kind != Kind::kWeekdayNear &&
                  support(clue, day, rounds) > 0;
         });
}

void add_evidence(DateInfo& info, const std::vector<DayClue>& clues, CalendarDay day,
                  const std::vector<RoundDays>& rounds) {
  for (const DayClue& clue : clues) {
    const double weight = support(clue, day, rounds);
    if (info.evidence.size() == kMostEvidence) return;
    if (weight > 0 && clue.range.end > 0)
      info.evidence.push_back({clue.range, std::string(clue.rule), weight});
  }
}

/// "في الـ31 من الشهر الجاري", the round's last day.
bool is_round_day_of_this_month(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds) {
  const DateMention& mention = clue.mention;
  if (mention.kind != DateMention::Kind::kMonthWord || mention.month != 0 || mention.direction != 0)
    return false;
  const auto told = days_of(clue, day);
  return told && std::ranges::any_of(rounds, [&](const RoundDays& round) {
           return told->first >= round.first && told->last <= round.last;
         });
}

/// Whether the text tells its own month: "حزيران الجاري", "30 و31 من الشهر القادم". Unless it does, the
/// month of a round says little: most of such texts are previews and looks back.
bool tells_month(const std::vector<DayClue>& clues, CalendarDay day, const std::vector<RoundDays>& rounds) {
  return std::ranges::any_of(clues, [&](const DayClue& clue) {
    const bool of_month = clue.mention.current || clue.kind == DayClue::Kind::kRoundInMonth ||
                          is_round_day_of_this_month(clue, day, rounds);
    return of_month && support(clue, day, rounds) > 0;
  });
}

/// What is known where no day is: the month, where the text tells it.
DateInfo month_from_text(const std::vector<DayCandidate>& ranked, double least,
                         const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  DateInfo info = dated(common_date(ranked, least), "round", 0.3);
  if (info.precision == "month" && !tells_month(clues, ranked.front().day, rounds)) return {};
  return info;
}

/// The date the text and its rounds give. Of labelled days that follow from the round, 1 of 5 was right below
/// the least confidence, 3 of 5 from there to .65; the month nearly always.
DateInfo date_from_text(const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  constexpr double kLeastScore = 1.4, kLeastMargin = 0.45, kSureMargin = 4, kLeastOfDay = 0.58;
  const std::vector<DayCandidate> ranked = rank_days(clues, rounds);
  if (ranked.empty()) return {};
  const auto day_of = [&](CalendarDay day, double confidence) {
    const bool written = written_in_text(clues, day);
    const bool sure = written || confidence >= kLeastOfDay;
    DateInfo info = dated(sure ? format_day(day) : format_month(day), written ? "text" : "round", confidence);
    add_evidence(info, clues, day, rounds);
    return info;
  };
  const DayCandidate& best = ranked.front();
  const double margin = ranked.size() > 1 ? best.score - ranked[1].score : best.score;
  if (best.score >= kLeastScore && margin >= kLeastMargin) {
    const bool written = written_in_text(clues, best.day);
    if (!written && rounds.empty()) return {};
    if (!written && of_unknown_week(clues, best.day, rounds))
      return dated(format_day(best.day).substr(0, 4), "round", 0.3);
    return day_of(best.day, (written ? 0.6 : 0.5) + 0.35 * std::min(margin, kSureMargin) / kSureMargin);
  }
  if (rounds.empty()) return {};
  if (best.score >= kLeastScore)
    if (const auto day = to_a_day(ranked, best.score - kLeastMargin)) return day_of(*day, 0.5);
  return month_from_text(ranked, best.score - kLeastMargin, clues, rounds);
}

/// Without the days of a round no other date places a text.
bool tells_whole_date(const Reading& reading) {
  const auto whole = [](const DateMention& date) { return date.year != 0 && date.day != 0; };
  return std::ranges::any_of(reading.dates, whole) || !find_header_stamps(reading.raw, reading.zoned).empty();
}

bool far_apart(const DateInfo& a, const DateInfo& b) {
  const auto one = parse_day(a.published);
  const auto other = parse_day(b.published);
  return one && other && std::abs(days_between(*one, *other)) > kFar;
}

/// Whether the text dates itself so surely that a stamp of the file must give way.
bool dates_itself(const DateInfo& text) {
  constexpr double kSure = 0.8;
  return text.basis == "text" && text.precision == "day" && text.confidence >= kSure;
}

/// Whether a day lies beside one of the rounds.
bool near_round(const DateInfo& date, const std::vector<RoundDays>& rounds) {
  const auto day = parse_day(date.published);
  return day && std::ranges::any_of(rounds, [&](const RoundDays& round) {
           return std::abs(days_between(*day, round.first)) <= kFar;
         });
}

/// The year that all dates of the text share; 0 for none or several.
int only_year(const Reading& reading) {
  int year = 0;
  for (const DateMention& mention : reading.dates) {
    if (mention.year == 0) continue;
    if (year != 0 && mention.year != year) return 0;
    year = mention.year;
  }
  return year;
}

/// "حزيران الجاري" in a text of which no more than the year is known.
void add_current_month(DateInfo& info, const Reading& reading) {
  const auto current = std::ranges::find(reading.dates, true, &DateMention::current);
  if (current == reading.dates.end() || info.precision == "day" || info.precision == "month") return;
  const bool known = info.precision == "year";
  const int year = known ? std::atoi(info.published.c_str()) : only_year(reading);
  if (year == 0) return;
  const auto first = calendar_day(year, current->month, 1);
  if (!first) return;
  info.published = format_month(*first);
  info.precision = "month";
  if (!known) info.basis = "text";
  if (!known) info.confidence = 0.4;
  info.evidence.push_back({current->range, "current-month", 1});
}

DateInfo date_from_url(const RawArticle& raw) {
  return dated(date_in_url(raw.url), "url", 0.9);
}

}  // namespace

DateInfo date_from_metadata(const RawArticle& raw) {
  DateInfo written = dated(read_written_date(raw.date), "meta", 0.95);
  DateInfo address = date_from_url(raw);
  if (written.precision == "none") return address;
  // A page's stamp may be the day it was fetched; its address keeps the day it was made.
  if (far_apart(written, address)) return address;
  return written.published.size() >= address.published.size() ? written : address;
}

DateBeforeRounds date_before_rounds(const Reading& reading) {
  DateBeforeRounds date{date_from_metadata(reading.raw), std::nullopt, {}};
  const bool told = date.file.precision == "day";
  if (!told)
    date.text = tells_whole_date(reading) ? date_from_text(find_day_clues(reading, {}), {}) : DateInfo();
  const DateInfo& known = !told && dates_itself(*date.text) ? *date.text : date.file;
  if (known.precision == "day") date.day = known.published;
  return date;
}

DateInfo resolve_date(const Reading& reading, const RoundInfo& round, const DateBeforeRounds& before) {
  const std::vector<RoundDays> rounds = days_of_rounds(reading.taxonomy, round);
  const bool known = rounds.empty() && before.text;
  const DateInfo text = known ? *before.text : date_from_text(find_day_clues(reading, rounds), rounds);
  DateInfo info = before.file;
  // What is written on the page gives way in turn where only the file's date lies beside the round.
  const bool contradicted =
      far_apart(info, text) && dates_itself(text) && (near_round(text, rounds) || !near_round(info, rounds));
  const bool told = info.precision == "day" && !contradicted;
  if (!told && (text.precision == "day" || info.precision == "none")) {
    info = text;
  } else if (far_apart(info, text)) {
    info.confidence = 0.6;
  }
  add_current_month(info, reading);
  // A round's year alone tells nothing of the text.
  if (info.basis == "round" && info.precision == "year") info = {};
  info.event = event_date(reading, rounds, info.published);
  return info;
}

}  // namespace mahdar
