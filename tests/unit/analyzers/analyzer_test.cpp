#include "analyzers/text/analyzer.h"

#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/folder.h"
#include "tests/unit/analyzers/random_text.h"

using namespace mahdar;

namespace {

const Analyzer& analyzer() {
  static const Analyzer made(Taxonomy::bundled());
  return made;
}

std::vector<std::string> fields_of_line(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

void check_stream(const TokenStream& stream, std::string_view text) {
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < stream.size(); ++i) {
    const Token& token = stream[i];
    RC_ASSERT(token.begin < token.end);
    RC_ASSERT(token.end <= text.size());
    RC_ASSERT(token.begin >= end);
    RC_ASSERT(token.surface == text.substr(token.begin, token.end - token.begin));
    RC_ASSERT(token.position == i + 1);
    RC_ASSERT(!token.exact.empty());
    RC_ASSERT(!token.folded.empty());
    RC_ASSERT(!token.stem.empty());
    RC_ASSERT(token.stem.size() <= 200u);
    RC_ASSERT(token.hash == hash_word(token.folded));
    end = token.end;
  }
}

}  // namespace

TEST_CASE("pairs of words that must or must not share a stem") {
  std::ifstream file(MAHDAR_SOURCE_DIR "/tests/cases/stem_pairs.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = fields_of_line(line);
    REQUIRE(fields.size() == 4);
    ++rows;
    const std::string first = analyzer().stem(fields[0]);
    const std::string second = analyzer().stem(fields[1]);
    CHECK_MESSAGE((first == second) == (fields[2] == "same"), fields[0], " → ", first, ", ", fields[1], " → ",
                  second, " should be ", fields[2], ": ", fields[3]);
  }
  CHECK(rows >= 400);
}

TEST_CASE("the forms of a token") {
  const TokenStream stream = analyzer().analyze("قال إنّ الـ٢١ جولةً على أستانة");
  REQUIRE(stream.size() == 6);
  CHECK(stream[1].exact == "إن");
  CHECK(stream[1].stop);
  CHECK(stream[2].kind == TokenKind::kNumber);
  CHECK(stream[2].surface == "الـ٢١");
  CHECK(stream[2].exact == "21");
  CHECK(stream[2].stem == "21");
  CHECK(stream[3].exact == "جولة");
  CHECK(stream[3].folded == "جوله");
  CHECK(stream[4].stop);
  CHECK(stream[5].stem == analyzer().stem("آستانا"));
  CHECK(stream[5].position == 6);
}

TEST_CASE("stop words") {
  const auto is_stop = [](std::string_view word) { return analyzer().analyze(word)[0].stop; };
  for (const char* word :
       {"في", "من", "على", "وفي", "فإن", "ومن", "الذي", "هذه", "بأنه", "إلى", "الى", "and"}) {
    CHECK_MESSAGE(is_stop(word), std::string(word));
  }
  for (const char* word : {"علي", "آلية", "وفد", "وزير", "فصل", "قال", "لبنان", "21", "فنان", "وهم"}) {
    CHECK_MESSAGE(!is_stop(word), std::string(word));
  }
}

TEST_CASE("على and علي differ in the exact stream and meet in the folded one") {
  const TokenStream stream = analyzer().analyze("على علي");
  CHECK(stream[0].exact != stream[1].exact);
  CHECK(stream[0].folded == stream[1].folded);
}

TEST_CASE("decimals and thousands are written one way") {
  const TokenStream stream = analyzer().analyze("٣٫٥ 3.5 ١٥٬٠٠٠ 15,000");
  REQUIRE(stream.size() == 4);
  CHECK(stream[0].stem == "3.5");
  CHECK(stream[1].stem == "3.5");
  CHECK(stream[2].stem == "15000");
  CHECK(stream[3].stem == "15000");
}

TEST_CASE("any bytes give tokens in order, each a slice of the text") {
  CHECK(rc::check([] {
    const std::string text = *random_text();
    check_stream(analyzer().analyze(text), text);
  }));
  CHECK(rc::check("random bytes",
                  [](const std::string& text) { check_stream(analyzer().analyze(text), text); }));
}

TEST_CASE("a word has the same forms wherever it stands") {
  CHECK(rc::check([] {
    const std::string text = *random_text();
    const TokenStream stream = analyzer().analyze(text);
    for (const Token& token : stream.tokens()) {
      if (token.kind != TokenKind::kArabic) continue;
      const TokenStream alone = analyzer().analyze(token.surface);
      RC_ASSERT(alone.size() == 1u);
      RC_ASSERT(alone[0].stem == token.stem);
      RC_ASSERT(alone[0].stop == token.stop);
      RC_ASSERT(alone[0].folded == fold(token.exact));
    }
  }));
}

TEST_CASE("a moved stream keeps its tokens") {
  const std::string text = "المُعْتَقَلِين في أستانة";
  TokenStream first = analyzer().analyze(text);
  const TokenStream second = std::move(first);
  REQUIRE(second.size() == 3);
  CHECK(second[0].exact == "المعتقلين");
}

TEST_CASE("threads and analyzers side by side agree") {
  const Analyzer other(Taxonomy::bundled());
  const std::string text = "أعلن وفد المعارضة في أستانة عن المعتقلين والألغام وبوتين ولبنان";
  const auto stems = [&](const Analyzer& a) {
    std::string joined;
    const TokenStream stream = a.analyze(text);
    for (const Token& token : stream.tokens()) joined += std::string(token.stem) + ' ';
    return joined;
  };
  const std::string expected = stems(analyzer());
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < got.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 50; ++round) got[i] = stems(round % 2 == 0 ? analyzer() : other);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : got) CHECK(one == expected);
}

TEST_CASE("the fingerprint tells analyzers apart") {
  CHECK(analyzer().fingerprint() == Analyzer(Taxonomy::bundled()).fingerprint());
  CHECK(analyzer().fingerprint() != Analyzer(Taxonomy()).fingerprint());
}
