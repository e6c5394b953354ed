#include "searcher/match/unknown_values.h"

#include <string>

#include <doctest/doctest.h>

#include "sample_archive.h"
#include "searcher/match/searcher.h"

using namespace mahdar;
using namespace mahdar::test;

namespace {

/// What the diagnostics of a search say, of the codes that are asked for.
std::string told(Searcher& searcher, const std::string& query, const std::string& codes) {
  SearchRequest request = asking(query);
  request.relax = true;
  std::string said;
  for (const Diagnostic& d : searcher.search(request).diagnostics)
    if (codes.find(d.code) != std::string::npos) said += (said.empty() ? "" : " | ") + d.message;
  return said;
}

}  // namespace

TEST_CASE("an outlet or a round nobody knows is told, with what there is") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::string message;
  };
  const Case cases[]{
      {"outlet near one of the index", "وفد source:\"مدونه مما\"",
       "no article is from an outlet called 'مدونه مما'; did you mean 'مدونة ما'?"},
      {"outlet near none", "وفد source:qqqqqqqqqqqq", "no article is from an outlet called 'qqqqqqqqqqqq'"},
      {"excluded outlet", "وفد -source:qqqqqqqqqqqq", "no article is from an outlet called 'qqqqqqqqqqqq'"},
      {"outlet of the index", "وفد source:\"مدونة ما\"", ""},
      {"unknown outlet", "وفد source:unknown", ""},
      {"outlet of the taxonomy", "وفد source:سانا", ""},
      {"round of the index", "وفد round:7", ""},
      {"unknown round", "وفد round:unknown", ""},
      {"round beyond the process", "وفد round:99",
       "no article is about round 99; the process has rounds 7 to 22"},
      {"one of two rounds", "وفد round:7,99", "no article is about round 99; the process has rounds 7 to 22"},
      {"two rounds", "وفد round:98,99", "no article is about round 98, 99; the process has rounds 7 to 22"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(told(searcher, c.query, "unknown-source unknown-round") == c.message);
  }
}

TEST_CASE("what finds nothing says whether words or filters were at fault") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  CHECK(told(searcher, "زمهرير", "no-match").starts_with("no article has these words"));
  CHECK(told(searcher, "round:99", "no-match") == "no article passes these filters");
}
