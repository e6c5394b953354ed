#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>

#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"

namespace mahdar {

enum class OutputFormat : std::uint8_t { kText, kJson, kJsonl, kCsv, kBibtex, kRis, kTrec };

std::optional<OutputFormat> output_format_named(std::string_view name);

struct RenderOptions {
  bool color = false;
  bool arabic_digits = false;
  bool explain = false;
  bool english = false;          ///< labels and messages of the text format in English instead of Arabic
  bool isolates = false;         ///< the text format is for a terminal: isolate text of unknown direction
  bool numbered_facets = false;  ///< the text format numbers facet values from 1 on, for choosing one
  std::size_t facet_values = 8;  ///< the text format shows of each facet, beside those chosen
  bool local_paths = true;       ///< csv and JSON tell the places of files on this machine
  const Taxonomy* taxonomy = nullptr;  ///< for the names of sources, states and topics; ids where null
  std::string_view query_id;           ///< of a batch: for trec, csv and JSON
  bool csv_header = true;              ///< csv begins with the names of its columns
};

/// Writes a page in a format. The article's text is data in every one of them: escaped as the format asks.
void render(const ResultPage& page, OutputFormat format, const RenderOptions& options, std::ostream& out);

}  // namespace mahdar
