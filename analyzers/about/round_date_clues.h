#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/about/round_clue.h"
#include "analyzers/about/round_days.h"
#include "analyzers/about/round_scene.h"

namespace mahdar {

/// What the dates of a text say for and against rounds: the day it was written, days and months it tells as
/// past, present or to come, weekdays beside days, dates of cited papers. One use a text.
class RoundDateClues {
 public:
  /// All must outlive it.
  RoundDateClues(const std::vector<RoundDays>& days, const Reading& reading, const MarkedText& marked,
                 const RoundScene& scene)
      : days_(days), reading_(reading), marked_(marked), scene_(scene) {}

  /// `known_date`: "YYYY-MM-DD" the text was written on, else empty.
  std::vector<RoundClue> collect(std::string_view known_date);

 private:
  struct Sentence {
    bool next = false, past = false, head = false, agreed = false;
  };

  std::size_t rounds() const { return days_.size(); }
  void add(std::size_t round, double weight, ByteRange range, std::string_view rule);
  Sentence sentence_of(std::uint32_t token) const;
  const DateMention* latest_date() const;
  int weekday_with(std::size_t i) const;
  bool of_document(const DateMention& date) const;
  void publication(std::chrono::sys_days known);
  void date(const DateMention& date);
  void unnamed_month(const DateMention& date);
  void document(const DateMention& date);
  void latest_year();
  void near_months();
  void dated_weekdays();

  const std::vector<RoundDays>& days_;
  const Reading& reading_;
  const MarkedText& marked_;
  const RoundScene& scene_;
  const DateMention* latest_ = nullptr;             ///< the latest month the text tells with its year
  std::set<std::pair<int, std::size_t>> promised_;  ///< months told with an announcement, by round
  std::vector<RoundClue> clues_;
};

}  // namespace mahdar
