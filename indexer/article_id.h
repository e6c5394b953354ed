#pragma once

#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// What identifies an article, in this order: the id the file itself gives; for an article of a JSON Lines
/// file its address, else a hash of its content; for a file of its own `path_id`.
std::string article_id(const RawArticle& raw, std::string_view path_id, std::string_view content_hash);

/// The id of a file without one of its own: its path below the source without the ending ("2017/astana-7").
std::string path_id(std::string_view relative);

/// The same made unique by a hash of the file's absolute path, for where another file already has the plain
/// one.
std::string path_id_apart(std::string_view relative, std::string_view absolute);

}  // namespace mahdar
