// Tokenizer, cleaner, folder and stemmer on any bytes: offsets in bounds and ascending, forms stable.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const mahdar::Analyzer analyzer(mahdar::Taxonomy::bundled());
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  const mahdar::TokenStream stream = analyzer.analyze(text);
  std::uint32_t end = 0;
  for (const mahdar::Token& token : stream.tokens()) {
    if (token.begin < end || token.end <= token.begin || token.end > size) std::abort();
    if (token.surface != text.substr(token.begin, token.end - token.begin)) std::abort();
    end = token.end;
  }
  const std::string folded = analyzer.fold(text);
  if (analyzer.fold(folded) != folded) std::abort();
  const std::string cleaned = analyzer.clean(text);
  if (analyzer.clean(cleaned) != cleaned) std::abort();
  return 0;
}
