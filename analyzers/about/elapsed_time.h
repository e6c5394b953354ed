#pragma once

#include <cstdint>

#include "analyzers/text/token.h"

namespace mahdar {

/// Whether the date that begins at `token` is one from which time is counted, in the same sentence: "بعد نحو
/// 4 أشهر من قمة مماثلة في 22 نوفمبر 2017". Such a date is older than the text. Thread-safe.
bool counts_time_from(const TokenStream& tokens, std::uint32_t token);

}  // namespace mahdar
