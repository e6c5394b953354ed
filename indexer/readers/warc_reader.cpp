#include "indexer/readers/warc_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/decoded_input.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/http_message.h"
#include "indexer/readers/warc_record.h"

namespace mahdar {
namespace {

constexpr std::string_view kRemedy = "the other records are not affected";

enum class Content { kPage, kText, kOther };

Content content_of(std::string_view media_type) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return Content::kPage;
  return media_type == "text/plain" ? Content::kText : Content::kOther;
}

InputError error_in(const ReadOrigin& origin, std::uint64_t record, const WarcHead& head,
                    std::string_view what) {
  return {origin.path, 0, fmt::format("record {} ({}): {}", record, head.uri, what), std::string(kRemedy)};
}

/// What a record holds of a page; none where it holds no page.
std::optional<Result<HttpMessage>> message_of(const WarcHead& head, std::string_view block,
                                              const ReadOrigin& origin, std::uint64_t record) {
  if (head.type == "resource") {
    HttpMessage message;
    message.media_type = head.content_type.substr(0, head.content_type.find(';'));
    message.status = 200;
    message.body = block;
    return message;
  }
  if (head.type != "response" || !head.uri.starts_with("http")) return std::nullopt;
  auto message = parse_http_message(block);
  if (!message) return Unexpected(error_in(origin, record, head, message.error()));
  return std::move(*message);
}

Result<RawArticle> article_of(const HttpMessage& message, const WarcHead& head, const ReadOrigin& origin,
                              std::uint64_t record) {
  const bool page = content_of(message.media_type) == Content::kPage;
  std::string charset = message.charset;
  if (charset.empty() && page) charset = declared_charset(message.body);
  auto input = decode_input(message.body, origin, charset);
  if (!input) return Unexpected(error_in(origin, record, head, input.error().message));
  RawArticle article = std::move(input->article);
  if (page) {
    read_page(input->utf8, article);
  } else {
    article.text = std::move(input->utf8);
  }
  article.record = record;
  article.url = head.uri;
  if (!head.date.empty()) article.version = head.date;
  cap_text(article);
  if (!has_words(article)) return Unexpected(error_in(origin, record, head, "no text in the page"));
  return article;
}

}  // namespace

void WarcReader::read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const {
  for (std::uint64_t record = origin.first_line; !bytes.empty(); ++record) {
    const auto head = parse_warc_head(bytes);
    if (!head || head->block_bytes > bytes.size() - head->head_bytes) {
      sink(Unexpected({origin.path, 0, fmt::format("record {} is cut or damaged", record),
                       "fetch the archive again; the records before it are kept"}));
      return;
    }
    const auto block = bytes.substr(head->head_bytes, head->block_bytes);
    bytes.remove_prefix(std::min<std::size_t>(head->record_bytes(), bytes.size()));
    auto message = message_of(*head, block, origin, record);
    if (!message) continue;
    if (!*message) {
      sink(Unexpected(std::move(message->error())));
    } else if ((*message)->status == 200 && content_of((*message)->media_type) != Content::kOther) {
      sink(article_of(**message, *head, origin, record));
    }
  }
}

}  // namespace mahdar
