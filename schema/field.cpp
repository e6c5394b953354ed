#include "schema/field.h"

#include <algorithm>

#include "schema/ascii.h"
#include "schema/checksum.h"
#include "schema/facet.h"
#include "schema/word_code.h"

namespace mahdar {

namespace {

constexpr std::size_t kMaxTermBytes = 245;  // Glass; a NUL byte is stored as two
constexpr std::size_t kKeptBytes = 200;     // of a longer word, before its hash

std::size_t stored_bytes(std::string_view bytes) {
  return bytes.size() + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The longest beginning of `word` that takes at most `limit` stored bytes and cuts no character.
std::string_view cut(std::string_view word, std::size_t limit) {
  std::size_t end = 0;
  for (std::size_t used = 0; end < word.size(); ++end) {
    used += word[end] == '\0' ? 2 : 1;
    if (used > limit) break;
  }
  // Four bytes make the longest character: more continuations than that are no UTF-8, cut them anywhere.
  for (int back = 0; back < 3 && end > 0 && end < word.size() && is_continuation(word[end]); ++back) --end;
  return word.substr(0, end);
}

/// omega's rule: after a prefix of several letters a capital would read as part of the prefix.
bool needs_colon(std::string_view prefix, std::string_view word) {
  return prefix.size() > 1 && !word.empty() && (is_ascii_upper(word.front()) || word.front() == ':');
}

bool is_word_stream(std::string_view prefix) {
  return prefix == prefix::kFolded || prefix == prefix::kStem || prefix == prefix::kExact ||
         prefix == prefix::kTitleStem;
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const std::string wanted = ascii_lower(name);
  for (const FieldRow& row : kFields)
    if (wanted == row.name || wanted == row.name_ar || wanted == row.label_ar) return row.field;
  if (facet_named(name) == Facet::kMonth) return Field::kDate;
  return std::nullopt;
}

std::string make_term(std::string_view prefix, std::string_view word) {
  std::string code;
  if (is_word_stream(prefix)) word = code = encode_word(word);
  std::string term(prefix);
  if (needs_colon(prefix, word)) term += ':';
  if (stored_bytes(term) + stored_bytes(word) <= kMaxTermBytes) return term.append(word);
  return term.append(cut(word, kKeptBytes)).append(checksum_hex(word));
}

std::string word_of_term(std::string_view prefix, std::string_view term) {
  std::string_view word = term.substr(prefix.size());
  if (prefix.size() > 1 && word.starts_with(':')) word.remove_prefix(1);
  return is_word_stream(prefix) ? decode_word(word) : std::string(word);
}

}  // namespace mahdar
