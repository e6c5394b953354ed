#pragma once

#include "analyzers/about/reading.h"

namespace mahdar {

/// A full date that fills its line, or stands in a dateline: among the first words of a paragraph, a dash or
/// colon behind it.
bool is_stamp(const DateMention& mention, const Reading& reading);

}  // namespace mahdar
