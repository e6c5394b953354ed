#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/round_clue.h"
#include "analyzers/about/round_days.h"
#include "analyzers/about/round_mentions.h"
#include "analyzers/about/round_scene.h"
#include "analyzers/about/stem_phrases.h"

namespace mahdar {

/// Dates, heads of delegation, venue, agenda, and the numbers of neighbouring rounds. Immutable; thread-safe.
class RoundClues {
 public:
  /// Taxonomy and venues must outlive it.
  RoundClues(const Taxonomy& taxonomy, const Analyzer& analyzer, const RoundVenues& venues);

  /// `address`: the round that the page's address names, or 0.
  std::vector<RoundClue> find(const Reading& reading, const MarkedText& marked, const RoundMentions& mentions,
                              std::string_view known_date, int address) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const {
    keywords_.mark_words(marks);
    later_terms_.mark_words(marks);
  }

 private:
  class Collector;
  void add_people(const Taxonomy& taxonomy);
  void add_keywords(const Taxonomy& taxonomy, const Analyzer& analyzer);

  std::vector<RoundDays> days_;
  std::vector<DaySpan> spans_;  ///< the same days, for reading weekdays
  const RoundVenues& venues_;
  std::unordered_map<const Entity*, std::vector<std::size_t>> headed_by_;  ///< rounds with this head
  std::unordered_map<const Entity*, std::vector<std::size_t>>
      out_of_office_;                                ///< rounds this person was not there
  StemPhrases keywords_{PhraseMark::kAgenda};        ///< values are rounds
  StemPhrases later_terms_{PhraseMark::kLaterTerm};  ///< values are the rounds they came up with
};

}  // namespace mahdar
