// JSON Lines of any bytes: every article is whole UTF-8, every fault names its line.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/text/encoding.h"
#include "indexer/readers/jsonl_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  mahdar::JsonlReader().read(bytes, {"fuzz", 1}, [](mahdar::Result<mahdar::RawArticle> raw) {
    if (raw) {
      if (!mahdar::is_valid_utf8(raw->text) || !mahdar::is_valid_utf8(raw->title)) std::abort();
    } else if (raw.error().message.empty()) {
      std::abort();
    }
  });
  return 0;
}
