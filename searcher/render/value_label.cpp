#include "searcher/render/value_label.h"

#include "searcher/match/facet_labels.h"

namespace mahdar {

std::string value_label(Facet facet, std::string_view value, const RenderOptions& options) {
  if (value.empty() || !options.taxonomy) return std::string(value);
  const FacetLabel label = facet_label(facet, value, *options.taxonomy);
  return options.english ? label.english : label.arabic;
}

}  // namespace mahdar
