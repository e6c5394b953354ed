#include "indexer/readers/text_reader.h"

#include <utility>

#include "indexer/readers/decoded_input.h"
#include "indexer/readers/header_block.h"

namespace mahdar {

void TextReader::read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const {
  auto input = decode_input(bytes, origin);
  if (!input) {
    sink(Unexpected(std::move(input.error())));
    return;
  }
  RawArticle article = std::move(input->article);
  const HeaderBlock header = parse_header_block(input->utf8);
  apply(header, article);
  for (const auto& [key, value] : header.entries)
    if (key == "title") article.title_offset = static_cast<std::uint32_t>(value.data() - input->utf8.data());
  article.text_offset = static_cast<std::uint32_t>(header.body_begin);
  article.as_in_file = input->utf8 == bytes;
  if (!article.as_in_file) article.head = input->utf8.substr(0, header.body_begin);
  article.text = header.body_begin == 0 ? std::move(input->utf8) : input->utf8.substr(header.body_begin);
  cap_text(article);
  if (!has_words(article)) {
    sink(Unexpected({origin.path, 0, "no text in it", "fill it, or take it out of the source"}));
    return;
  }
  sink(std::move(article));
}

}  // namespace mahdar
