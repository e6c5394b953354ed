#include "indexer/explain/source_text.h"

#include <string>

#include <doctest/doctest.h>

using namespace mahdar;

namespace {

/// A source of three lines whose middle one was cut.
struct Cut {
  RawArticle raw;
  Article article;
  Cut() {
    raw.text = "first line\nadvert\nsecond line\n";
    article.text = "first line\nsecond line\n";
    article.title_end = 10;
    article.segments = {{{0, 11}, 0}, {{11, 23}, 18}};
  }
};

}  // namespace

TEST_CASE("places are mapped through the segments") {
  const Cut cut;
  const SourceText source(cut.raw, cut.article);
  const SourcePlace word = source.place({18, 22});
  CHECK(word.text == "line");
  CHECK(word.range == ByteRange{25, 29});
  const SourcePlace across = source.place({6, 17});
  CHECK(across.range == ByteRange{6, 24});
  CHECK(across.text == "line\nadvert\nsecond");
}

TEST_CASE("bytes before the text count in a file with a header block") {
  Cut cut;
  cut.raw.text_offset = 100;
  for (TextSegment& segment : cut.article.segments) segment.origin += 100;
  const SourcePlace place = SourceText(cut.raw, cut.article).place({11, 17});
  CHECK(place.range == ByteRange{118, 124});
  CHECK(place.text == "second");
}

TEST_CASE("a title that stands apart is placed in the header block, or in the title itself") {
  Cut cut;
  cut.article.segments = {{{11, 23}, 18}};
  CHECK(SourceText(cut.raw, cut.article).place({0, 5}).in_title);
  CHECK(SourceText(cut.raw, cut.article).place({0, 5}).range == ByteRange{0, 5});
  cut.raw.title_offset = 7;
  cut.raw.text_offset = 20;
  const SourcePlace place = SourceText(cut.raw, cut.article).place({0, 5});
  CHECK_FALSE(place.in_title);
  CHECK(place.range == ByteRange{7, 12});
  CHECK(place.text == "first");
}
