#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// XXH3-128, as 16 bytes in canonical order.
std::string hash_bytes(std::string_view bytes);

/// The same as 32 hexadecimal digits.
std::string hash_hex(std::string_view bytes);

/// Hash of all the reader gave of an article that reaches the index; path and line do not count.
std::string content_hash(const RawArticle& article);

}  // namespace mahdar
