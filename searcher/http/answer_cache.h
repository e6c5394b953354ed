#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "searcher/bounded_cache.h"
#include "searcher/http/message.h"

namespace mahdar {

/// Whole answers by what they depend on: the state of the index, the request's target, Host and encoding.
/// The oldest make room. Any thread may use it.
class AnswerCache {
 public:
  /// An answer that took longer may be cut short by the deadline of a search: it is not kept.
  static constexpr std::chrono::milliseconds kSlowest{400};
  static constexpr std::size_t kLongest = std::size_t{1} << 20;  ///< bytes of an answer that is kept

  /// `bytes`: how much is kept; 0: nothing.
  explicit AnswerCache(std::size_t bytes) : kept_(bytes) {}

  /// Null where it is not there.
  std::shared_ptr<const HttpResponse> find(const std::string& key) { return kept_.find(key); }
  void keep(const std::string& key, const HttpResponse& response, std::chrono::steady_clock::duration took);

  /// Its counters in Prometheus' text format.
  std::string to_text() const;

 private:
  BoundedCache<std::string, HttpResponse> kept_;
};

}  // namespace mahdar
