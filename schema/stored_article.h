#pragma once

#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// What the index keeps of an article as document data: a checksum, one line of JSON with everything but
/// the text, then the text as it is, so that a snippet needs no parsing.
/// Round trip: decode_article(encode_article(a)) equals a.
std::string encode_article(const Article& article);

/// Throws std::runtime_error where the data are damaged or the checksum is wrong.
Article decode_article(std::string_view data);

/// The same without the evidence, for result lists: about a tenth of the work.
Article decode_article_head(std::string_view data);

/// Whether the checksum fits.
bool stored_article_is_sound(std::string_view data);

}  // namespace mahdar
