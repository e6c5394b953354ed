#pragma once

#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

// Everything of an article but its text, as two lines of JSON. Lists lie in both lines in the same order, so
// the second line adds to the first by position.

/// What a result list shows: identity, values, scores. Bytes that are not UTF-8 become U+FFFD.
std::string article_head_to_json(const Article& article);

/// What explains it: evidence, segments, warnings.
std::string article_details_to_json(const Article& article);

/// Fill `article`; throw nlohmann::json::exception where the JSON is not what the two functions above write.
void article_head_from_json(std::string_view line, Article& article);
/// The head must have been read before: the details belong to its lists.
void article_details_from_json(std::string_view line, Article& article);

}  // namespace mahdar
