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

TEST_CASE("direction controls of a text end with its element") {
  Html html;
  html.leaf("bdi", {}, "a\u2066b\u202Ec").leaf("q", {}, "d\u2069\u202Ce");
  CHECK(html.take() == "<!doctype html>\n<bdi>a\u2066bc\u2069</bdi><q>de</q>\n");
}
