#pragma once

#include <vector>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/reading.h"

namespace mahdar {

/// First and last day of each of the taxonomy's rounds, in its order.
std::vector<DaySpan> round_spans(const Taxonomy& taxonomy);

/// How well the weekdays a text names, and what it says of a meeting's first and last day, fit each of
/// `rounds`: the best day each round offers for having written the text. Only differences
/// between rounds mean something. Empty where the text names no weekday.
std::vector<double> calendar_fit(const Reading& reading, const std::vector<DaySpan>& rounds);

}  // namespace mahdar
