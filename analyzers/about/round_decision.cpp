#include "analyzers/about/round_decision.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "analyzers/about/evidence_list.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {
namespace {

constexpr double kLeastNamed = 0.45;        // a round named as own once in the body
constexpr double kSharpness = 1.6;          // log odds in one unit of a clue's weight
constexpr double kNoneBesideMeeting = 2.4;  // what speaks for no round, where the front tells of a meeting
constexpr double kNoneBesidePlace = 4.2;    // where it only names the process or its place
constexpr double kNoneAnyway = 8;
constexpr double kNoneBesideRival = 3;
constexpr double kLeastBelief = 0.5;
constexpr double kLeastConfidence = 0.5;  // below, a named round is not published as the article's own
constexpr double kAgainstOneNumber = 4;   // a whole date of another round, and more
constexpr double kWithinDays = 4;         // the weight of a publication date within days of a round
constexpr std::size_t kListLength = 6;    // a text with so many rounds tells the history of all

/// What a mention's role says about the article's round.
double role_weight(const NamedRound& named, const RoundScene& scene) {
  const bool front = named.zone == Zone::kTitle || named.zone == Zone::kLead;
  switch (named.role.role) {
    case RoundRole::kOwn:
      return named.role.today ? 2.0 : named.role.told ? 1.0 : 0.75;
    case RoundRole::kNext:
      return scene.next_in_title ? 1.5 : front ? 0.6 : 0.15;
    case RoundRole::kMentioned:
      return 0.2;
    default:
      return named.zone == Zone::kTitle ? 0.4 : 0.05;
  }
}

struct Tally {
  double named = 0;  ///< by number
  double clues = 0;  ///< by anything else
  double in_title = 0;
  bool own_in_lead = false;
  double total() const { return named + 0.3 * std::clamp(clues, -2.0, 6.0) * (named > 0 ? 1 : 0); }
};

/// Scores by a round's number, ascending.
class RoundScores {
 public:
  explicit RoundScores(std::size_t rounds) { scores_.reserve(rounds); }

  void add(int number, double score) {
    const auto at = std::ranges::lower_bound(scores_, number, {}, &std::pair<int, double>::first);
    if (at != scores_.end() && at->first == number)
      at->second += score;
    else
      scores_.insert(at, {number, score});
  }
  double of(int number) const {
    const auto at = std::ranges::find(scores_, number, &std::pair<int, double>::first);
    return at == scores_.end() ? 0 : at->second;
  }
  void erase(int number) {
    std::erase_if(scores_, [&](const auto& score) { return score.first == number; });
  }
  auto begin() const { return scores_.begin(); }
  auto end() const { return scores_.end(); }

 private:
  std::vector<std::pair<int, double>> scores_;
};

class Decision {
 public:
  Decision(const Taxonomy& taxonomy, const RoundMentions& mentions, const std::vector<RoundClue>& clues)
      : taxonomy_(taxonomy), mentions_(mentions), clues_(clues), clue_scores_(taxonomy.rounds().size()) {}

  RoundInfo decide() {
    tally();
    const bool none = is_history() || mentions_.other_matter;
    if (!none && by_name() == 0) infer();
    if (info_.about.empty()) info_.confidence = sure_of_none() ? 0.7 : 0.3;
    mention_others();
    info_.evidence = strongest(evidence_);
    return std::move(info_);
  }

 private:
  void tally() {
    std::map<int, int> repeats;
    for (const NamedRound& named : mentions_.rounds) {
      if (named.candidate.range) continue;
      Tally& t = tallies_[named.candidate.value];
      const double weight = named.weight * zone_weight(named.zone) * role_weight(named, mentions_.scene);
      const int again = repeats[named.candidate.value * 4 + static_cast<int>(named.zone)]++;
      t.named += again == 0 ? weight : weight / (1 + again);
      t.own_in_lead = t.own_in_lead ||
                      (named.zone == Zone::kLead && named.role.told && named.role.role == RoundRole::kOwn);
      if (named.zone == Zone::kTitle && named.role.role != RoundRole::kPast) t.in_title += weight;
    }
    tally_clues();
  }

  /// Hundreds of clues, a few dozen rounds.
  void tally_clues() {
    const std::vector<Round>& rounds = taxonomy_.rounds();
    struct Score {
      double sum = 0;
      bool told = false;
    };
    std::vector<Score> scores(rounds.size());
    for (const RoundClue& clue : clues_) {
      scores[clue.round].sum += clue.weight;
      scores[clue.round].told = true;
    }
    for (std::size_t r = 0; r < rounds.size(); ++r) {
      if (!scores[r].told) continue;
      clue_scores_.add(rounds[r].number, scores[r].sum);
      const auto known = tallies_.find(rounds[r].number);
      if (known != tallies_.end()) known->second.clues += scores[r].sum;
    }
  }

  /// A text that names so many rounds and none far before the others, in its title or as what just happened.
  bool is_history() const {
    if (tallies_.size() < kListLength) return false;
    return std::none_of(tallies_.begin(), tallies_.end(), [&](const auto& entry) {
      const Tally& t = entry.second;
      return (t.in_title > 0 || t.own_in_lead) &&
             std::all_of(tallies_.begin(), tallies_.end(), [&](const auto& other) {
               return other.first == entry.first || other.second.named * 1.5 < t.named;
             });
    });
  }

  /// The best named round; 0 where none is named as the article's own.
  int by_name() {
    int best = 0;
    double best_total = 0, second = 0;
    for (const auto& [number, t] : tallies_) {
      if (t.named < kLeastNamed) continue;
      if (t.total() > best_total) {
        second = best_total;
        best_total = t.total();
        best = number;
      } else {
        second = std::max(second, t.total());
      }
    }
    if (best == 0 || contradicted(best)) return 0;
    const Tally& won = tallies_[best];
    double confidence = 0.6 + 0.1 * std::min(won.named, 3.0);
    if (won.clues > 1) confidence += 0.07;
    if (won.clues < -0.5) confidence -= 0.15;
    if (second > 0) confidence -= 0.35 * second / best_total;
    const auto rival = strongest_clue();
    if (rival.first != 0 && rival.first != best && rival.second > won.clues + 2) confidence -= 0.2;
    if (taxonomy_.round(best) == nullptr) confidence -= 0.15;
    if (confidence < kLeastConfidence) return 0;
    info_.about = {best};
    info_.confidence = std::min(confidence, 0.98);
    for (const NamedRound& named : mentions_.rounds)
      if (named.candidate.value == best)
        evidence_.push_back({named.range, named.candidate.rule,
                             named.weight * zone_weight(named.zone) * role_weight(named, mentions_.scene)});
    add_clues(best);
    return best;
  }

  /// A number named once against dates and all else is a slip of the pen.
  bool contradicted(int number) const {
    const auto strongest = strongest_clue();
    const double own = clue_scores_.of(number);
    if (strongest.first < number && told_today(number) && !published_in(strongest.first)) return false;
    const auto times = std::count_if(mentions_.rounds.begin(), mentions_.rounds.end(),
                                     [&](const NamedRound& n) { return n.candidate.value == number; });
    return times == 1 && strongest.first != number && strongest.second - own >= kAgainstOneNumber;
  }

  /// "تختتم اليوم الجولة الـ21 … وكانت أول جولة في كانون الثاني 2017": earlier dates are of earlier rounds.
  bool told_today(int number) const {
    return std::ranges::any_of(mentions_.rounds, [&](const NamedRound& named) {
      return named.candidate.value == number && named.role.today;
    });
  }

  bool published_in(int number) const {
    return std::ranges::any_of(clues_, [&](const RoundClue& clue) {
      return clue.rule == "publication-date" && clue.weight > 0 &&
             taxonomy_.rounds()[clue.round].number == number;
    });
  }

  std::pair<int, double> strongest_clue() const {
    std::pair<int, double> best{0, 0};
    for (const auto& [number, score] : clue_scores_)
      if (score > best.second) best = {number, score};
    return best;
  }

  /// Whether no round is rather about none than about one unknown.
  bool sure_of_none() const {
    const ProcessPresence& p = mentions_.presence;
    return is_history() || mentions_.other_matter || p.rival_title || !p.in_front || !p.event;
  }

  /// A round the text calls past is not its own, nor is any before it; but of the last one that was over for
  /// a few days at most when the text was written, it tells as past what has just happened.
  void drop_past_from_clues() {
    int last = 0;
    for (const NamedRound& named : mentions_.rounds)
      if (named.role.role == RoundRole::kPast && named.role.told)
        last = std::max(last, named.candidate.value);
    const int over = just_held(last) ? last - 1 : last;
    for (int number = 1; number <= over; ++number) clue_scores_.erase(number);
  }

  /// Whether the text was written within days of the round.
  bool just_held(int number) const {
    return std::ranges::any_of(clues_, [&](const RoundClue& clue) {
      return clue.rule == "publication-date" && clue.weight >= kWithinDays &&
             taxonomy_.rounds()[clue.round].number == number;
    });
  }

  /// How the clues share one unit of belief among the rounds and none of them.
  void infer() {
    if (mentions_.presence.rival_title || tells_of_other_talks(mentions_)) return;
    drop_past_from_clues();
    const RoundScene& scene = mentions_.scene;
    double none = scene.process > 0 ? kNoneBesideMeeting : scene.place > 0 ? kNoneBesidePlace : kNoneAnyway;
    if (scene.rival > scene.process)
      none += kNoneBesideRival * std::min(2.0, scene.rival / std::max(scene.process, 0.5));
    const auto best = strongest_clue();
    double sum = std::exp(none);
    for (const auto& [number, score] : clue_scores_) sum += std::exp(kSharpness * score);
    const double belief = std::exp(kSharpness * best.second) / sum;
    if (belief < kLeastBelief) return;
    info_.about = {best.first};
    info_.confidence = std::clamp(belief, 0.35, 0.85);
    add_clues(best.first);
  }

  void add_clues(int number) {
    constexpr std::size_t kUsualClues = 16;
    evidence_.reserve(evidence_.size() + kUsualClues);
    for (const RoundClue& clue : clues_)
      if (clue.weight > 0 && taxonomy_.rounds()[clue.round].number == number)
        evidence_.push_back({clue.range, clue.rule, clue.weight});
  }

  /// One entry a round, in the role its weightiest mention has.
  void mention_others() {
    std::map<int, const NamedRound*> others;
    const auto told = [](const NamedRound& n) {
      return zone_weight(n.zone) * n.weight + (n.role.told ? 1 : 0);
    };
    for (const NamedRound& named : mentions_.rounds) {
      const int number = named.candidate.value;
      if (!info_.about.empty() && info_.about.front() == number) continue;
      const NamedRound*& kept = others[number];
      if (kept == nullptr || told(named) > told(*kept)) kept = &named;
    }
    for (const auto& [number, named] : others)
      info_.mentioned.push_back(
          {number, role_beside_own(*named), named->range, std::string(named->candidate.rule)});
  }

  /// Beside the article's own round an earlier one is past, even where no word says so.
  RoundRole role_beside_own(const NamedRound& named) const {
    const RoundRole role = named.role.role;
    if (info_.about.empty()) return role == RoundRole::kOwn ? RoundRole::kPast : role;
    const int own = info_.about.front();
    if (role == RoundRole::kOwn || role == RoundRole::kNext)
      return named.candidate.value < own ? RoundRole::kPast : RoundRole::kNext;
    return role;
  }

  const Taxonomy& taxonomy_;
  const RoundMentions& mentions_;
  const std::vector<RoundClue>& clues_;
  std::map<int, Tally> tallies_;
  RoundScores clue_scores_;
  std::vector<FoundEvidence> evidence_;
  RoundInfo info_;
};

}  // namespace

RoundInfo decide_round(const Taxonomy& taxonomy, const RoundMentions& mentions,
                       const std::vector<RoundClue>& clues) {
  return Decision(taxonomy, mentions, clues).decide();
}

}  // namespace mahdar
