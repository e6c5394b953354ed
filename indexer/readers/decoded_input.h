#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace mahdar {

/// The bytes as UTF-8, with size caps kept, and an article that names path and encoding and warns where the
/// encoding had to be guessed or repaired.
struct DecodedInput {
  std::string utf8;
  RawArticle article;
};

/// `declared`: the encoding the file itself names, or empty.
Result<DecodedInput> decode_input(std::string_view bytes, const ReadOrigin& origin,
                                  std::string_view declared = {});

/// Cuts the text at the last paragraph within the cap, with a warning.
void cap_text(RawArticle& article);

/// Whether there is anything to index.
bool has_words(const RawArticle& article);

}  // namespace mahdar
