#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "searcher/match/searcher.h"

namespace mahdar {

/// Counters of a server. Any thread may use them.
class Metrics {
 public:
  /// Counts an answer and the time its route took.
  void count_answer(int status, std::chrono::microseconds took);
  void connection_opened() { ++connections_; }
  void connection_closed() { --connections_; }
  void connection_timed_out() { ++timed_out_; }
  void turned_away() { ++turned_away_; }  ///< the queue was full

  /// Prometheus' text format, version 0.0.4.
  std::string to_text(const IndexState& state) const;

 private:
  /// Upper bounds of the time buckets, in microseconds; one more bucket for what lies beyond.
  static constexpr std::array<std::uint64_t, 9> kBounds{1000,  2500,   5000,   10000,  25000,
                                                        50000, 100000, 250000, 1000000};

  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  // 1xx to 5xx at their digit
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> buckets_{};
  std::atomic<std::uint64_t> microseconds_{0};
  std::atomic<std::int64_t> connections_{0};
  std::atomic<std::uint64_t> timed_out_{0};
  std::atomic<std::uint64_t> turned_away_{0};
};

}  // namespace mahdar
