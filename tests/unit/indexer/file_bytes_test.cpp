#include "indexer/pipeline/file_bytes.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <zlib.h>

#include "indexer/pipeline/line_blocks.h"
#include "indexer/readers/limits.h"
#include "tests/unit/indexer/scratch_folder.h"

using namespace mahdar;
using tests::ScratchFolder;

namespace {

struct AllBlocks {
  std::string bytes;
  std::size_t blocks = 0;
  std::size_t errors = 0;
  std::uint64_t last_first_line = 0;
  bool complete = false;
};

AllBlocks drain(const std::string& path) {
  LineBlocks blocks(path, path);
  AllBlocks all;
  while (true) {
    auto block = blocks.next();
    if (blocks.take_error()) ++all.errors;
    if (!block) break;
    all.bytes += block->bytes;
    all.last_first_line = block->first_line;
    ++all.blocks;
  }
  all.complete = blocks.complete();
  return all;
}

std::string numbered_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i)
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"نص من السطر\"}\n";
  return lines;
}

void write_gzip(const std::string& path, const std::string& content) {
  const gzFile file = gzopen(path.c_str(), "wb");
  REQUIRE(gzwrite(file, content.data(), static_cast<unsigned>(content.size())) ==
          static_cast<int>(content.size()));
  gzclose(file);
}

/// Cuts a file to `size` bytes, and takes its writer away.
void cut(const std::string& path, std::uintmax_t size) {
  std::filesystem::resize_file(path, size);
  std::filesystem::last_write_time(path,
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
}

}  // namespace

TEST_CASE("blocks are whole lines, counted, plain or gzip'd") {
  const ScratchFolder folder;
  const std::string lines = numbered_lines(30000);
  const AllBlocks plain = drain(folder.write("a.jsonl", lines));
  CHECK(plain.bytes == lines);
  CHECK(plain.blocks > 3);
  CHECK(plain.complete);
  CHECK(plain.errors == 0);
  const auto block_start = lines.find("{\"id\": \"" + std::to_string(plain.last_first_line) + "\"");
  CHECK(block_start != std::string::npos);

  write_gzip(folder / "a.jsonl.gz", lines);
  CHECK(drain(folder / "a.jsonl.gz").bytes == lines);
}

TEST_CASE("blocks hold no more lines than are asked for") {
  const ScratchFolder folder;
  const std::string lines = numbered_lines(20);
  LineBlocks blocks(folder.write("a.jsonl", lines), "a.jsonl");
  std::string all;
  std::uint64_t next_line = 1;
  while (const auto block = blocks.next(3)) {
    CHECK(std::ranges::count(block->bytes, '\n') <= 3);
    CHECK(block->first_line == next_line);
    next_line += 3;
    all += block->bytes;
  }
  CHECK(all == lines);
  CHECK(blocks.complete());
}

TEST_CASE("a gzip file cut short is read as far as it goes, and not complete") {
  const ScratchFolder folder;
  write_gzip(folder / "a.jsonl.gz", numbered_lines(50000));
  cut(folder / "a.jsonl.gz", std::filesystem::file_size(folder / "a.jsonl.gz") / 2);
  const AllBlocks all = drain(folder / "a.jsonl.gz");
  CHECK_FALSE(all.complete);
  CHECK(all.errors == 1);
  CHECK(all.bytes.size() > 1000);
  CHECK(all.bytes.ends_with("}\n"));
}

TEST_CASE("of spread JSON whose gzip file was cut short the whole objects are given") {
  const ScratchFolder folder;
  std::string objects = numbered_lines(2000);
  std::ranges::replace(objects, '\n', ',');
  for (const std::size_t kept : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
    write_gzip(folder / "a.json.gz", "[\n" + objects + "{}]");
    const auto size = std::filesystem::file_size(folder / "a.json.gz");
    cut(folder / "a.json.gz", size * kept / 5);
    const AllBlocks all = drain(folder / "a.json.gz");
    CHECK_FALSE(all.complete);
    CHECK(all.errors == 1);
    CHECK(all.bytes.size() > 1000);
    CHECK(all.bytes.ends_with("}"));
  }
  write_gzip(folder / "b.json.gz", "[\n{\"id\": \"1\", \"text\": \"" + std::string(300, 'x') + "\"}]");
  cut(folder / "b.json.gz", std::filesystem::file_size(folder / "b.json.gz") - 12);
  const AllBlocks all = drain(folder / "b.json.gz");
  CHECK(all.errors == 1);
  CHECK(all.bytes.empty());
}

TEST_CASE("a gzip file that ends in the middle is waited for while it may grow") {
  const ScratchFolder folder;
  write_gzip(folder / "a.jsonl.gz", numbered_lines(50000));
  std::filesystem::resize_file(folder / "a.jsonl.gz", std::filesystem::file_size(folder / "a.jsonl.gz") / 2);
  LineBlocks blocks(folder / "a.jsonl.gz", "a.jsonl.gz");
  while (blocks.next()) {
  }
  CHECK(blocks.waits());
  CHECK_FALSE(blocks.complete());
  CHECK_FALSE(blocks.take_error());
}

TEST_CASE("a line over the cap is passed over, the next ones are read") {
  const ScratchFolder folder;
  const std::string tail = "{\"id\": \"after\"}\n";
  const AllBlocks all = drain(folder.write(
      "a.jsonl", "{\"id\": \"before\"}\n" + std::string(limits::kFileBytes + 100000, 'x') + "\n" + tail));
  CHECK(all.bytes == "{\"id\": \"before\"}\n" + tail);
  CHECK(all.last_first_line == 3);
  CHECK(all.errors == 1);
  CHECK(all.complete);
}

TEST_CASE("what cannot be opened is an error, not an empty file") {
  const ScratchFolder folder;
  const AllBlocks all = drain(folder / "nowhere");
  CHECK(all.errors == 1);
  CHECK_FALSE(all.complete);
  CHECK_FALSE(read_file(folder / "nowhere", "nowhere").has_value());
  CHECK_FALSE(read_file(folder.path().string(), "folder").has_value());
}

TEST_CASE("a file is read up to its cap") {
  const ScratchFolder folder;
  const auto small = read_file(folder.write("a.txt", "نص"), "a.txt");
  REQUIRE(small.has_value());
  CHECK(small->bytes == "نص");
  CHECK(small->settled);
  CHECK_FALSE(
      read_file(folder.write("b.txt", std::string(limits::kFileBytes + 1, 'x')), "b.txt").has_value());
}
