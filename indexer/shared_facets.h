#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "schema/facet.h"

namespace mahdar {

/// The facet dictionary of the index being written, for several threads.
class SharedFacets {
 public:
  explicit SharedFacets(FacetDictionary dictionary = {}) : dictionary_(std::move(dictionary)) {}

  FacetOrdinal add(Facet facet, std::string_view value) {
    const std::lock_guard lock(mutex_);
    return dictionary_.add(facet, value);
  }

  std::string serialize() const {
    const std::lock_guard lock(mutex_);
    return dictionary_.serialize();
  }

  /// Number of values: tells whether it has to be written again.
  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return dictionary_.size();
  }

 private:
  mutable std::mutex mutex_;
  FacetDictionary dictionary_;
};

}  // namespace mahdar
