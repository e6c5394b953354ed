#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "analyzers/text/printable.h"
#include "schema/bad_access.h"
#include "schema/exit_code.h"
#include "schema/version.h"
#include "schema/watchdog.h"
#include "searcher/command_line.h"
#include "searcher/command_options.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/watch.h"
#include "searcher/http/server.h"
#include "searcher/match/searcher.h"
#include "searcher/terminal/bidi_stream.h"
#include "searcher/terminal/prompt.h"
#include "searcher/terminal/terminal_size.h"

namespace mahdar {
namespace {

ExitCode exit_code_of(IndexError::Kind kind) {
  switch (kind) {
    case IndexError::Kind::kMissing:
      return ExitCode::kSourceMissing;
    case IndexError::Kind::kStale:
      return ExitCode::kStaleIndex;
    case IndexError::Kind::kPermission:
      return ExitCode::kPermission;
    case IndexError::Kind::kUnreadable:
      break;
  }
  return ExitCode::kIoError;
}

ExitCode run_batch_file(Searcher& searcher, const SearchCommandLine& line, std::ostream& out) {
  if (line.queries == "-") return run_batch(searcher, line, std::cin, out, std::cerr);
  std::ifstream queries(line.queries);
  if (!queries) {
    report({line.queries.string(), 0, "cannot be read", "give --queries a file of 'qid TAB query' lines"},
           std::cerr);
    return ExitCode::kSourceMissing;
  }
  return run_batch(searcher, line, queries, out, std::cerr);
}

ExitCode dispatch(Searcher& searcher, const SearchCommandLine& line, std::ostream& out) {
  switch (line.command) {
    case SearchCommand::kBatch:
      return run_batch_file(searcher, line, out);
    case SearchCommand::kShow:
      return run_show(searcher, line, out, std::cerr);
    case SearchCommand::kSimilar:
      return run_similar(searcher, line, out, std::cerr);
    case SearchCommand::kWatch:
      return run_watch(searcher, line, out, std::cerr);
    case SearchCommand::kInteractive:
      return Prompt(searcher, line, out).run();
    default:
      return run_search(searcher, line, out, std::cerr);
  }
}

ExitCode run(const std::vector<std::string>& arguments) {
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  auto line = parse_command_line(arguments, terminal && isatty(STDIN_FILENO) != 0);
  if (!line) {
    report(line.error(), std::cerr);
    return ExitCode::kUsage;
  }
  if (line->command == SearchCommand::kHelp) {
    std::cout << help_text();
    return ExitCode::kDone;
  }
  if (line->command == SearchCommand::kVersion) {
    std::cout << "mahdar-search " << kProgramVersion << '\n';
    return ExitCode::kDone;
  }
  if (line->command == SearchCommand::kServe) return serve(line->serve, std::cerr);
  // The interactive search lays out its own lines; programs read the other formats.
  const bool laid_out = line->command == SearchCommand::kInteractive;
  const bool visual_order =
      line->bidi == BidiOrder::kVisual && (laid_out || line->format == OutputFormat::kText);
  // Putting a line in visual order would tear colour sequences apart.
  line->render.color =
      !visual_order && (line->color == When::kAlways || (line->color == When::kAuto && terminal));
  line->render.isolates = terminal || visual_order;
  Searcher searcher(line->db);
  if (visual_order) {
    VisualOrderStream visual(std::cout, laid_out ? 0 : output_columns());
    return dispatch(searcher, *line, visual);
  }
  return dispatch(searcher, *line, std::cout);
}

}  // namespace
}  // namespace mahdar

int main(int argc, char** argv) {
  using mahdar::ExitCode;
  mahdar::end_in_order_on_bad_access("mahdar-search");
  mahdar::let_watchdogs_bite("mahdar-search");
  try {
    const ExitCode code = mahdar::run({argv + 1, argv + argc});
    std::cout.flush();
    return to_int(std::cout ? code : ExitCode::kIoError);
  } catch (const mahdar::IndexError& error) {
    std::cerr << "mahdar-search: " << mahdar::printable(error.what()) << '\n';
    return to_int(mahdar::exit_code_of(error.kind()));
  } catch (const std::exception& error) {
    std::cerr << "mahdar-search: unexpected fault: " << mahdar::printable(error.what()) << '\n';
    return to_int(ExitCode::kBug);
  }
}
