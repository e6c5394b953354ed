#pragma once

#include "analyzers/about/reading.h"
#include "analyzers/about/round_venues.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// What title and first sentences tell: a meeting of the process, or of another. Weights, 0 for nothing told.
struct RoundScene {
  double process = 0;  ///< a meeting of the process is held, announced or has just agreed on something
  double rival = 0;    ///< another's is
  double place = 0;    ///< the process or its venue is spoken of, with or without a meeting
  bool next_in_title = false;  ///< the title is about the next meeting: "موعد الجولة القادمة"
  bool announced = false;      ///< the meeting is still to come
};

RoundScene read_scene(const Reading& reading, const MarkedText& marked, const RoundVenues& venues);

}  // namespace mahdar
