#include "analyzers/about/round_clues.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analyzers/about/proclitic_forms.h"

namespace mahdar {

RoundClues::RoundClues(const Taxonomy& taxonomy, const Analyzer& analyzer) : days_(round_days(taxonomy)) {
  for (const Round& round : taxonomy.rounds()) cities_.push_back(round.city);
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
  std::map<std::vector<std::uint64_t>, std::vector<std::size_t>> phrases;
  for (std::size_t r = 0; r < taxonomy.rounds().size(); ++r)
    for (const std::string& keyword : taxonomy.rounds()[r].keywords) {
      const TokenStream words = analyzer.analyze(keyword);
      std::vector<std::uint64_t> hashes;
      for (const Token& word : words.tokens()) hashes.push_back(word.hash);
      if (hashes.empty()) continue;
      std::vector<std::size_t>& rounds = phrases[hashes];
      if (rounds.empty() || rounds.back() != r) rounds.push_back(r);
      for (const std::string& form : proclitic_forms(words[0].folded))
        keywords_.add_alias(hash_word(form), hashes.front());
    }
  for (const auto& [hashes, rounds] : phrases) {
    keywords_.add(hashes, static_cast<std::uint32_t>(keyword_rounds_.size()));
    keyword_rounds_.push_back(rounds);
  }
  keywords_.build();
}

class RoundClues::Collector {
 public:
  Collector(const RoundClues& facts, const Reading& reading, const MarkedText& marked,
            const RoundMentions& mentions)
      : facts_(facts), reading_(reading), marked_(marked), mentions_(mentions) {}

  std::vector<RoundClue> collect(std::string_view known_date) {
    if (const auto known = day_of(known_date)) publication(*known);
    for (const DateMention& date : reading_.dates) this->date(date);
    neighbours();
    people();
    venues();
    keywords();
    return std::move(clues_);
  }

 private:
  std::size_t rounds() const { return facts_.days_.size(); }

  void add(std::size_t round, double weight, ByteRange range, std::string_view rule) {
    clues_.push_back({round, weight, range, rule});
  }

  /// The file's own date: from 30 days before a round to 3 after it; of two rounds the nearer.
  void publication(std::chrono::sys_days known) {
    using std::chrono::days;
    std::size_t best = rounds();
    double best_weight = 0;
    for (std::size_t r = 0; r < rounds(); ++r) {
      const RoundDays& round = facts_.days_[r];
      double weight = 0;
      if (known >= round.start - days(3) && known <= round.end + days(3)) {
        weight = 4;
      } else if (known < round.start && known >= round.start - days(30)) {
        weight = 2.5;
      } else if (known > round.end && known <= round.end + days(10)) {
        weight = 1.2;
      }
      if (weight <= best_weight) continue;
      best = r;
      best_weight = weight;
    }
    if (best < rounds()) add(best, best_weight, {0, reading_.zoned.title_end}, "publication-date");
  }

  struct Sentence {
    bool next = false, past = false, head = false;
  };

  Sentence sentence_of(std::uint32_t token) const {
    Sentence found;
    const auto see = [&](std::uint32_t i) {
      const std::uint64_t kinds = marked_.kinds[i];
      found.next = found.next || (kinds & (kNextAdjective | kNextCue)) != 0;
      found.past = found.past || (kinds & (kPastAdjective | kLastWord)) != 0;
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
    if (date.month == 0) return;
    const Zone zone = reading_.zoned.zone_at(date.range.begin);
    const double front = zone == Zone::kTitle || zone == Zone::kLead ? 1.2
                         : zone == Zone::kBackground                 ? 0.5
                                                                     : 1;
    const Sentence sentence = sentence_of(date.first_token);
    const bool coming = (sentence.next && sentence.head && zone != Zone::kTitle && zone != Zone::kLead) ||
                        (date.direction > 0 && zone != Zone::kTitle && zone != Zone::kLead);
    const bool gone = date.direction < 0 || (sentence.past && sentence.head && zone != Zone::kTitle);
    for (std::size_t r = 0; r < rounds(); ++r) {
      const DateFit fits = fit(date, facts_.days_[r]);
      if (fits == DateFit::kNone) continue;
      const bool day = fits == DateFit::kDay || fits == DateFit::kDayAndYear;
      const bool year = fits == DateFit::kMonthAndYear || fits == DateFit::kDayAndYear;
      const double weight = (day ? 2.0 : 0.4) + (year ? 1.0 : 0);
      if (gone) {
        if (r + 1 < rounds()) add(r + 1, (day ? 1.2 : 0.7) * front, date.range, "date-of-round-before");
      } else if (coming) {
        if (r > 0) add(r - 1, (day ? 1.0 : 0.8) * front, date.range, "date-of-round-after");
        if (day) add(r, weight * 0.6, date.range, "date-of-round");
      } else {
        add(r, weight * front, date.range, "date-of-round");
      }
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
      by_number(count.value + 1, 2.0, range, "count-of-rounds");
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
    if (last != nullptr) by_number(last->candidate.value + 1, 1.0, last->range, "round-before");
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
      for (const std::size_t r : out->second) add(r, -1.2, match.range, "not-in-office");
    }
  }

  void venues() {
    std::map<std::string, std::pair<double, ByteRange>> cities;
    for (const EntityMatch& match : reading_.entities) {
      if (match.entity->kind != EntityKind::kPlace) continue;
      if ((marked_.kinds[match.first_token] & (kRivalWord | kFormatWord)) != 0) continue;
      const Zone zone = reading_.zoned.zone_at(match.range.begin);
      const double weight = zone == Zone::kTitle || zone == Zone::kLead ? 1.0 : 0.3;
      auto& known = cities[match.entity->id];
      if (weight > known.first) known = {weight, match.range};
    }
    for (std::size_t r = 0; r < rounds(); ++r) {
      const auto city = cities.find(facts_.cities_[r]);
      if (city == cities.end()) continue;
      const auto same = std::count(facts_.cities_.begin(), facts_.cities_.end(), facts_.cities_[r]);
      const double rare = 1.0 - static_cast<double>(same) / static_cast<double>(rounds());
      add(r, city->second.first * 1.2 * rare, city->second.second, "venue");
    }
  }

  void keywords() {
    std::set<std::uint32_t> seen;
    const TokenStream& tokens = reading_.tokens;
    const auto joins = [](const Token&, const Token& token) {
      return token.gap != Gap::kParagraph && token.gap != Gap::kSentence;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      facts_.keywords_.match(tokens.tokens(), i, joins,
                             [&](std::uint32_t keyword, std::uint32_t count, bool) {
                               if (!seen.insert(keyword).second) return;
                               const std::vector<std::size_t>& of = facts_.keyword_rounds_[keyword];
                               const double weight = (count > 1 ? 0.8 : 0.5) / static_cast<double>(of.size());
                               for (const std::size_t r : of)
                                 add(r, weight, {tokens[i].begin, tokens[i + count - 1].end}, "agenda");
                             });
    }
  }

  const RoundClues& facts_;
  const Reading& reading_;
  const MarkedText& marked_;
  const RoundMentions& mentions_;
  std::vector<RoundClue> clues_;
};

std::vector<RoundClue> RoundClues::find(const Reading& reading, const MarkedText& marked,
                                        const RoundMentions& mentions, std::string_view known_date) const {
  return Collector(*this, reading, marked, mentions).collect(known_date);
}

}  // namespace mahdar
