#include "analyzers/about/round_detector.h"

#include <algorithm>

#include "analyzers/about/round_address.h"
#include "analyzers/about/round_clues.h"
#include "analyzers/about/round_decision.h"
#include "analyzers/about/round_mentions.h"
#include "analyzers/about/round_venues.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

namespace {

/// The round after the last one may be announced before the taxonomy knows it.
int highest_number(const Taxonomy& taxonomy) {
  return taxonomy.rounds().empty() ? 0 : taxonomy.rounds().back().number + 1;
}

/// News of anything else, nearly all: without the process's name or a place of its rounds no other word
/// counts.
bool may_be_about(const Reading& reading, const RoundWords& words, const RoundVenues& venues) {
  return words.names_process(reading.tokens) ||
         std::ranges::any_of(reading.entities, [&](const EntityMatch& match) {
           return venues.is_city(match.entity) || venues.is_host(match.entity);
         });
}

}  // namespace

struct RoundDetector::Rules {
  Rules(const Taxonomy& taxonomy, const Analyzer& words_of)
      : analyzer(words_of),
        words(taxonomy, words_of, highest_number(taxonomy)),
        venues(taxonomy),
        clues(taxonomy, words_of, venues) {}
  const Analyzer& analyzer;
  RoundWords words;
  RoundVenues venues;
  RoundClues clues;
};

RoundDetector::RoundDetector(const Taxonomy& taxonomy, const Analyzer& analyzer)
    : rules_(std::make_unique<const Rules>(taxonomy, analyzer)) {}

RoundDetector::~RoundDetector() = default;

void RoundDetector::mark_words(WordMarks& marks) const {
  rules_->words.mark_words(marks);
  rules_->clues.mark_words(marks);
}

RoundInfo RoundDetector::detect(const Reading& reading, std::string_view known_date) const {
  RoundInfo none;
  none.confidence = 0.9;
  if (!may_be_about(reading, rules_->words, rules_->venues)) return none;
  const MarkedText marked = rules_->words.mark(reading);
  const RoundMentions mentions = read_mentions(reading, marked, rules_->venues, known_date);
  if (!mentions.about_process) return none;
  const int address = round_in_address(reading.raw.url, rules_->words, rules_->analyzer, reading.taxonomy);
  return decide_round(reading.taxonomy, mentions,
                      rules_->clues.find(reading, marked, mentions, known_date, address));
}

}  // namespace mahdar
