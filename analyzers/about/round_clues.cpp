#include "analyzers/about/round_clues.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "analyzers/about/round_calendar.h"
#include "analyzers/about/round_date_clues.h"

namespace mahdar {

RoundClues::RoundClues(const Taxonomy& taxonomy, const Analyzer& analyzer, const RoundVenues& venues)
    : days_(round_days(taxonomy)), spans_(round_spans(taxonomy)), venues_(venues) {
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

  std::vector<RoundClue> collect(std::string_view known_date, int address) {
    constexpr double kOfAddress = 3;
    clues_ = RoundDateClues(facts_.days_, reading_, marked_, mentions_.scene).collect(known_date);
    by_number(address, kOfAddress, first_words(), "address");
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

  void by_number(int number, double weight, ByteRange range, std::string_view rule) {
    const std::vector<Round>& all = reading_.taxonomy.rounds();
    for (std::size_t r = 0; r < all.size(); ++r)
      if (all[r].number == number) add(r, weight, range, rule);
  }

  /// What stands for the whole text.
  ByteRange first_words() const {
    if (reading_.zoned.title_end > 0) return {0, reading_.zoned.title_end};
    return reading_.tokens.size() > 0 ? ByteRange{reading_.tokens[0].begin, reading_.tokens[0].end}
                                      : ByteRange{};
  }

  /// "16 اجتماعا" held: the 17th. A round named as past or next has neighbours.
  void neighbours() {
    for (const RoundCount& count : mentions_.counts) {
      if (!count.held) continue;
      const ByteRange range{reading_.tokens[count.first].begin, reading_.tokens[count.end - 1].end};
      by_number(count.value + 1, mentions_.scene.process > 0 ? 2.0 : 0.5, range, "count-of-rounds");
      if (!mentions_.scene.announced) {
        by_number(count.value, 0.6, range, "count-of-rounds");
        continue;
      }
      for (int over = 1; over <= count.value; ++over) by_number(over, -1, range, "count-of-rounds");
    }
    const NamedRound* last = nullptr;
    for (const NamedRound& named : mentions_.rounds) {
      if (named.role.role == RoundRole::kPast &&
          (last == nullptr || named.candidate.value > last->candidate.value))
        last = &named;
      if (named.role.role != RoundRole::kNext) continue;
      if (mentions_.scene.announced)
        by_number(named.candidate.value, 1.5, named.range, "round-announced");
      else
        by_number(named.candidate.value - 1, 1.2, named.range, "round-after");
    }
    const double following = mentions_.scene.announced ? 2.4 : mentions_.scene.process > 0 ? 1.0 : 0.3;
    if (last == nullptr) return;
    by_number(last->candidate.value + 1, following, last->range, "round-before");
    if (!mentions_.scene.announced) return;
    const std::vector<Round>& all = reading_.taxonomy.rounds();
    for (std::size_t r = 0; r < all.size(); ++r)
      if (all[r].number != last->candidate.value + 1) add(r, -1, last->range, "round-before");
  }

  /// The first of a series has no number yet, and nothing is told of rounds before it.
  void first_of_all() {
    const auto later = [](const NamedRound& n) { return n.candidate.value != 1; };
    if (rounds() == 0 || std::any_of(mentions_.rounds.begin(), mentions_.rounds.end(), later)) return;
    const bool named = !mentions_.rounds.empty();
    ByteRange earlier{}, further{}, first_time{}, head{};
    const auto keep = [](ByteRange& range, const Token& from, const Token& to) {
      if (range.end == 0) range = {from.begin, to.end};
    };
    if (!mentions_.counts.empty()) {
      const RoundCount& count = mentions_.counts.front();
      keep(earlier, reading_.tokens[count.first], reading_.tokens[count.end - 1]);
    }
    for (std::uint32_t i = 0; i + 1 < marked_.kinds.size(); ++i) {
      const std::uint64_t kinds = marked_.kinds[i];
      const Token& token = reading_.tokens[i];
      if ((kinds & kFirstTime) != 0) keep(first_time, token, token);
      if ((kinds & (kHeadSingular | kHeadPlural)) == 0 || (kinds & kRivalWord) != 0) continue;
      keep(head, token, token);
      for (std::uint32_t k = i + 1; k < i + 4 && k < marked_.kinds.size(); ++k) {
        if (break_before(reading_.tokens, k) != Break::kNone) break;
        const std::uint64_t next = marked_.kinds[k];
        if ((next & kRivalWord) != 0) break;
        if ((next & (kPastAdjective | kLastWord)) != 0) keep(earlier, token, reading_.tokens[k]);
        if ((kinds & kHeadEdition) != 0 && (next & (kOwnAdjective | kNextAdjective)) != 0)
          keep(further, token, reading_.tokens[k]);
      }
    }
    if (earlier.end != 0) {
      add(0, -1.5, earlier, "rounds-before");
    } else if (further.end != 0) {
      add(0, -0.6, further, "rounds-before");
    } else if (!named || first_time.end != 0) {
      add(0, 1.4, head.end != 0 ? head : first_words(), "no-round-before");
    }
    if (first_time.end != 0 && earlier.end == 0) add(0, 1, first_time, "first-time");
  }

  /// Only where no number tells: it is the costliest clue.
  void weekdays() {
    const bool named = std::any_of(mentions_.rounds.begin(), mentions_.rounds.end(), [](const NamedRound& n) {
      return n.role.role == RoundRole::kOwn && n.zone != Zone::kBackground;
    });
    if (named) return;
    const std::vector<double> fits = calendar_fit(reading_, facts_.spans_);
    if (fits.empty()) return;
    const double best = *std::max_element(fits.begin(), fits.end());
    const auto weekday =
        std::ranges::find_if(reading_.dates, [](const DateMention& d) { return d.weekday != 0; });
    for (std::size_t r = 0; r < rounds(); ++r) add(r, fits[r] - best + 1, weekday->range, "weekday");
  }

  void people() {
    std::vector<const Entity*> seen;
    for (const EntityMatch& match : reading_.entities) {
      if (match.entity->kind != EntityKind::kPerson || std::ranges::count(seen, match.entity) != 0) continue;
      seen.push_back(match.entity);
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
    std::vector<StemPhrases::Match> matches = facts_.keywords_.find(reading_.tokens);
    if (matches.size() > 1)
      std::ranges::stable_sort(matches, {},
                               [](const StemPhrases::Match& m) { return std::pair(m.phrase, m.value); });
    for (auto from = matches.begin(); from != matches.end();) {
      const auto to =
          std::find_if(from, matches.end(), [&](const auto& m) { return m.phrase != from->phrase; });
      add_keyword({from, to});
      from = to;
    }
  }

  /// `matches`: of one phrase, by round.
  void add_keyword(std::span<const StemPhrases::Match> matches) {
    const auto last = std::ranges::max_element(matches, {}, &StemPhrases::Match::first);
    const auto first_of_round = [&](std::size_t i) {
      return i == 0 || matches[i - 1].value != matches[i].value;
    };
    double rounds = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) rounds += first_of_round(i) ? 1 : 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (!first_of_round(i)) continue;
      const std::uint32_t first = matches[i].first;
      const ByteRange range{reading_.tokens[first].begin, reading_.tokens[first + matches[i].words - 1].end};
      add(matches[i].value, (last->words > 1 ? 1.0 : 0.5) / rounds, range, "agenda");
    }
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
  std::vector<RoundClue> clues_;
};

std::vector<RoundClue> RoundClues::find(const Reading& reading, const MarkedText& marked,
                                        const RoundMentions& mentions, std::string_view known_date,
                                        int address) const {
  return Collector(*this, reading, marked, mentions).collect(known_date, address);
}

}  // namespace mahdar
