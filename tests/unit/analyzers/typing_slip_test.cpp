#include "analyzers/text/typing_slip.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

TEST_CASE("common slips cost less than rare ones") {
  struct Case {
    std::string name;
    std::u32string typed;
    std::u32string meant;
    double cost;
  };
  const Case cases[]{
      {"the same", U"وفد", U"وفد", 0},
      {"a weak letter left out", U"معتقلن", U"معتقلين", 1},
      {"a weak letter too many", U"معتاقلين", U"معتقلين", 1},
      {"a letter doubled", U"معتقللين", U"معتقلين", 1},
      {"another letter left out", U"معقلين", U"معتقلين", 1.4},
      {"sounds alike", U"معارظه", U"معارضه", 1},
      {"differs by a dot", U"فصاءل", U"قصاءل", 1},
      {"beside it on the keyboard", U"هدمه", U"هدنه", 1},
      {"far apart", U"والفد", U"والحد", kRareSlip},
      {"neighbours swapped", U"وفود", U"وفدو", 1},
      {"a letter slipped away from its place", U"والفد", U"والوفد", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(slip_cost(c.typed, c.meant) == doctest::Approx(c.cost));
  }
}

TEST_CASE("slips cost the same in both directions, and nothing only for the same word") {
  CHECK(rc::check("symmetric", [] {
    const auto letter = rc::gen::element(U'ا', U'ب', U'ت', U'و', U'ن', U'ي');
    const auto word = [&] {
      const auto letters = *rc::gen::container<std::vector<char32_t>>(letter);
      return std::u32string(letters.begin(), letters.end());
    };
    const std::u32string a = word(), b = word();
    RC_ASSERT(std::abs(slip_cost(a, b) - slip_cost(b, a)) < 1e-9);
    RC_ASSERT((slip_cost(a, b) == 0) == (a == b));
  }));
}
