#include "searcher/match/trail_column.h"

#include "schema/field.h"

namespace mahdar {

TrailColumn::TrailColumn(const Xapian::Database& database) {
  begins_.reserve(database.get_lastdocid() + std::size_t{2});
  const auto end = database.valuestream_end(slot::kTrail);
  for (auto value = database.valuestream_begin(slot::kTrail); value != end; ++value) {
    begins_.resize(value.get_docid() + std::size_t{1}, static_cast<std::uint32_t>(bytes_.size()));
    bytes_ += *value;
    if (bytes_.size() <= kMostBytes) continue;
    whole_ = false;
    begins_ = {};
    bytes_ = {};
    return;
  }
  bytes_.shrink_to_fit();
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

}  // namespace mahdar
