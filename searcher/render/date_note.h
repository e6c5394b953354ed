#pragma once

#include <string>
#include <string_view>

#include "schema/article.h"
#include "searcher/render/words.h"

namespace mahdar {

/// Whether an article carries its date of publication: from the file's own data or address, set by hand, or
/// standing at the head of the text. Other dates are inferred from what the article tells of, and no
/// citation may give them for its own.
bool is_own_date(const DateInfo& date);

/// "2017-12-22 (from the round)" of an inferred date, `written` as it shall stand; else `written`.
std::string with_basis(const DateInfo& date, std::string_view written, const Words& words);

/// "inferred date (from the round): 2017-12-22" of a date that is not the article's own, `written` as it
/// shall stand; else empty.
std::string inferred_date_note(const DateInfo& date, std::string_view written, const Words& words);

}  // namespace mahdar
