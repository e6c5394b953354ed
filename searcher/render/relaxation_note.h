#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/result_page.h"

namespace mahdar {

/// What people call a step of relaxation, in English or Arabic; a step unknown here is its own name.
std::string_view step_label(std::string_view step, bool english);

/// "as typed 0 → letters folded 20 ✓ → …": each step with its matches, a mark at the one taken.
std::string steps_in_words(const std::vector<RelaxationStep>& steps, bool english);

/// One line on how the query was relaxed or what was tried in vain; empty where it matched as it was.
std::string relaxation_note(const ResultPage& page, bool english);

}  // namespace mahdar
