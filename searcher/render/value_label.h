#pragma once

#include <string>
#include <string_view>

#include "schema/facet.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// What people call a value, in the language of the options; the value itself where no taxonomy is given,
/// empty for none.
std::string value_label(Facet facet, std::string_view value, const RenderOptions& options);

}  // namespace mahdar
