#include "searcher/command_line.h"

#include <doctest/doctest.h>

using namespace mahdar;

namespace {

SearchCommandLine parsed(const std::vector<std::string>& arguments, bool on_terminal = false) {
  auto line = parse_command_line(arguments, on_terminal);
  if (!line) FAIL(line.error().to_string());
  return *line;
}

}  // namespace

TEST_CASE("words of a query are joined") {
  const auto line = parsed({"--db", "d", "معتقلين", "أستانا"});
  CHECK(line.command == SearchCommand::kSearch);
  CHECK(line.request.text == "معتقلين أستانا");
  CHECK(line.db == "d");
}

TEST_CASE("commands are first words") {
  CHECK(parsed({"batch", "--queries", "q.tsv"}).command == SearchCommand::kBatch);
  CHECK(parsed({"show", "id-1"}).id == "id-1");
  CHECK(parsed({"similar", "id-1"}).command == SearchCommand::kSimilar);
  CHECK(parsed({"the", "show"}).request.text == "the show");
  CHECK(parsed({"--help"}).command == SearchCommand::kHelp);
}

TEST_CASE("no query is the prompt on a terminal, and a mistake elsewhere") {
  CHECK(parsed({}, true).command == SearchCommand::kInteractive);
  CHECK_FALSE(parse_command_line({}, false));
  CHECK(parsed({"--round", "7"}, true).command == SearchCommand::kSearch);
  CHECK(parsed({"--round", "7"}, false).command == SearchCommand::kSearch);
}

TEST_CASE("batch answers in TREC form without facets unless told") {
  const auto line = parsed({"batch", "--queries", "q"});
  CHECK(line.format == OutputFormat::kTrec);
  CHECK(line.request.facets.empty());
  CHECK(parsed({"batch", "--queries", "q", "--facets", "round,topic"}).request.facets ==
        std::vector{Facet::kRound, Facet::kTopic});
}

TEST_CASE("mistakes are told with the remedy") {
  struct Row {
    std::vector<std::string> arguments;
    const char* part;
  };
  const Row rows[] = {
      {{"--sort", "best", "x"}, "relevance, newest, oldest, round"},
      {{"--match", "some", "x"}, "all, any"},
      {{"--format", "xml", "x"}, "bibtex"},
      {{"--facets", "colour", "x"}, "guarantor"},
      {{"--limit", "900", "--offset", "101", "x"}, "1000"},
      {{"--limit", "many", "x"}, "many"},
      {{"--limit", "-1", "x"}, "--limit cannot be '-1'"},
      {{"--offset=-5", "x"}, "--offset cannot be '-5'"},
      {{"--fromat", "csv", "x"}, "did you mean --format"},
      {{"--guarantr", "russia", "x"}, "did you mean --guarantor"},
      {{"--nosuch", "x"}, "nosuch"},
      {{"batch"}, "--queries"},
      {{"show"}, "id"},
      {{"show", "a", "b"}, "id"},
  };
  for (const Row& row : rows) {
    const auto line = parse_command_line(row.arguments, false);
    REQUIRE_FALSE(line);
    CHECK(line.error().to_string().find(row.part) != std::string::npos);
  }
}

TEST_CASE("filters of one field are joined, those of different fields kept apart") {
  const auto line = parsed({"--round", "7", "--round", "8-9", "--country", "RU", "--not", "topic:demining"});
  const auto request = complete_request(line, Taxonomy::bundled());
  REQUIRE(request);
  REQUIRE(request->filters.size() == 3);
  CHECK(request->filters[0] == Filter{Field::kRound, {"7", "8", "9"}, false});
  CHECK(request->filters[1] == Filter{Field::kCountry, {"RU"}, false});
  CHECK(request->filters[2] == Filter{Field::kTopic, {"demining"}, true});
}

TEST_CASE("a filter value the taxonomy lacks is a mistake") {
  CHECK_FALSE(complete_request(parsed({"--guarantor", "atlantis"}), Taxonomy::bundled()));
  CHECK_FALSE(complete_request(parsed({"--not", "nosuch:7"}), Taxonomy::bundled()));
}
