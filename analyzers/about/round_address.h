#pragma once

#include <string_view>

#include "analyzers/about/round_words.h"
#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// The one round of the process that the words of an address name (".../انطلاق-أستانا-13"), or 0. Addresses
/// keep the title where a saved page has lost it. A pure function.
int round_in_address(std::string_view url, const RoundWords& words, const Analyzer& analyzer,
                     const Taxonomy& taxonomy);

}  // namespace mahdar
