#pragma once

#include "analyzers/about/reading.h"

namespace mahdar {

/// A full date that fills its line.
bool is_stamp(const DateMention& mention, const Reading& reading);

/// A full date among the first words of a paragraph, a dash or colon behind it, or between a dash or comma
/// and the sentence's end: "طهران - 5 أيلول 2018."
bool in_dateline(const DateMention& mention, const Reading& reading);

}  // namespace mahdar
