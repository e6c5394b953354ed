#include "searcher/match/facet_column.h"

#include "schema/field.h"

namespace mahdar {

FacetColumn::FacetColumn(const Xapian::Database& database) {
  begins_.reserve(database.get_lastdocid() + 2U);
  const auto end = database.valuestream_end(slot::kFacets);
  for (auto value = database.valuestream_begin(slot::kFacets); value != end; ++value) {
    begins_.resize(value.get_docid() + 1U, static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += *value;
  }
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

}  // namespace mahdar
