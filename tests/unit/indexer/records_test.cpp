#include <stdexcept>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/write/failure_record.h"
#include "indexer/write/file_record.h"

using namespace mahdar;

namespace {

FileRecord sound_record() {
  FileRecord record;
  record.path = "/a/b.txt";
  record.hash = "hash";
  return record;
}

}  // namespace

TEST_CASE("a file record comes back as it was, whatever bytes its path has") {
  CHECK(rc::check([](const std::string& path, const std::string& root, const std::string& id,
                     std::uint64_t size, std::int64_t mtime, bool complete) {
    FileRecord record;
    record.path = path;
    record.root = root;
    record.path_id = id;
    record.hash = "00112233445566778899aabbccddeeff";
    record.stamp = {7, 8, size, mtime, -mtime};
    record.position = {size, 9, "prefix"};
    record.articles = 3;
    record.failures = 1;
    record.duplicates = 4;
    record.superseded = 2;
    record.contested = 3;
    record.mtime_ns = mtime;
    record.complete = complete;
    RC_ASSERT(FileRecord::parse(record.serialize()) == record);
  }));
}

TEST_CASE("a damaged file record is told from a sound one") {
  const std::string sound = sound_record().serialize();
  for (std::size_t cut = 0; cut < sound.size(); ++cut)
    CHECK_THROWS_AS(FileRecord::parse(sound.substr(0, cut)), std::runtime_error);
  CHECK_THROWS_AS(FileRecord::parse("x" + sound), std::runtime_error);
}

TEST_CASE("a failure record counts all errors and keeps the first ones in words") {
  FailureRecord failure;
  failure.path = "/a/b.jsonl";
  failure.time = "2020-01-01T00:00:00Z";
  for (std::size_t line = 1; line <= 2 * FailureRecord::kMostErrors; ++line)
    failure.add({"/a/b.jsonl", line, "not valid JSON", "correct it"});
  const FailureRecord parsed = FailureRecord::parse(failure.serialize());
  CHECK(parsed.total == 2 * FailureRecord::kMostErrors);
  REQUIRE(parsed.errors.size() == FailureRecord::kMostErrors);
  CHECK(parsed.errors.back().line == FailureRecord::kMostErrors);
  CHECK(parsed.errors.back().to_string() == failure.errors.back().to_string());
  CHECK_THROWS_AS(FailureRecord::parse("{\"path\": 1}"), std::runtime_error);
}
