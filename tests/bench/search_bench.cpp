// Searches in process, each kind of query: median and 99th percentile of the time, mean of the processor's
// time. usage: search_bench INDEX QUERIES.tsv, lines 'kind TAB query' or 'kind TAB query TAB facet:value'

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <time.h>
#include <vector>

#include "searcher/match/searcher.h"
#include "searcher/query/filter_values.h"
#include "tests/bench/stopwatch.h"

namespace {

struct BenchQuery {
  std::string kind;
  mahdar::SearchRequest request;
};

std::vector<BenchQuery> read_queries(const char* path, const mahdar::Taxonomy& taxonomy) {
  std::vector<BenchQuery> queries;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    BenchQuery query;
    std::string filter;
    std::getline(columns, query.kind, '\t');
    std::getline(columns, query.request.text, '\t');
    if (std::getline(columns, filter, '\t')) {
      const auto colon = filter.find(':');
      const auto field = mahdar::field_named(filter.substr(0, colon));
      const auto parsed = mahdar::parse_filter(field.value(), filter.substr(colon + 1), taxonomy);
      query.request.filters.push_back(parsed.value());
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

/// Milliseconds the processor spent on this thread.
double processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

double percentile(std::vector<double> values, double p) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: search_bench INDEX QUERIES.tsv\n");
    return 64;
  }
  mahdar::Searcher searcher(argv[1]);
  const auto queries = read_queries(argv[2], searcher.taxonomy());
  constexpr int kRounds = 15;

  std::map<std::string, std::vector<double>> times;
  std::map<std::string, std::vector<double>> matches;
  std::map<std::string, double> processor;
  double all = 0;
  for (int round = -1; round < kRounds; ++round)
    for (const auto& query : queries) {
      const mahdar::bench::Stopwatch watch;
      const double before = processor_time();
      const auto page = searcher.search(query.request);
      if (round < 0) {  // warms the caches
        matches[query.kind].push_back(static_cast<double>(page.total));
        continue;
      }
      times[query.kind].push_back(watch.seconds() * 1e3);
      processor[query.kind] += processor_time() - before;
      all += processor_time() - before;
    }

  std::printf("  %-28s %8s %10s %9s %9s %9s\n", "10 hits, snippets, 8 facets", "queries", "matches", "p50 ms",
              "p99 ms", "cpu ms");
  for (const auto& [kind, values] : times)
    std::printf("  %-28s %8zu %10.0f %9.2f %9.2f %9.2f\n", kind.c_str(), matches[kind].size(),
                percentile(matches[kind], 0.5), percentile(values, 0.5), percentile(values, 0.99),
                processor[kind] / static_cast<double>(values.size()));
  std::printf("  %-28s %8zu %10s %9s %9s %9.2f\n", "all", queries.size(), "", "", "",
              all / static_cast<double>(queries.size() * kRounds));
  return 0;
}
