#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzers/about/date_resolver.h"
#include "tests/unit/analyzers/small_world.h"

namespace mahdar::test {

inline DateInfo date_of(const RawArticle& raw, std::vector<int> rounds) {
  RoundInfo round;
  round.about = std::move(rounds);
  const ReadArticle article(raw);
  const Reading reading = article.reading();
  return resolve_date(reading, round, date_before_rounds(reading));
}

/// "published by basis".
inline std::string published(const RawArticle& raw, std::vector<int> rounds = {}) {
  const DateInfo info = date_of(raw, std::move(rounds));
  return info.published + " by " + info.basis;
}

inline RawArticle article_with(const std::string& text) {
  RawArticle raw;
  raw.text = text;
  return raw;
}

/// A title and running text, so that what follows stands in the body.
inline const std::string kStory =
    "لقاءات في أستانا\n\nعقدت الوفود المشاركة في المحادثات حول سوريا اجتماعات ثنائية في عاصمة كازاخستان.\n";

struct DateRow {
  std::string phenomenon;
  std::string text;
  std::vector<int> rounds;
  std::string published;
};

}  // namespace mahdar::test
