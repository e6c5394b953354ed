#include "indexer/article_id.h"

#include <fmt/format.h>

#include "indexer/content_hash.h"
#include "indexer/readers/file_kind.h"

namespace mahdar {
namespace {

constexpr std::size_t kHashDigits = 8;

}  // namespace

std::string article_id(const RawArticle& raw, std::string_view path_id, std::string_view content_hash) {
  if (!raw.id.empty()) return raw.id;
  if (raw.record == 0) return std::string(path_id);
  if (!raw.url.empty()) return raw.url;
  std::string id;
  for (const char c : content_hash.substr(0, kHashDigits))
    id += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return id;
}

std::string path_id(std::string_view relative) {
  const auto name = relative.rfind('/') + 1;
  if (relative.ends_with(".gz")) relative.remove_suffix(3);
  const auto dot = relative.rfind('.');
  const bool has_known_ending =
      dot != std::string_view::npos && dot > name && kind_of_ending(relative).has_value();
  return std::string(has_known_ending ? relative.substr(0, dot) : relative);
}

std::string path_id_apart(std::string_view relative, std::string_view absolute) {
  return path_id(relative) + "~" + hash_hex(absolute).substr(0, kHashDigits);
}

}  // namespace mahdar
