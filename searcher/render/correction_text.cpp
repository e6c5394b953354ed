#include "searcher/render/correction_text.h"

#include <fmt/format.h>

#include "schema/facet.h"
#include "schema/field.h"
#include "searcher/render/text_style.h"
#include "searcher/render/value_label.h"

namespace mahdar {
namespace {

/// " (archivist: the headline is wrong; corrections.tsv:2)", of what is known.
std::string whence(const AppliedCorrection& c, const RenderOptions& options) {
  const TextStyle style(options);
  const std::string said = joined({c.who, c.why}, ": ");
  const std::string whole =
      joined({said, options.local_paths ? c.place : std::string()}, style.say("؛ ", "; "));
  return whole.empty() ? whole : fmt::format(" ({})", whole);
}

}  // namespace

std::string correction_in_words(const AppliedCorrection& correction, const RenderOptions& options) {
  const TextStyle style(options);
  const auto field = field_named(correction.field);
  const auto facet = facet_named(correction.field);
  const auto labelled = [&](const std::string& values) {
    return labelled_values(values, style.say("، ", ", "), style.say("بلا قيمة", "no value"),
                           [&](std::string_view value) {
                             return facet ? value_label(*facet, value, options) : std::string(value);
                           });
  };
  const std::string_view name =
      field ? style.say(row(*field).label_ar, row(*field).name) : std::string_view(correction.field);
  return fmt::format("{}: {}{}{}{}", name, labelled(correction.value),
                     style.say("، والمستخرج آليًا: ", ", detected: "), labelled(correction.detected),
                     whence(correction, options));
}

}  // namespace mahdar
