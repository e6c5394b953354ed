#include "searcher/web/correction_list.h"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "schema/facet.h"
#include "searcher/render/correction_text.h"
#include "searcher/web/facet_panel.h"

namespace mahdar {

void write_corrections(Html& html, const std::vector<AppliedCorrection>& corrections, const Words& words,
                       const Taxonomy& taxonomy) {
  html.open("ul");
  for (const AppliedCorrection& c : corrections) {
    const auto facet = facet_named(c.field);
    const auto titles = [&](std::string_view values) {
      return labelled_values(values, words.english() ? ", " : "، ", words("unknown"),
                             [&](std::string_view value) {
                               return facet ? value_title(*facet, value, words, taxonomy) : words.date(value);
                             });
    };
    const auto name = words.find(fmt::format("facet.{}", c.field));
    html.open("li").leaf("strong", {}, fmt::format("{}: ", name.empty() ? c.field : name));
    html.leaf("del", {}, titles(c.detected)).text(" ").leaf("ins", {}, titles(c.value));
    if (!c.who.empty() || !c.why.empty())
      html.open("small")
          .text(" (")
          .leaf("bdi", {}, c.who)
          .text(c.who.empty() || c.why.empty() ? "" : ": ")
          .leaf("bdi", {}, c.why)
          .text(")")
          .close();
    html.close();
  }
  html.close();
}

}  // namespace mahdar
