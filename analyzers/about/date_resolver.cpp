#include "analyzers/about/date_resolver.h"

#include <algorithm>
#include <cstdlib>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/day_clue.h"
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

/// A day the article may have been written on, and what speaks for it.
struct Candidate {
  CalendarDay day;
  double score = 0;
};

/// Without clues, an article about a round was written while it lasted or shortly after.
double prior(CalendarDay day, const std::vector<RoundDays>& rounds) {
  double best = 0;
  for (const RoundDays& round : rounds) {
    if (day >= round.first && day <= round.last) best = std::max(best, 1.0);
    if (day == round.last + days(1)) best = std::max(best, 0.5);
    if (day == round.first - days(1)) best = std::max(best, 0.7);
    if (day < round.first - days(1) && day >= round.first - days(7)) best = std::max(best, 0.5);
  }
  return best;
}

void add_around(std::vector<Candidate>& candidates, CalendarDay first, CalendarDay last, days before) {
  constexpr days kAfter{3};
  for (CalendarDay day = first - before; day <= last + kAfter; day += days(1)) candidates.push_back({day});
}

/// How long before what it tells a text may have been written: what places a round in the next month up to
/// two months, another announcement two weeks, other texts hardly.
days reach_before(const std::vector<DayClue>& clues) {
  const bool next_month = std::any_of(clues.begin(), clues.end(), [](const DayClue& clue) {
    return clue.kind == DayClue::Kind::kRoundInMonth && clue.mention.direction > 0;
  });
  if (next_month) return days(62);
  const bool announces = std::any_of(clues.begin(), clues.end(), [](const DayClue& clue) {
    return clue.kind == DayClue::Kind::kBeforeRound || clue.kind == DayClue::Kind::kComingDate;
  });
  return days(announces ? 14 : 3);
}

/// Days worth weighing: around the rounds and around every date that can be told in full.
std::vector<Candidate> rank_days(const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  constexpr int kUsualSpan = 8;
  const days before = reach_before(clues);
  std::vector<Candidate> candidates;
  candidates.reserve((rounds.size() + clues.size()) * static_cast<std::size_t>(before.count() + kUsualSpan));
  for (const RoundDays& round : rounds) add_around(candidates, round.first, round.last, before);
  for (const DayClue& clue : clues) {
    if (clue.mention.year == 0 && rounds.empty()) continue;
    const auto span = days_of(clue, rounds.empty() ? CalendarDay() : rounds.front().first);
    if (span) add_around(candidates, span->first, span->last, before);
  }
  const auto by_day = [](const Candidate& a, const Candidate& b) { return a.day < b.day; };
  const auto same_day = [](const Candidate& a, const Candidate& b) { return a.day == b.day; };
  std::sort(candidates.begin(), candidates.end(), by_day);
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same_day), candidates.end());
  for (Candidate& candidate : candidates) {
    candidate.score = prior(candidate.day, rounds);
    for (const DayClue& clue : clues) candidate.score += support(clue, candidate.day, rounds);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.day < b.day;
  });
  return candidates;
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
  return prior(day, rounds) == 0 && std::none_of(clues.begin(), clues.end(), [&](const DayClue& clue) {
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

/// What the days of at least a score have in common: month, year or nothing.
std::string common_date(const std::vector<Candidate>& ranked, double least) {
  std::string common = format_month(ranked.front().day);
  for (const Candidate& candidate : ranked) {
    if (candidate.score < least) break;
    const std::string month = format_month(candidate.day);
    if (common == month) continue;
    common = common.substr(0, 4) == month.substr(0, 4) ? common.substr(0, 4) : std::string();
    if (common.empty()) break;
  }
  return common;
}

/// The later of two neighbouring days where all days of at least a score are these two.
std::optional<CalendarDay> to_a_day(const std::vector<Candidate>& ranked, double least) {
  CalendarDay first = ranked.front().day, last = first;
  for (const Candidate& candidate : ranked) {
    if (candidate.score < least) break;
    first = std::min(first, candidate.day);
    last = std::max(last, candidate.day);
  }
  return last - first <= days(1) ? std::optional(last) : std::nullopt;
}

/// The date the text and its rounds give.
DateInfo date_from_text(const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  constexpr double kLeastScore = 1.4;
  constexpr double kLeastMargin = 0.45;
  constexpr double kSureMargin = 4;
  const std::vector<Candidate> ranked = rank_days(clues, rounds);
  if (ranked.empty()) return {};
  const Candidate& best = ranked.front();
  const double margin = ranked.size() > 1 ? best.score - ranked[1].score : best.score;
  if (best.score >= kLeastScore && margin >= kLeastMargin) {
    const bool written = written_in_text(clues, best.day);
    if (!written && rounds.empty()) return {};
    if (!written && of_unknown_week(clues, best.day, rounds))
      return dated(format_day(best.day).substr(0, 4), "round", 0.3);
    const double confidence = (written ? 0.6 : 0.5) + 0.35 * std::min(margin, kSureMargin) / kSureMargin;
    DateInfo info = dated(format_day(best.day), written ? "text" : "round", confidence);
    add_evidence(info, clues, best.day, rounds);
    return info;
  }
  if (rounds.empty()) return {};
  if (best.score >= kLeastScore)
    if (const auto day = to_a_day(ranked, best.score - kLeastMargin)) {
      DateInfo info = dated(format_day(*day), written_in_text(clues, *day) ? "text" : "round", 0.5);
      add_evidence(info, clues, *day, rounds);
      return info;
    }
  return dated(common_date(ranked, best.score - kLeastMargin), "round", 0.3);
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
  info.event = event_date(reading, rounds, info.published);
  return info;
}

}  // namespace mahdar
