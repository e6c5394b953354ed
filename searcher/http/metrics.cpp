#include "searcher/http/metrics.h"

#include <algorithm>

#include <fmt/format.h>

namespace mahdar {

void Metrics::count_answer(int status, std::chrono::microseconds took) {
  ++by_class_[static_cast<std::size_t>(std::clamp(status / 100, 1, 5))];
  const auto spent = static_cast<std::uint64_t>(std::max<std::int64_t>(took.count(), 0));
  const auto bound = std::ranges::lower_bound(kBounds, spent);
  ++buckets_[static_cast<std::size_t>(bound - kBounds.begin())];
  microseconds_ += spent;
}

std::string Metrics::to_text(const IndexState& state) const {
  std::string text;
  const auto head = [&](std::string_view name, std::string_view kind, std::string_view help) {
    text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, help);
  };
  head("mahdar_responses_total", "counter", "Responses by class of status.");
  for (std::size_t digit = 2; digit <= 5; ++digit)
    text += fmt::format("mahdar_responses_total{{class=\"{}xx\"}} {}\n", digit, by_class_[digit].load());
  head("mahdar_response_seconds", "histogram", "Time a worker took for a response.");
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    seen += buckets_[i];
    text += fmt::format("mahdar_response_seconds_bucket{{le=\"{}\"}} {}\n",
                        static_cast<double>(kBounds[i]) / 1e6, seen);
  }
  seen += buckets_.back();
  text += fmt::format(
      "mahdar_response_seconds_bucket{{le=\"+Inf\"}} {0}\nmahdar_response_seconds_count {0}\n", seen);
  text += fmt::format("mahdar_response_seconds_sum {}\n", static_cast<double>(microseconds_.load()) / 1e6);
  head("mahdar_connections", "gauge", "Open connections.");
  text += fmt::format("mahdar_connections {}\n", connections_.load());
  head("mahdar_connections_timed_out_total", "counter", "Connections dropped because they were too slow.");
  text += fmt::format("mahdar_connections_timed_out_total {}\n", timed_out_.load());
  head("mahdar_turned_away_total", "counter", "Requests answered 503 because the queue was full.");
  text += fmt::format("mahdar_turned_away_total {}\n", turned_away_.load());
  head("mahdar_index_articles", "gauge", "Articles in the index.");
  text += fmt::format("mahdar_index_articles {}\n", state.articles);
  head("mahdar_index_revision", "gauge", "Revision of the index.");
  text += fmt::format("mahdar_index_revision{{generation=\"{}\"}} {}\n", state.generation, state.revision);
  return text;
}

}  // namespace mahdar
