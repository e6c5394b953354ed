#include "searcher/match/trail_column.h"

#include "schema/field.h"

namespace mahdar {

TrailColumn::TrailColumn(const Xapian::Database& database) {
  const Xapian::docid last = database.get_lastdocid();
  begins_.reserve(last + std::size_t{2});
  const auto end = database.valuestream_end(slot::kTrail);
  for (auto value = database.valuestream_begin(slot::kTrail); value != end; ++value) {
    if (value.get_docid() > last)
      throw Xapian::DatabaseCorruptError("a trail of an article beyond the last one");
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
