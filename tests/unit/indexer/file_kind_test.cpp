#include "indexer/readers/file_kind.h"

#include <optional>
#include <string_view>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("the kind of a file follows from its ending and content") {
  struct Row {
    const char* name;
    std::string_view path;
    std::string_view head;
    std::optional<FileKind> kind;
  };
  const Row rows[] = {
      {"plain text", "a.txt", "افتتحت الجولة", FileKind::kText},
      {"markdown", "notes.MD", "# عنوان", FileKind::kText},
      {"a page", "a/b.html", "<p>خبر", FileKind::kHtml},
      {"a page saved as text", "page.txt", "\xEF\xBB\xBF\n<!DOCTYPE html><html>", FileKind::kHtml},
      {"text that begins with a sign", "a.txt", "<< خبر عاجل >>", FileKind::kText},
      {"JSON Lines", "a.jsonl", "{\"id\":1}", FileKind::kJsonLines},
      {"gzip'd JSON Lines", "a.jsonl.gz", "\x1F\x8B\x08", FileKind::kJsonLines},
      {"JSON without an ending", "dump", "{\"id\": \"7\"}", FileKind::kJsonLines},
      {"a page without an ending", "index", "<html><body>", FileKind::kHtml},
      {"text without an ending", "README", "افتتحت الجولة", FileKind::kText},
      {"binary without an ending", "core",
       std::string_view("\x7F"
                        "ELF\0\0",
                        6),
       std::nullopt},
      {"UTF-16 without an ending", "a", std::string_view("\xFF\xFE\x27\x06", 4), FileKind::kText},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(kind_of_file(row.path, row.head) == row.kind);
  }
}

TEST_CASE("endings of other kinds promise nothing") {
  for (const std::string_view path : {"a.jpg", "a.pdf", "txt", ".txt", "a.txt.bak", "folder.txt/photo"})
    CHECK_FALSE(kind_of_ending(path).has_value());
}
