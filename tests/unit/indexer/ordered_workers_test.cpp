#include "indexer/pipeline/ordered_workers.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using mahdar::OrderedWorkers;

TEST_CASE("outputs come in the order of the inputs, however many threads") {
  CHECK(rc::check([](const std::vector<int>& inputs) {
    OrderedWorkers<int, int> workers(4, [](int input) { return input ^ 21; });
    std::vector<int> outputs;
    for (const int input : inputs) {
      if (workers.full()) outputs.push_back(workers.next());
      workers.submit(input);
    }
    while (!workers.idle()) outputs.push_back(workers.next());
    for (int& output : outputs) output ^= 21;
    RC_ASSERT(outputs == inputs);
  }));
}

TEST_CASE("an exception reaches the owner, in its turn") {
  OrderedWorkers<int, int> workers(2, [](int input) {
    if (input == 1) throw std::runtime_error("one");
    return input;
  });
  for (int input = 0; input < 3; ++input) workers.submit(input);
  CHECK(workers.next() == 0);
  CHECK_THROWS_AS(workers.next(), std::runtime_error);
  CHECK(workers.next() == 2);
}

TEST_CASE("what is still queued may be left behind") {
  std::atomic<int> done = 0;
  {
    OrderedWorkers<int, int> workers(1, [&](int input) { return done += input; });
    for (int i = 0; i < 4; ++i) workers.submit(1);
    CHECK(workers.next() == 1);
  }
  CHECK(done >= 1);
  CHECK(done <= 4);
}
