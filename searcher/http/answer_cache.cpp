#include "searcher/http/answer_cache.h"

#include <fmt/format.h>

namespace mahdar {

void AnswerCache::keep(const std::string& key, const HttpResponse& response,
                       std::chrono::steady_clock::duration took) {
  if (response.status() != 200 || took > kSlowest || response.body().size() > kLongest) return;
  std::size_t bytes = sizeof(HttpResponse) + response.body().size() + 2 * key.size();
  for (const auto& [name, value] : response.headers()) bytes += 2 * sizeof(name) + name.size() + value.size();
  kept_.keep(key, std::make_shared<const HttpResponse>(response), bytes);
}

std::string AnswerCache::to_text() const {
  return fmt::format(
      "# HELP mahdar_answers_kept_bytes Memory of answers kept to be given again.\n"
      "# TYPE mahdar_answers_kept_bytes gauge\n"
      "mahdar_answers_kept_bytes {}\n"
      "# HELP mahdar_answers_given_again_total Answers taken from those kept.\n"
      "# TYPE mahdar_answers_given_again_total counter\n"
      "mahdar_answers_given_again_total {}\n"
      "# HELP mahdar_answers_made_total Answers that had to be made.\n"
      "# TYPE mahdar_answers_made_total counter\n"
      "mahdar_answers_made_total {}\n",
      kept_.bytes(), kept_.hits(), kept_.misses());
}

}  // namespace mahdar
