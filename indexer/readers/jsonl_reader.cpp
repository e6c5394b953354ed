#include "indexer/readers/jsonl_reader.h"

#include <utility>

#include <fmt/format.h>

#include "analyzers/text/encoding.h"
#include "indexer/readers/decoded_input.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_split.h"
#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

constexpr std::string_view kRemedy = "correct or remove the line; the others are not affected";

Result<RawArticle> article_of(JsonArticle&& json, DecodedInput&& input, std::uint64_t line) {
  RawArticle article = std::move(input.article);
  article.record = line;
  article.id = std::move(json.id);
  article.url = std::move(json.url);
  article.title = std::move(json.title);
  article.date = std::move(json.date);
  article.version = std::move(json.version);
  article.source = std::move(json.source);
  article.author = std::move(json.author);
  article.language = std::move(json.language);
  article.text = std::move(json.text);
  if (article.text.empty() && !json.html.empty()) read_page(json.html, article);
  cap_text(article);
  if (!has_words(article))
    return Unexpected({article.path, line, "neither \"text\" nor \"html\" nor \"title\" with words in it",
                       std::string(kRemedy)});
  return article;
}

Result<RawArticle> read_piece(JsonPiece piece, const ReadOrigin& origin) {
  DecodedInput input;
  if (piece.json.size() <= limits::kFileBytes && is_valid_utf8(piece.json)) {
    input.article.path = origin.path;
    input.article.encoding = "UTF-8";
  } else {
    auto decoded = decode_input(piece.json, origin);
    if (!decoded) {
      decoded.error().line = piece.line;
      return Unexpected(std::move(decoded.error()));
    }
    input = std::move(*decoded);
    piece.json = input.utf8;
  }
  auto json = parse_json_article(piece.json);
  if (!json) return Unexpected({origin.path, piece.line, std::move(json.error()), std::string(kRemedy)});
  return article_of(std::move(*json), std::move(input), piece.line);
}

}  // namespace

void JsonlReader::read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const {
  const auto visit = [&](JsonPiece piece) { sink(read_piece(piece, origin)); };
  if (origin.first_line == 1 && is_spread_json(bytes)) {
    bool any = false;
    split_objects(bytes, origin.first_line, [&](JsonPiece piece) {
      any = true;
      visit(piece);
    });
    if (!any) sink(Unexpected({origin.path, 0, "no JSON object in it", "give an object a line"}));
    return;
  }
  split_lines(bytes, origin.first_line, visit);
}

}  // namespace mahdar
