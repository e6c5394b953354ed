#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace mahdar {

/// Keeps what was used last, up to a number of bytes. Any thread may use it; what it gives out stays valid
/// after it was dropped.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class BoundedCache {
 public:
  using Pointer = std::shared_ptr<const Value>;

  explicit BoundedCache(std::size_t bytes) : capacity_(bytes) {}

  /// Null where it is not there.
  Pointer find(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key);
    if (found == places_.end()) {
      ++misses_;
      return nullptr;
    }
    ++hits_;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->value;
  }

  /// Keeps or replaces a value that takes about `bytes`; one that alone would fill the cache is not kept.
  void keep(const Key& key, Pointer value, std::size_t bytes) {
    bytes += kEntryBytes;
    if (bytes > capacity_) return;
    const std::lock_guard lock(mutex_);
    if (const auto found = places_.find(key); found != places_.end()) drop(found->second);
    while (bytes_ + bytes > capacity_) drop(std::prev(entries_.end()));
    entries_.push_front({key, std::move(value), bytes});
    places_.emplace(key, entries_.begin());
    bytes_ += bytes;
  }

  void clear() {
    const std::lock_guard lock(mutex_);
    places_.clear();
    entries_.clear();
    bytes_ = 0;
  }

  std::size_t bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }
  std::uint64_t hits() const { return hits_; }
  std::uint64_t misses() const { return misses_; }

 private:
  struct Entry {
    Key key;
    Pointer value;
    std::size_t bytes = 0;
  };
  static constexpr std::size_t kEntryBytes = 160;  ///< of list, table and control block

  void drop(typename std::list<Entry>::iterator entry) {
    bytes_ -= entry->bytes;
    places_.erase(entry->key);
    entries_.erase(entry);
  }

  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  ///< last used first
  std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> places_;
  std::size_t bytes_ = 0;
  std::atomic<std::uint64_t> hits_{0};
  std::atomic<std::uint64_t> misses_{0};
};

}  // namespace mahdar
