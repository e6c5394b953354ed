#include "indexer/article_id.h"

#include <fmt/format.h>

#include "analyzers/text/utf8.h"
#include "indexer/content_hash.h"
#include "indexer/readers/file_kind.h"

namespace mahdar {
namespace {

constexpr std::size_t kHashDigits = 8;

/// A file's name may be any bytes, an id must be UTF-8: other bytes become "%FF".
std::string as_utf8(std::string_view name) {
  std::string valid;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded next = utf8::decode(name, at);
    if (next.code_point == utf8::kInvalid) {
      valid += fmt::format("%{:02X}", static_cast<unsigned char>(name[at]));
    } else {
      valid += name.substr(at, next.length);
    }
    at += next.length;
  }
  return valid;
}

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
  return as_utf8(has_known_ending ? relative.substr(0, dot) : relative);
}

std::string path_id_apart(std::string_view relative, std::string_view absolute) {
  return path_id(relative) + "~" + hash_hex(absolute).substr(0, kHashDigits);
}

}  // namespace mahdar
