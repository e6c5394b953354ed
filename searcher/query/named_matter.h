#pragma once

#include <cstddef>
#include <vector>

#include "searcher/query/query_builder.h"
#include "searcher/query/word_run.h"

namespace mahdar {

/// Words of a query that say what articles are about without being their words: a round, a date.
struct NamedMatter {
  std::size_t first = 0;  ///< token of the run
  std::size_t end = 0;    ///< token after the last
  MatchQuery articles;    ///< all that are about it, without weight
  Diagnostic note;        ///< how the words were read
};

/// The rounds and dates that plain words side by side name and that the archive has articles about,
/// ascending, not overlapping.
std::vector<NamedMatter> named_matters(const WordRun& run, const QueryContext& context);

/// Rounds, in figures or words ("الجولة السابعة", "أستانا 7").
std::vector<NamedMatter> named_rounds(const WordRun& run, const QueryContext& context);

/// Days and months with their year ("31/10/2017", "تشرين الأول 2017"). A year alone is no more than a word.
std::vector<NamedMatter> named_dates(const WordRun& run, const QueryContext& context);

/// Articles with the words as `mode` wants, and before these all that are about what they name.
MatchQuery matter_query(const NamedMatter& matter, MatchMode mode, std::vector<MatchQuery> words);

}  // namespace mahdar
