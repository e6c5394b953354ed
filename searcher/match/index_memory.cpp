#include "searcher/match/index_memory.h"

namespace mahdar {

const TrailColumn* RevisionMemory::trails(const Xapian::Database& database) const {
  const TrailColumn* read = trails_.load(std::memory_order_acquire);
  if (read == nullptr) {
    const std::unique_lock reading(reading_trails_, std::try_to_lock);
    if (!reading) return nullptr;
    if (!own_trails_) own_trails_ = std::make_unique<const TrailColumn>(database);
    read = own_trails_.get();
    trails_.store(read, std::memory_order_release);
  }
  return read->is_whole() ? read : nullptr;
}

std::shared_ptr<const RevisionMemory> IndexMemory::of(const std::string& generation,
                                                      std::uint64_t revision) const {
  const std::lock_guard lock(mutex_);
  const bool same = newest_ && newest_->revision == revision && newest_->generation == generation;
  return same ? newest_ : nullptr;
}

std::shared_ptr<const RevisionMemory> IndexMemory::read(const std::string& generation, std::uint64_t revision,
                                                        const Xapian::Database& database,
                                                        std::size_t ordinals) {
  if (auto known = of(generation, revision)) return known;
  const std::unique_lock reading(reading_, std::try_to_lock);
  if (!reading) return nullptr;
  if (auto known = of(generation, revision)) return known;
  auto memory = std::make_shared<const RevisionMemory>(generation, revision, database, ordinals);
  const std::lock_guard lock(mutex_);
  newest_ = memory;
  return memory;
}

}  // namespace mahdar
