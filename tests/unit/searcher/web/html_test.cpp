#include "searcher/web/html.h"

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("texts and attributes are escaped, elements close in order") {
  Html html;
  html.open("p", {{"title", "\"><script>"}, {"class", ""}}).text("<b>&").open("em").text("x");
  CHECK(html.take() ==
        "<!doctype html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;<em>x</em></p>\n");
}

TEST_CASE("an empty value stays where it says something") {
  Html html;
  html.single("input", {{"value", ""}, {"id", ""}});
  CHECK(html.take() == "<!doctype html>\n<input value=\"\">\n");
}
