#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "schema/article.h"

namespace mahdar {

/// What one JSON object says of an article, as it stands there.
struct JsonArticle {
  std::string id, url, title, text, html, date, source, language;
  std::string version;  ///< of "modified", "updated", "dateModified" or "date_modified", where a string
  std::string author;   ///< a string, the name of an object, or the first of a list of either; else empty
};

/// Reads one object, or says in words what is wrong with it. Strings, and numbers as ids and dates, are
/// taken; a field that holds something else is an error (not the author), null is as if absent. Nested no
/// deeper than limits::kJsonDepth.
tl::expected<JsonArticle, std::string> parse_json_article(std::string_view json);

}  // namespace mahdar
