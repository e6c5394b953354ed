#include "searcher/terminal/bidi_stream.h"

#include <sstream>

#include <doctest/doctest.h>

#include "analyzers/text/visual_order.h"

using namespace mahdar;

TEST_CASE("lines are broken before they are put in visual order") {
  std::ostringstream out;
  {
    VisualOrderStream visual(out, 12);
    visual << "ملف المعتقلين اليوم\n\nنص";
  }
  CHECK(out.str() == visual_order("ملف", true) + '\n' + visual_order("المعتقلين", true) + '\n' +
                         visual_order("اليوم", true) + "\n\n" + visual_order("نص", true));
}

TEST_CASE("without a width lines stay whole") {
  std::ostringstream out;
  {
    VisualOrderStream visual(out);
    visual << "ملف المعتقلين اليوم\n";
  }
  CHECK(out.str() == visual_order("ملف المعتقلين اليوم", true) + '\n');
}
