#include "analyzers/about/round_clues.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "analyzers/about/round_calendar.h"

namespace mahdar {

RoundClues::RoundClues(const Taxonomy& taxonomy, const Analyzer& analyzer, const RoundVenues& venues)
    : days_(round_days(taxonomy)), venues_(venues) {
  add_people(taxonomy);
  add_keywords(taxonomy, analyzer);
}

void RoundClues::add_people(const Taxonomy& taxonomy) {
  for (std::size_t r = 0; r < taxonomy.rounds().size(); ++r)
    for (const std::string& id : taxonomy.rounds()[r].heads)
      if (const Entity* person = taxonomy.entity(id)) headed_by_[person].push_back(r);
  for (const Entity& person : taxonomy.entities()) {
    if (person.kind != EntityKind::kPerson || person.delegations.empty()) continue;
    for (std::size_t r = 0; r < taxonomy.rounds().size(); ++r) {
      const std::string& date = taxonomy.rounds()[r].start;
      const bool there =
          std::any_of(person.delegations.begin(), person.delegations.end(), [&](const Delegation& d) {
            return (d.from.empty() || d.from <= date) &&
                   (d.to.empty() || date.substr(0, d.to.size()) <= d.to);
          });
      if (!there) out_of_office_[&person].push_back(r);
    }
  }
}

void RoundClues::add_keywords(const Taxonomy& taxonomy, const Analyzer& analyzer) {
  for (std::size_t r = 0; r < taxonomy.rounds().size(); ++r)
    for (const std::string& keyword : taxonomy.rounds()[r].keywords)
      (keyword.ends_with('+') ? later_terms_ : keywords_)
          .add(analyzer, keyword, static_cast<std::uint32_t>(r));
  keywords_.build();
  later_terms_.build();
}

class RoundClues::Collector {
 public:
  Collector(const RoundClues& facts, const Reading& reading, const MarkedText& marked,
            const RoundMentions& mentions)
      : facts_(facts), reading_(reading), marked_(marked), mentions_(mentions) {}

  std::vector<RoundClue> collect(std::string_view known_date) {
    latest_ = latest_date();
    if (const auto known = day_of(known_date)) publication(*known);
    for (const DateMention& date : reading_.dates) this->date(date);
    latest_year();
    near_months();
    dated_weekdays();
    neighbours();
    first_of_all();
    weekdays();
    people();
    venues();
    keywords();
    later_terms();
    return std::move(clues_);
  }

 private:
  std::size_t rounds() const { return facts_.days_.size(); }

  void add(std::size_t round, double weight, ByteRange range, std::string_view rule) {
    clues_.push_back({round, weight, range, rule});
  }

  /// The text's own day: from 30 days before a round to 3 after it; of two rounds the nearer. An announced
  /// round may be farther off. Rounds months away are none of its business.
  void publication(std::chrono::sys_days known) {
    using std::chrono::days;
    constexpr days kFar{75};
    const ByteRange front{0, reading_.zoned.title_end};
    std::size_t best = rounds();
    double best_weight = 0;
    bool coming = mentions_.scene.announced;
    for (std::size_t r = 0; r < rounds(); ++r) {
      const RoundDays& round = facts_.days_[r];
      if (known < round.start - kFar || known > round.end + kFar)
        add(r, -2, front, "publication-date");
      else if (known > round.end + days(15))
        add(r, -1, front, "publication-date");
      double weight = 0;
      if (known >= round.start - days(3) && known <= round.end + days(3)) {
        weight = 4;
      } else if (known < round.start && (known >= round.start - days(30) || coming)) {
        weight = 2.5;
      } else if (known > round.end && known <= round.end + days(10)) {
        weight = 1.2;
      }
      coming = coming && known > round.start;
      if (weight <= best_weight) continue;
      best = r;
      best_weight = weight;
    }
    if (best < rounds()) add(best, best_weight, front, "publication-date");
  }

  struct Sentence {
    bool next = false, past = false, head = false, agreed = false;
  };

  Sentence sentence_of(std::uint32_t token) const {
    Sentence found;
    const auto see = [&](std::uint32_t i) {
      const std::uint64_t kinds = marked_.kinds[i];
      found.next = found.next || (kinds & (kNextAdjective | kNextCue)) != 0;
      found.past = found.past || (kinds & (kPastAdjective | kLastWord)) != 0;
      found.agreed = found.agreed || (kinds & kAgreed) != 0;
      found.head = found.head || (kinds & (kHeadSingular | kHeadPlural)) != 0;
    };
    constexpr std::uint32_t kReach = 15;
    for (std::uint32_t i = token, n = 0;
         i > 0 && n < kReach && break_before(reading_.tokens, i) != Break::kSentence; ++n)
      see(--i);
    for (std::uint32_t i = token + 1; i < marked_.kinds.size() && i < token + kReach / 2; ++i) {
      if (break_before(reading_.tokens, i) == Break::kSentence) break;
      see(i);
    }
    return found;
  }

  void date(const DateMention& date) {
    constexpr int kLongBefore = 2;  // months
    if (date.month == 0) return;
    if (date.direction <= 0 && of_document(date)) {
      // A round's paper is cited by its date in later texts only.
      for (std::size_t r = 0; r < rounds(); ++r)
        if (fit(date, facts_.days_[r]) == DateFit::kDayAndYear) add(r, -1, date.range, "date-of-document");
      return;
    }
    if (date.year != 0 && latest_ != nullptr && month_of(date) + kLongBefore < month_of(*latest_)) return;
    const Zone zone = reading_.zoned.zone_at(date.range.begin);
    const double front = zone == Zone::kTitle || zone == Zone::kLead ? 1.2
                         : zone == Zone::kBackground                 ? 0.5
                                                                     : 1;
    const Sentence sentence = sentence_of(date.first_token);
    const bool front_zone = zone == Zone::kTitle || zone == Zone::kLead;
    const bool coming =
        (!front_zone && (date.direction > 0 || (sentence.next && (sentence.head || date.day != 0)))) ||
        (sentence.next && sentence.agreed && date.day == 0);
    const bool gone = date.direction < 0 || (sentence.past && sentence.head && zone != Zone::kTitle);
    for (std::size_t r = 0; r < rounds(); ++r) {
      const DateFit fits = fit(date, facts_.days_[r]);
      if (fits == DateFit::kNone) continue;
      const bool day = fits == DateFit::kDay || fits == DateFit::kDayAndYear;
      const bool year = fits == DateFit::kMonthAndYear || fits == DateFit::kDayAndYear;
      const bool current = !day && !year && date.kind == DateMention::Kind::kMonthWord && date.direction == 0;
      const double exact = !day || date.end_day == 0 ? 0 : same_days(date, facts_.days_[r]) ? 0.8 : -0.8;
      // "ستعقد في منتصف أيلول": an announcement's month, counted once.
      const bool promised = !day && !year && front_zone && sentence.next && !sentence.agreed;
      if (promised && !promised_.emplace(date.month, r).second) continue;
      const double weight = current ? 1.4 : promised ? 1.0 : (day ? 2.0 : 0.4) + (year ? 1.0 : 0) + exact;
      if (gone) {
        const double sure = day ? 1.2 : sentence.head && sentence.past ? 0.8 : 0.3;
        if (r + 1 < rounds()) add(r + 1, sure * front, date.range, "date-of-round-before");
      } else if (coming) {
        if (r > 0) add(r - 1, (day ? 1.0 : 0.8) * front, date.range, "date-of-round-after");
        if (day) add(r, weight * 0.6, date.range, "date-of-round");
      } else {
        add(r, weight * front, date.range, "date-of-round");
      }
    }
  }

  /// "اليوم، الجمعة 6 كانون الثاني": the weekday tells the year, and thereby which round is near.
  void dated_weekdays() {
    using std::chrono::days;
    constexpr days kBefore{40}, kAfter{15};
    for (std::size_t i = 0; i < reading_.dates.size(); ++i) {
      const DateMention& date = reading_.dates[i];
      const int weekday = weekday_with(i);
      const Zone zone = reading_.zoned.zone_at(date.range.begin);
      if (weekday == 0 || date.year != 0 || date.end_day != 0 ||
          (zone != Zone::kTitle && zone != Zone::kLead))
        continue;
      for (std::size_t r = 0; r < rounds(); ++r) {
        const RoundDays& round = facts_.days_[r];
        const auto day = nearest(date, round.start);
        if (!day || *day < round.start - kBefore || *day > round.end + kAfter) continue;
        const bool agrees = static_cast<int>(std::chrono::weekday(*day).iso_encoding()) == weekday;
        add(r, agrees ? 1 : -1.5, date.range, "weekday-of-date");
      }
      return;
    }
  }

  /// The weekday of a whole date, its own or that of the relative word right before it; 0 for none.
  int weekday_with(std::size_t i) const {
    const DateMention& date = reading_.dates[i];
    if (date.day == 0 || date.month == 0) return 0;
    if (date.weekday != 0 || i == 0) return date.weekday;
    const DateMention& before = reading_.dates[i - 1];
    const bool beside = before.kind == DateMention::Kind::kRelative && before.offset_days == 0 &&
                        before.first_token + before.token_count + 1 >= date.first_token;
    return beside ? before.weekday : 0;
  }

  static std::optional<std::chrono::sys_days> nearest(const DateMention& date, std::chrono::sys_days to) {
    const int year = int(std::chrono::year_month_day(to).year());
    std::optional<std::chrono::sys_days> best;
    for (int y = year - 1; y <= year + 1; ++y) {
      const std::chrono::year_month_day whole{std::chrono::year(y),
                                              std::chrono::month(static_cast<unsigned>(date.month)),
                                              std::chrono::day(static_cast<unsigned>(date.day))};
      if (!whole.ok()) continue;
      const std::chrono::sys_days day(whole);
      if (!best || std::chrono::abs(day - to) < std::chrono::abs(*best - to)) best = day;
    }
    return best;
  }

  /// "أيلول المقبل" was written in the months before a September, "أيار الماضي" in those after a May.
  void near_months() {
    constexpr int kYear = 12, kAhead = 3, kBehind = 7;
    std::set<std::pair<int, int>> seen;
    for (const DateMention& date : reading_.dates) {
      if (date.month == 0 || date.year != 0 ||
          (date.direction == 0 && date.kind != DateMention::Kind::kMonthWord))
        continue;
      if (date.other_month != 0 || !seen.emplace(date.month, date.direction).second) continue;
      for (std::size_t r = 0; r < rounds(); ++r) {
        const int month = static_cast<int>(unsigned(facts_.days_[r].first().month()));
        const int ahead = (date.month - month + kYear) % kYear, behind = (month - date.month + kYear) % kYear;
        const bool fits = date.direction > 0   ? ahead >= 1 && ahead <= kAhead
                          : date.direction < 0 ? behind >= 1 && behind <= kBehind
                                               : behind == 0 || ahead == 1;
        add(r, fits ? 0.3 : -0.7, date.range, "near-month");
      }
    }
  }

  /// "المذكرة الصادرة في 4 أيار": the day of a paper, older than the text.
  bool of_document(const DateMention& date) const {
    constexpr std::uint32_t kReach = 12;
    for (std::uint32_t i = date.first_token, n = 0; i > 0 && n < kReach; ++n) {
      if (break_before(reading_.tokens, i) == Break::kSentence) break;
      if ((marked_.kinds[--i] & kDocument) != 0) return true;
    }
    return false;
  }

  static int month_of(const DateMention& date) { return date.year * 12 + date.month - 1; }

  const DateMention* latest_date() const {
    const DateMention* latest = nullptr;
    for (const DateMention& date : reading_.dates)
      if (date.year != 0 && date.month != 0 && date.direction <= 0 &&
          (latest == nullptr || month_of(date) > month_of(*latest)) && !sentence_of(date.first_token).next)
        latest = &date;
    return latest;
  }

  /// A text is younger than the dates it tells: rounds over by the latest of them are not its own, the one
  /// that followed soon may be.
  void latest_year() {
    const DateMention* latest = latest_;
    if (latest == nullptr) return;
    for (std::size_t r = 0; r < rounds(); ++r) {
      const std::chrono::year_month_day first = facts_.days_[r].first();
      const int after =
          int(first.year()) * 12 + static_cast<int>(unsigned(first.month())) - 1 - month_of(*latest);
      if (after < 0) add(r, after < -1 ? -2 : -0.8, latest->range, "date-after-round");
      if (after >= 0 && after <= 2) add(r, 0.5, latest->range, "date-before-round");
    }
  }

  void by_number(int number, double weight, ByteRange range, std::string_view rule) {
    const std::vector<Round>& all = reading_.taxonomy.rounds();
    for (std::size_t r = 0; r < all.size(); ++r)
      if (all[r].number == number) add(r, weight, range, rule);
  }

  /// "16 اجتماعا" held: the 17th. A round named as past or next has neighbours.
  void neighbours() {
    for (const RoundCount& count : mentions_.counts) {
      if (!count.held) continue;
      const ByteRange range{reading_.tokens[count.first].begin, reading_.tokens[count.end - 1].end};
      by_number(count.value + 1, mentions_.scene.process > 0 ? 2.0 : 0.5, range, "count-of-rounds");
      by_number(count.value, 0.6, range, "count-of-rounds");
    }
    const NamedRound* last = nullptr;
    for (const NamedRound& named : mentions_.rounds) {
      if (named.role.role == RoundRole::kPast &&
          (last == nullptr || named.candidate.value > last->candidate.value))
        last = &named;
      if (named.role.role == RoundRole::kNext)
        by_number(named.candidate.value - 1, 1.2, named.range, "round-after");
    }
    const double following = mentions_.scene.announced ? 2.0 : mentions_.scene.process > 0 ? 1.0 : 0.3;
    if (last == nullptr) return;
    by_number(last->candidate.value + 1, following, last->range, "round-before");
    if (!mentions_.scene.announced) return;
    const std::vector<Round>& all = reading_.taxonomy.rounds();
    for (std::size_t r = 0; r < all.size(); ++r)
      if (all[r].number != last->candidate.value + 1) add(r, -1, last->range, "round-before");
  }

  /// The first of a series has no number yet, and nothing is told of rounds before it.
  void first_of_all() {
    if (rounds() == 0 || !mentions_.rounds.empty()) return;
    bool earlier = !mentions_.counts.empty();
    ByteRange first_time{};
    bool further = false;
    for (std::uint32_t i = 0; i + 1 < marked_.kinds.size(); ++i) {
      const std::uint64_t kinds = marked_.kinds[i];
      const Token& token = reading_.tokens[i];
      if ((kinds & kFirstTime) != 0 && first_time.end == 0) first_time = {token.begin, token.end};
      if ((kinds & (kHeadSingular | kHeadPlural)) == 0 || (kinds & kRivalWord) != 0) continue;
      for (std::uint32_t k = i + 1; k < i + 4 && k < marked_.kinds.size(); ++k) {
        if (break_before(reading_.tokens, k) != Break::kNone) break;
        if ((marked_.kinds[k] & kRivalWord) != 0) break;
        earlier = earlier || (marked_.kinds[k] & (kPastAdjective | kLastWord)) != 0;
        further = further ||
                  ((kinds & kHeadEdition) != 0 && (marked_.kinds[k] & (kOwnAdjective | kNextAdjective)) != 0);
      }
    }
    if (earlier) {
      add(0, -1.5, {}, "rounds-before");
    } else if (further) {
      add(0, -0.6, {}, "rounds-before");
    } else {
      add(0, 1.3, {}, "no-round-before");
    }
    if (first_time.end != 0 && !earlier) add(0, 1, first_time, "first-time");
  }

  /// Only where no number tells: it is the costliest clue.
  void weekdays() {
    const bool named = std::any_of(mentions_.rounds.begin(), mentions_.rounds.end(), [](const NamedRound& n) {
      return n.role.role == RoundRole::kOwn && n.zone != Zone::kBackground;
    });
    if (named) return;
    const std::vector<double> fits = calendar_fit(reading_);
    if (fits.empty()) return;
    const double best = *std::max_element(fits.begin(), fits.end());
    for (std::size_t r = 0; r < rounds(); ++r) add(r, fits[r] - best + 1, {}, "weekday");
  }

  void people() {
    std::set<const Entity*> seen;
    for (const EntityMatch& match : reading_.entities) {
      if (match.entity->kind != EntityKind::kPerson || !seen.insert(match.entity).second) continue;
      const auto headed = facts_.headed_by_.find(match.entity);
      if (headed != facts_.headed_by_.end()) {
        const double weight = 1.6 / std::sqrt(static_cast<double>(headed->second.size()));
        for (const std::size_t r : headed->second) add(r, weight, match.range, "head-of-delegation");
      }
      const auto out = facts_.out_of_office_.find(match.entity);
      if (out == facts_.out_of_office_.end()) continue;
      for (const std::size_t r : out->second) add(r, -1.5, match.range, "not-in-office");
    }
  }

  /// The city of the dateline or lead; of several the first, since others may be places of other events.
  void venues() {
    struct City {
      const Entity* place;
      double weight;
      ByteRange range;
    };
    std::vector<City> cities;
    for (const EntityMatch& match : reading_.entities) {
      if (!facts_.venues_.is_city(match.entity)) continue;
      if ((marked_.kinds[match.first_token] & (kRivalWord | kFormatWord)) != 0) continue;
      const Zone zone = reading_.zoned.zone_at(match.range.begin);
      const double front = zone == Zone::kTitle || zone == Zone::kLead ? 1.0 : 0.3;
      const auto known = std::find_if(cities.begin(), cities.end(),
                                      [&](const City& city) { return city.place == match.entity; });
      if (known == cities.end())
        cities.push_back({match.entity, cities.empty() ? front : front * 0.3, match.range});
    }
    for (std::size_t r = 0; r < rounds(); ++r)
      for (const City& city : cities)
        if (city.place == facts_.venues_.city_of(r))
          add(r, city.weight * 1.2 * facts_.venues_.rarity(r), city.range, "venue");
  }

  /// Each phrase once; one that several rounds share says less.
  void keywords() {
    std::map<std::uint32_t, std::map<std::uint32_t, ByteRange>> rounds_of;
    std::map<std::uint32_t, std::uint32_t> words;
    for (const StemPhrases::Match& match : facts_.keywords_.find(reading_.tokens)) {
      const ByteRange range{reading_.tokens[match.first].begin,
                            reading_.tokens[match.first + match.words - 1].end};
      rounds_of[match.phrase].emplace(match.value, range);
      words[match.phrase] = match.words;
    }
    for (const auto& [phrase, found] : rounds_of)
      for (const auto& [round, range] : found)
        add(round, (words[phrase] > 1 ? 1.0 : 0.5) / static_cast<double>(found.size()), range, "agenda");
  }

  /// No text is older than its words.
  void later_terms() {
    std::uint32_t since = 0;
    ByteRange range;
    for (const StemPhrases::Match& match : facts_.later_terms_.find(reading_.tokens)) {
      if (match.value <= since) continue;
      since = match.value;
      range = {reading_.tokens[match.first].begin, reading_.tokens[match.first + match.words - 1].end};
    }
    for (std::size_t r = 0; r < since; ++r) add(r, -1.5, range, "later-term");
  }

  const RoundClues& facts_;
  const Reading& reading_;
  const MarkedText& marked_;
  const RoundMentions& mentions_;
  const DateMention* latest_ = nullptr;             ///< the latest month the text tells with its year
  std::set<std::pair<int, std::size_t>> promised_;  ///< months told with an announcement, by round
  std::vector<RoundClue> clues_;
};

std::vector<RoundClue> RoundClues::find(const Reading& reading, const MarkedText& marked,
                                        const RoundMentions& mentions, std::string_view known_date) const {
  return Collector(*this, reading, marked, mentions).collect(known_date);
}

}  // namespace mahdar
