#include "schema/stored_article.h"

#include <nlohmann/json.hpp>

#include "schema/article_json.h"
#include "schema/checksum.h"
#include "schema/damaged_index.h"
#include "schema/record_codec.h"

namespace mahdar {

namespace {

// Checksum, then compressed: head as JSON, '\n', details as JSON, '\n', text
struct Parts {
  std::string_view head;
  std::string_view details;
  std::string_view text;
};

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == rest.npos) throw DamagedIndex("a stored article is damaged: it ends too early");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

/// Throws DamagedIndex where lines are missing.
Parts split(std::string_view record) {
  Parts parts;
  parts.head = take_line(record);
  parts.details = take_line(record);
  parts.text = record;
  return parts;
}

std::string read_record(std::string_view data) {
  if (!stored_article_is_sound(data))
    throw DamagedIndex("a stored article is damaged: its checksum does not fit");
  return decompress_record(data.substr(kChecksumBytes));
}

Article decode(std::string_view data, bool with_details) {
  const std::string record = read_record(data);
  const Parts parts = split(record);
  Article article;
  try {
    article_head_from_json(parts.head, article);
    if (with_details) article_details_from_json(parts.details, article);
  } catch (const nlohmann::json::exception& e) {
    throw DamagedIndex(std::string("a stored article is damaged: ") + e.what());
  }
  article.text = parts.text;
  if (article.title_end > article.text.size())
    throw DamagedIndex("a stored article is damaged: its title is longer than its text");
  return article;
}

}  // namespace

std::string encode_article(const Article& article) {
  const std::string compressed = compress_record(article_head_to_json(article) + '\n' +
                                                 article_details_to_json(article) + '\n' + article.text);
  return checksum_bytes(compressed) + compressed;
}

Article decode_article(std::string_view data) {
  return decode(data, true);
}

Article decode_article_head(std::string_view data) {
  return decode(data, false);
}

std::string stored_text(std::string_view data) {
  const std::string record = read_record(data);
  return std::string(split(record).text);
}

bool stored_article_is_sound(std::string_view data) {
  return data.size() > kChecksumBytes &&
         checksum_bytes(data.substr(kChecksumBytes)) == data.substr(0, kChecksumBytes);
}

}  // namespace mahdar
