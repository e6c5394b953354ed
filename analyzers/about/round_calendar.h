#pragma once

#include <vector>

#include "analyzers/about/reading.h"

namespace mahdar {

/// How well the weekdays a text names, and what it says of a meeting's first and last day, fit each round of
/// the taxonomy, in its order: the best day each round offers for having written the text. Only differences
/// between rounds mean something. Empty where the text names no weekday.
std::vector<double> calendar_fit(const Reading& reading);

}  // namespace mahdar
