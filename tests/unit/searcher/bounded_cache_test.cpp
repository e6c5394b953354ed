#include "searcher/bounded_cache.h"

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace mahdar;

namespace {

constexpr std::size_t kEntry = 1000;

std::shared_ptr<const int> number(int value) {
  return std::make_shared<const int>(value);
}

}  // namespace

TEST_CASE("a bounded cache lets go of what was used least lately") {
  BoundedCache<std::string, int> cache(3 * (kEntry + 200));
  for (int i = 0; i < 3; ++i) cache.keep(std::to_string(i), number(i), kEntry);
  REQUIRE(cache.find("0"));
  cache.keep("3", number(3), kEntry);
  CHECK(cache.find("0"));
  CHECK(!cache.find("1"));
  CHECK(*cache.find("3") == 3);
  CHECK(cache.hits() == 3);
  CHECK(cache.misses() == 1);
}

TEST_CASE("a bounded cache keeps nothing larger than itself and replaces what it has") {
  BoundedCache<std::string, int> cache(2 * kEntry);
  cache.keep("large", number(1), 2 * kEntry);
  CHECK(!cache.find("large"));
  CHECK(cache.bytes() == 0);
  cache.keep("a", number(1), kEntry);
  const std::size_t once = cache.bytes();
  cache.keep("a", number(2), kEntry);
  CHECK(*cache.find("a") == 2);
  CHECK(cache.bytes() == once);
  const auto held = cache.find("a");
  cache.clear();
  CHECK(!cache.find("a"));
  CHECK(*held == 2);
}

TEST_CASE("threads share a bounded cache") {
  BoundedCache<int, int> cache(50 * kEntry);
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) {
        const auto found = cache.find(i % 70);
        if (found) CHECK(*found == i % 70);
        cache.keep(i % 70, number(i % 70), kEntry);
      }
    });
  threads.clear();
  CHECK(cache.bytes() <= 50 * kEntry);
}
