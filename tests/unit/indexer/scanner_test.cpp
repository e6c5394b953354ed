#include "indexer/scanner.h"

#include <algorithm>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/scratch_folder.h"

using namespace mahdar;
using tests::ScratchFolder;

namespace {

std::vector<std::string> relatives(const Scan& scan) {
  std::vector<std::string> names;
  for (const SourceFile& file : scan.files) names.push_back(file.relative);
  return names;
}

}  // namespace

TEST_CASE("a folder is walked in sorted order; hidden files, other kinds and links are passed over") {
  const ScratchFolder outside;
  outside.write("secret.txt", "سر");
  const ScratchFolder root;
  root.write("b/2.txt", "ب");
  root.write("b/1.html", "<p>ا");
  root.write("a.jsonl", "{}");
  root.write(".hidden.txt", "لا");
  root.write(".git/x.txt", "لا");
  root.write("photo.jpg", "لا");
  root.write("index/CURRENT", "gen-000001");
  std::filesystem::create_symlink(outside / "secret.txt", root / "link.txt");
  std::filesystem::create_directory_symlink(outside.path(), root / "linked");
  std::filesystem::create_directory_symlink(root.path(), root / "loop");
  REQUIRE(::mkfifo((root / "pipe.txt").c_str(), 0600) == 0);

  const Scan scan = scan_sources({root.path().string()}, root / "index");
  CHECK(relatives(scan) == std::vector<std::string>{"a.jsonl", "b/1.html", "b/2.txt"});
  CHECK(scan.missing.empty());
  CHECK(scan.unread.empty());
  REQUIRE(scan.roots.size() == 1);
  CHECK(scan.roots[0].present);
  CHECK(scan.roots[0].complete);
  CHECK(scan.files[2].path == root / "b/2.txt");
  CHECK(scan.files[2].stamp.size == 2);
  CHECK(scan.files[2].stamp.mtime_ns > 0);
}

TEST_CASE("a file found twice is taken once, and standard input is no file") {
  const ScratchFolder root;
  const std::string file = root.write("a.txt", "ا");
  const Scan scan = scan_sources({file, root.path().string(), "-"});
  CHECK(scan.files.size() == 1);
  CHECK(scan.roots.size() == 2);
  CHECK(scan.standard_input);
}

TEST_CASE("a file given by itself is taken whatever its ending") {
  const ScratchFolder root;
  const Scan scan = scan_sources({root.write("story.log", "نص"), root.write("dump.dat", "{\"id\": \"1\"}")});
  REQUIRE(scan.files.size() == 2);
  CHECK(scan.files[0].kind == FileKind::kText);
  CHECK(scan.files[1].kind == FileKind::kJsonLines);
  CHECK(scan.files[0].root == scan.files[0].path);
}

TEST_CASE("what is missing or empty proves nothing gone") {
  const ScratchFolder root;
  root.write("photo.jpg", "لا");
  const Scan scan = scan_sources({root / "nowhere", root.path().string()});
  CHECK(scan.files.empty());
  CHECK(scan.missing.size() == 2);
  REQUIRE(scan.roots.size() == 2);
  for (const ScannedRoot& scanned : scan.roots) CHECK_FALSE((scanned.present && scanned.complete));
}
