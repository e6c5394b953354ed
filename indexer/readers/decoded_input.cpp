#include "indexer/readers/decoded_input.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analyzers/text/encoding.h"
#include "analyzers/text/utf8.h"
#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

/// Marks that stand between or on letters and are no letters: zero-width and bidi marks, and the byte order
/// mark.
bool is_mark(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || c == 0x061C;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    const char32_t c = next.code_point;
    const bool is_word =
        c >= 0x80 ? !is_mark(c) : (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (is_word) return true;
    at += next.length;
  }
  return false;
}

}  // namespace

Result<DecodedInput> decode_input(std::string_view bytes, const ReadOrigin& origin,
                                  std::string_view declared) {
  if (bytes.size() > limits::kFileBytes)
    return Unexpected({origin.path, 0, fmt::format("larger than {} MB", limits::kFileBytes >> 20),
                       "split it, or take it out of the source"});
  auto decoded = decode_text(bytes, declared);
  if (!decoded) {
    InputError error = std::move(decoded.error());
    error.path = origin.path;
    return Unexpected(std::move(error));
  }
  DecodedInput input;
  input.utf8 = std::move(decoded->utf8);
  input.article.path = origin.path;
  input.article.encoding = decoded->encoding;
  if (decoded->guessed) input.article.warnings.push_back("encoding guessed: " + decoded->encoding);
  if (decoded->repaired) input.article.warnings.emplace_back("encoding repaired: some bytes meant nothing");
  return input;
}

void cap_text(RawArticle& article) {
  if (article.text.size() <= limits::kTextBytes) return;
  const auto paragraph = article.text.rfind('\n', limits::kTextBytes);
  std::size_t end = paragraph == std::string::npos || paragraph == 0 ? limits::kTextBytes : paragraph + 1;
  while (end > 0 && (static_cast<unsigned char>(article.text[end]) & 0xC0) == 0x80) --end;
  article.text.resize(end);
  article.warnings.push_back(fmt::format("text cut at {} MB", limits::kTextBytes >> 20));
}

bool has_words(const RawArticle& article) {
  return has_word(article.text) || has_word(article.title);
}

}  // namespace mahdar
