#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/result.h"
#include "schema/taxonomy.h"
#include "searcher/http/serve_options.h"
#include "searcher/query/search_request.h"
#include "searcher/render/renderer.h"

namespace mahdar {

enum class SearchCommand : std::uint8_t {
  kSearch,
  kInteractive,
  kBatch,
  kShow,
  kSimilar,
  kWatch,
  kServe,
  kHelp,
  kVersion
};
enum class When : std::uint8_t { kAuto, kAlways, kNever };
enum class BidiOrder : std::uint8_t { kLogical, kVisual };

/// A filter as written, still to be read with the index's taxonomy.
struct FilterText {
  Field field = Field::kRound;
  std::string text;
};

/// What the user asked of mahdar-search.
struct SearchCommandLine {
  SearchCommand command = SearchCommand::kSearch;
  std::filesystem::path db;
  SearchRequest request;  ///< without filters
  std::vector<FilterText> filters;
  std::vector<std::string> excluded;  ///< "FACET:VALUE" of --not
  std::string from;
  std::string to;
  std::string id;                 ///< of show and similar
  std::filesystem::path queries;  ///< of batch
  OutputFormat format = OutputFormat::kText;
  When color = When::kAuto;
  BidiOrder bidi = BidiOrder::kLogical;
  RenderOptions render;
  ServeOptions serve;
};

/// Reads the arguments after the program's name. `on_terminal`: standard input and output are terminals, so
/// that no query means the interactive prompt. Errors are for exit code 64.
Result<SearchCommandLine> parse_command_line(const std::vector<std::string>& arguments, bool on_terminal);

/// The request with its filters read by the taxonomy: several of one field are joined by OR.
Result<SearchRequest> complete_request(const SearchCommandLine& line, const Taxonomy& taxonomy);

}  // namespace mahdar
