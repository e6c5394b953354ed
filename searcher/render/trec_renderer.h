#pragma once

#include <ostream>
#include <string_view>

#include "searcher/match/result_page.h"

namespace mahdar {

/// Lines 'qid Q0 id rank score mahdar', as trec_eval reads them; white space in an id becomes %20.
void render_trec(const ResultPage& page, std::string_view query_id, std::ostream& out);

}  // namespace mahdar
