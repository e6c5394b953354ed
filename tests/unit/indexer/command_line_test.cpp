#include "indexer/command_line.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/command_error.h"

using namespace mahdar;

TEST_CASE("commands and their options are understood") {
  const CommandLine line =
      parse_command_line({"update", "--db", "/tmp/x", "a", "-", "--taxonomy=t.toml", "-v", "--json"});
  CHECK(line.ask == CommandLine::Ask::kRun);
  CHECK(line.options.db == "/tmp/x");
  CHECK(line.options.sources == std::vector<std::string>{"a", "-"});
  CHECK(line.options.taxonomy == "t.toml");
  CHECK(line.options.verbose);
  CHECK(line.options.json);
}

TEST_CASE("every command has help that names its options and the exit codes") {
  for (const char* command : {"update", "rebuild", "rollback", "explain", "status", "verify"}) {
    const CommandLine line = parse_command_line({command, "--help"});
    CHECK(line.ask == CommandLine::Ask::kPrint);
    CHECK(line.text.find(std::string("mahdar-index ") + command) != std::string::npos);
    CHECK(line.text.find("Exit codes") != std::string::npos);
  }
  CHECK(parse_command_line({"--help"}).text.find("rebuild") != std::string::npos);
  CHECK(parse_command_line({"--version"}).text.starts_with("mahdar-index "));
}

TEST_CASE("a wrong command line is a usage error that says what is wrong") {
  struct Row {
    const char* name;
    std::vector<std::string> arguments;
    const char* part;
  };
  const Row rows[] = {
      {"nothing", {}, "COMMAND"},
      {"unknown command", {"upgrade"}, "upgrade"},
      {"unknown option", {"update", "--bd", "x", "a"}, "--bd"},
      {"no source", {"update", "--db", "x"}, "SOURCE"},
      {"source where none belongs", {"status", "a"}, "SOURCE"},
      {"option of another command", {"explain", "--db", "x", "a"}, "db"},
      {"option without value", {"update", "a", "--db"}, "db"},
      {"unknown format", {"explain", "--format", "xml", "a"}, "xml"},
      {"shortened option", {"update", "--verb", "a"}, "--verb"},
      {"standard input twice", {"update", "-", "-"}, "once"},
      {"command almost right", {"updaet"}, "did you mean update?"},
      {"option almost right", {"update", "--ful-scan", "a"}, "did you mean --full-scan?"},
      {"option of another command, none near", {"status", "--threads", "2"}, "no option --threads. Try"},
      {"no article a batch", {"update", "--batch", "0", "a"}, "--batch takes articles"},
      {"a unit", {"update", "--memory", "1G", "a"}, "--memory takes megabytes"},
      {"seconds below none", {"update", "--wait", "-0.5", "a"}, "--wait takes seconds"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    try {
      parse_command_line(row.arguments);
      FAIL("accepted");
    } catch (const CommandError& e) {
      CHECK(e.code() == ExitCode::kUsage);
      CHECK(std::string(e.what()).find(row.part) != std::string::npos);
    }
  }
}
