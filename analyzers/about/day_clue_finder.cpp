#include <algorithm>
#include <cstdlib>

#include "analyzers/about/before_date.h"
#include "analyzers/about/date_stamp.h"
#include "analyzers/about/day_clue.h"
#include "analyzers/about/elapsed_time.h"
#include "analyzers/about/far_stamps.h"
#include "analyzers/about/header_stamp.h"
#include "analyzers/text/folder.h"

namespace mahdar {

namespace {

using Kind = DateMention::Kind;

double zone_weight(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
    case Zone::kLead:
      return 1;
    case Zone::kBody:
      return 0.5;
    case Zone::kBackground:
      return 0.1;
  }
  return 0;
}

/// The first of `items`, sorted by token, at most `reach` tokens before `token`.
template <typename Items>
auto first_from(const Items& items, std::uint32_t token, std::uint32_t reach) {
  return std::partition_point(items.begin(), items.end(),
                              [&](const auto& item) { return item.first_token + reach < token; });
}

class ClueFinder {
 public:
  ClueFinder(const Reading& reading, const std::vector<RoundDays>& rounds)
      : reading_(reading), rounds_(rounds) {}

  std::vector<DayClue> find() {
    constexpr std::size_t kUsualRoundDays = 8;
    clues_.reserve(std::min(reading_.dates.size(), kMostClues) + (rounds_.empty() ? 0 : kUsualRoundDays));
    for (std::size_t i = 0; i < reading_.dates.size() && clues_.size() < kMostClues; ++i) add_mention(i);
    add_header_stamps();
    if (!rounds_.empty()) add_round_days();
    drop_far_stamps(clues_, rounds_);
    if (clues_.size() > kMostClues) clues_.resize(kMostClues);
    for (DayClue& clue : clues_) {
      const DateMention& m = clue.mention;
      clue.dated = m.year != 0 && m.month != 0 && m.other_month == 0;
      if (clue.dated) clue.days = days_of(m, CalendarDay());
    }
    return std::move(clues_);
  }

 private:
  /// Chronicles name hundreds of days, and none of those far down is the day they were written.
  static constexpr std::size_t kMostClues = 200;
  static constexpr std::uint32_t kFarFromCue = 14;
  static constexpr double kOfUpdate = 0.2;
  static constexpr double kOfLastTime = 0.1;  ///< as in the background

  double weight_at(std::uint32_t offset) const { return zone_weight(reading_.zoned.zone_at(offset)); }

  void add(DayClue::Kind kind, const DateMention& mention, int offset, double weight, std::string_view rule) {
    clues_.push_back({kind, mention, offset, weight, mention.range, rule});
  }

  void add_mention(std::size_t i) {
    const DateMention& mention = reading_.dates[i];
    if (is_in_a_name(mention, reading_.entities) || is_since(mention, reading_.tokens) ||
        counts_time_from(reading_.tokens, mention.first_token))
      return;
    const double weight = weight_at(mention.range.begin);
    if (mention.kind == Kind::kRelative) {
      constexpr double kLeastOfToday = 0.5;
      if (mention.weekday != 0)
        add(DayClue::Kind::kWeekdayAt, mention, mention.offset_days, std::max(weight, kLeastOfToday),
            "relative-weekday");
    } else if (mention.kind == Kind::kWeekday) {
      if (mention.direction == 0 && !tells_of_coming(mention))
        add(DayClue::Kind::kWeekdayNear, mention, 0, weight, "weekday");
      if (mention.direction < 0) add(DayClue::Kind::kWeekdayGone, mention, 0, weight, "weekday");
    } else if (mention.day != 0 && is_stamp(mention, reading_)) {
      add(DayClue::Kind::kStamp, mention, 0, is_of_update(mention, reading_.tokens) ? kOfUpdate : 1, "stamp");
      clues_.back().of_page = stood_above_title(reading_.zoned, mention.range.begin);
    } else if (mention.day != 0 && in_dateline(mention, reading_)) {
      add(DayClue::Kind::kStamp, mention, 0, is_of_update(mention, reading_.tokens) ? kOfUpdate : 1,
          "dateline");
    } else if (mention.day != 0) {
      const int* offset = offset_before(i);
      if (places_round(mention))
        add(DayClue::Kind::kRoundInMonth, mention, 0, weight, "round-in-month");
      else if (offset != nullptr)
        add(DayClue::Kind::kDateAt, mention, *offset, weight, "relative-date");
      else if (is_deadline(mention, reading_.tokens) || coming_before(mention.first_token))
        add(DayClue::Kind::kComingDate, mention, 0, weight, "coming-date");
      else
        add(DayClue::Kind::kDate, mention, 0,
            is_recalled(mention) ? kOfLastTime : weight * of_the_day(mention), "date");
    }
  }

  bool is_recalled(const DateMention& mention) const {
    return is_of_last_time(mention, reading_.tokens) || is_of_agreement(mention, reading_.tokens);
  }

  /// "يوم الاثنين ستعقد لقاءات والثلاثاء ستكون الجلسة": the verb right behind tells that it is still to come.
  bool tells_of_coming(const DateMention& mention) const {
    const std::uint32_t end = mention.first_token + mention.token_count;
    const auto cue = first_from(reading_.day_cues, end, 0);
    return cue != reading_.day_cues.end() && cue->first_token == end && cue->kind == DayCue::Kind::kComing &&
           reading_.tokens[end].gap > Gap::kSentence;
  }

  /// "30 و31 من الشهر القادم": the days of one of the rounds, their month told from the text's own.
  bool places_round(const DateMention& mention) const {
    if (mention.kind != Kind::kMonthWord || mention.month != 0) return false;
    return std::any_of(rounds_.begin(), rounds_.end(), [&](const RoundDays& round) {
      const std::chrono::year_month_day first(round.first), last(round.last);
      const int end = mention.end_day != 0 ? mention.end_day : mention.day;
      return static_cast<unsigned>(mention.day) == static_cast<unsigned>(first.day()) &&
             static_cast<unsigned>(end) == static_cast<unsigned>(last.day());
    });
  }

  /// They stand outside the text: no range.
  void add_header_stamps() {
    constexpr double kBeforeTitle = 0.5;
    for (const HeaderStamp& stamp : find_header_stamps(reading_.raw, reading_.zoned)) {
      const std::chrono::year_month_day date(stamp.day);
      DateMention mention;
      mention.year = static_cast<int>(date.year());
      mention.month = static_cast<int>(static_cast<unsigned>(date.month()));
      mention.day = static_cast<int>(static_cast<unsigned>(date.day()));
      add(DayClue::Kind::kStamp, mention, 0, stamp.before_title ? kBeforeTitle : 1, "stamp");
      clues_.back().of_page = stamp.before_title;
    }
  }

  /// "قال الوزير يوم الخميس 16 آذار 2017": so news give the day they are written on.
  double of_the_day(const DateMention& mention) const {
    constexpr double kFullDay = 1.6, kWithoutYear = 1.3;
    const bool lead = weight_at(mention.range.begin) == zone_weight(Zone::kLead);
    if (!lead || mention.weekday == 0 || mention.end_day != 0) return 1;
    return mention.year != 0 ? kFullDay : kWithoutYear;
  }

  /// The offset of a relative word that stands right before the date.
  const int* offset_before(std::size_t i) const {
    constexpr std::uint32_t kNear = 1;
    if (i == 0) return nullptr;
    const DateMention& before = reading_.dates[i - 1];
    const std::uint32_t end = before.first_token + before.token_count;
    const bool near = reading_.dates[i].first_token <= end + kNear;
    const bool same_sentence = reading_.tokens[reading_.dates[i].first_token].gap > Gap::kSentence;
    return before.kind == Kind::kRelative && near && same_sentence ? &before.offset_days : nullptr;
  }

  /// What the text says of a round's first and last day, with the relative word nearest to it.
  void add_round_days() {
    const std::uint32_t over = end_told();
    for (const DayCue& cue : reading_.day_cues) {
      if (clues_.size() > kMostClues) return;
      const Token& token = reading_.tokens[cue.first_token];
      const Token& last = reading_.tokens[cue.first_token + cue.token_count - 1];
      DayClue clue{DayClue::Kind::kBeforeRound, {},       0, weight_at(token.begin),
                   {token.begin, last.end},     "preview"};
      if (cue.kind == DayCue::Kind::kComing) continue;
      if (cue.kind == DayCue::Kind::kPreview) {
        // "سيعقد اللقاء القادم الشهر المقبل", says what has just ended.
        if (cue.first_token < over && clue.weight == zone_weight(Zone::kLead)) clues_.push_back(clue);
      } else if (tell_round_day(cue, clue)) {
        clues_.push_back(clue);
      }
    }
  }

  /// The token where title or lead tell of the round's end.
  std::uint32_t end_told() const {
    const auto told =
        std::find_if(reading_.day_cues.begin(), reading_.day_cues.end(), [&](const DayCue& cue) {
          return cue.kind == DayCue::Kind::kEnds &&
                 weight_at(reading_.tokens[cue.first_token].begin) == zone_weight(Zone::kLead) &&
                 !coming_before(cue.first_token);
        });
    return told == reading_.day_cues.end() ? static_cast<std::uint32_t>(reading_.tokens.size())
                                           : told->first_token;
  }

  bool tell_round_day(const DayCue& cue, DayClue& clue) const {
    if (cue.kind == DayCue::Kind::kArrives) return tell_arrival(cue, clue);
    const bool first = cue.kind == DayCue::Kind::kBegins;
    clue.rule = first ? "first-day" : "last-day";
    constexpr std::uint32_t kNear = 8;
    if (const DateMention* relative = relative_near(cue, kNear)) {
      clue.kind = first ? DayClue::Kind::kFirstDayAt : DayClue::Kind::kLastDayAt;
      clue.offset = relative->offset_days;
      return true;
    }
    clue.kind = first ? DayClue::Kind::kFirstDayNear : DayClue::Kind::kLastDayNear;
    return !coming_near(cue.first_token);
  }

  /// Delegations come on the first day or the one before; only the day of coming tells.
  bool tell_arrival(const DayCue& cue, DayClue& clue) const {
    constexpr std::uint32_t kOverHead = 14;  // "وصل وفد الحكومة برئاسة فلان، ظهر اليوم"
    const DateMention* relative = relative_near(cue, kOverHead);
    if (relative == nullptr || relative->offset_days > 0) return false;
    clue.rule = "arrival";
    clue.kind = DayClue::Kind::kArrivalNear;
    clue.offset = relative->offset_days;
    return true;
  }

  /// Whether two tokens of one sentence lie at most so many apart.
  bool near(std::uint32_t from, std::uint32_t to, std::uint32_t most) const {
    if (from > to) std::swap(from, to);
    if (to - from > most) return false;
    for (std::uint32_t i = from + 1; i <= to; ++i)
      if (reading_.tokens[i].gap <= Gap::kSentence) return false;
    return true;
  }

  const DateMention* relative_near(const DayCue& cue, std::uint32_t reach) const {
    const DateMention* nearest = nullptr;
    std::uint32_t least = reach + 1;
    for (auto mention = first_from(reading_.dates, cue.first_token, reach);
         mention != reading_.dates.end() && mention->first_token <= cue.first_token + reach; ++mention) {
      if (mention->kind != Kind::kRelative || is_in_a_name(*mention, reading_.entities)) continue;
      const std::uint32_t distance = mention->first_token > cue.first_token
                                         ? mention->first_token - cue.first_token
                                         : cue.first_token - mention->first_token;
      if (distance < least && near(cue.first_token, mention->first_token, reach)) {
        nearest = &*mention;
        least = distance;
      }
    }
    return nearest;
  }

  bool coming_near(std::uint32_t token) const { return coming_within(token, kFarFromCue, kFarFromCue); }

  /// A date belongs to the verb before it: "قال يوم الخميس إن الجولة ستعقد".
  bool coming_before(std::uint32_t token) const {
    constexpr std::uint32_t kRightBehind = 1;
    return coming_within(token, kFarFromCue, kRightBehind);
  }

  bool coming_within(std::uint32_t token, std::uint32_t before, std::uint32_t behind) const {
    for (auto cue = first_from(reading_.day_cues, token, before);
         cue != reading_.day_cues.end() && cue->first_token <= token + behind; ++cue) {
      const bool coming = cue->kind == DayCue::Kind::kComing || cue->kind == DayCue::Kind::kPreview;
      if (coming && near(cue->first_token, token, std::max(before, behind))) return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<RoundDays>& rounds_;
  std::vector<DayClue> clues_;
};

}  // namespace

std::vector<DayClue> find_day_clues(const Reading& reading, const std::vector<RoundDays>& rounds) {
  return ClueFinder(reading, rounds).find();
}

}  // namespace mahdar
