// The query parser on any bytes: total, ranges of diagnostics inside the text.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schema/taxonomy.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const mahdar::Taxonomy& taxonomy = mahdar::Taxonomy::bundled();

  const mahdar::ParsedQuery query = mahdar::parse_query(text, taxonomy);
  for (const mahdar::Diagnostic& d : query.diagnostics)
    if (d.begin > d.end || d.end > size || d.code.empty() || d.message.empty()) std::abort();
  for (const mahdar::FieldRow& row : mahdar::kFields) (void)mahdar::parse_filter(row.field, text, taxonomy);
  (void)mahdar::parse_negated_filter(text, taxonomy);
  return 0;
}
