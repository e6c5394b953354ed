#pragma once

#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// What the index keeps of an article as document data: a checksum (XXH3-128, 16 bytes) of what follows, then
/// compressed (schema/record_codec.h) a line of JSON with what result lists show, a line of JSON with what
/// explains it, and the text as it is, so that a snippet needs no parsing. Round trip:
/// decode_article(encode_article(a)) equals a, except that bytes which are not UTF-8 become U+FFFD everywhere
/// but in the text, and numbers that are not finite become 0.
std::string encode_article(const Article& article);

/// Throws DamagedIndex where the data are damaged or the checksum is wrong.
Article decode_article(std::string_view data);

/// The same without evidence, segments and warnings, for result lists: it never looks at their line.
Article decode_article_head(std::string_view data);

/// The text alone, without reading JSON. Throws DamagedIndex as decode_article().
std::string stored_text(std::string_view data);

/// Whether the checksum fits.
bool stored_article_is_sound(std::string_view data);

}  // namespace mahdar
