#include "analyzers/text/conflation.h"

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/analyzer.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/word_letters.h"
#include "tests/unit/analyzers/random_text.h"

using namespace mahdar;

namespace {

const Analyzer& analyzer() {
  static const Analyzer made(Taxonomy::bundled());
  return made;
}

bool is_of_signs(ConflationKind kind) {
  return kind <= ConflationKind::kInvisible;
}

std::string in_words(const std::optional<std::vector<ConflationStep>>& steps) {
  if (!steps) return "none";
  std::string text;
  for (const ConflationStep& step : *steps) {
    if (!text.empty()) text += ' ';
    text += conflation_name(step.kind);
    if (!is_of_signs(step.kind)) text += ':' + step.query + '/' + step.text;
  }
  return text.empty() ? "-" : text;
}

struct Row {
  std::string query, text, steps, phenomenon;
};

std::vector<Row> rows() {
  std::ifstream file(MAHDAR_SOURCE_DIR "/tests/cases/conflation_steps.tsv");
  std::vector<Row> found;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    Row& row = found.emplace_back();
    std::getline(fields, row.query, '\t');
    std::getline(fields, row.text, '\t');
    std::getline(fields, row.steps, '\t');
    std::getline(fields, row.phenomenon, '\t');
  }
  return found;
}

}  // namespace

TEST_CASE("the steps that join two words") {
  const auto table = rows();
  CHECK(table.size() >= 60);
  for (const Row& row : table) {
    const std::string steps = in_words(analyzer().conflate(row.query, row.text));
    CHECK_MESSAGE(steps == row.steps, row.phenomenon, ": ", row.query, ", ", row.text);
  }
}

TEST_CASE("steps are found whichever word is the query's") {
  for (const Row& row : rows()) {
    const auto there = analyzer().conflate(row.query, row.text);
    const auto back = analyzer().conflate(row.text, row.query);
    REQUIRE_MESSAGE(there.has_value() == back.has_value(), row.phenomenon);
    if (!there) continue;
    const auto kinds = [](const std::vector<ConflationStep>& steps) {
      std::set<ConflationKind> found;
      for (const ConflationStep& step : steps) found.insert(step.kind);
      return found;
    };
    CHECK_MESSAGE(kinds(*there) == kinds(*back), row.phenomenon);
  }
}

TEST_CASE("words of one stem that are written otherwise have a step, and those written alike none") {
  std::ifstream file(MAHDAR_SOURCE_DIR "/tests/cases/stem_pairs.tsv");
  int pairs = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string first, second;
    std::getline(fields, first, '\t');
    std::getline(fields, second, '\t');
    const TokenStream a = analyzer().analyze(first);
    const TokenStream b = analyzer().analyze(second);
    const auto steps = analyzer().conflate(first, second);
    if (!steps || a.size() > 1 || b.size() > 1) continue;
    ++pairs;
    CHECK_MESSAGE(steps->empty() == (a[0].surface == b[0].surface), first, ", ", second);
    CHECK_MESSAGE(analyzer().conflate(first, first)->empty(), first);
  }
  CHECK(pairs >= 200);
}

TEST_CASE("letters keep their order and their folded form") {
  CHECK(rc::check("letters", [] {
    const std::string text = *random_text();
    const TokenStream stream = analyzer().analyze(text);
    for (const Token& token : stream.tokens()) {
      if (token.kind != TokenKind::kArabic || token.folded.size() >= 200) continue;
      std::string folded;
      for (const WordLetter& letter : letters_of(token.surface).letters) folded += letter.folded;
      RC_ASSERT(folded == fold(token.surface));
    }
  }));
}

TEST_CASE("any two words can be asked for") {
  CHECK(rc::check("steps", [] {
    const auto steps = analyzer().conflate(*random_text(), *random_text());
    if (steps)
      for (const ConflationStep& step : *steps) RC_ASSERT(!conflation_name(step.kind).empty());
  }));
}
