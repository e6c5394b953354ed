#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/command_error.h"
#include "indexer/command_line.h"
#include "indexer/commands/console.h"
#include "indexer/standard_streams.h"
#include "indexer/stop_signal.h"
#include "schema/bad_access.h"
#include "schema/damaged_index.h"
#include "schema/watchdog.h"

namespace {

using mahdar::ExitCode;

/// A message may list several faults, a line each.
ExitCode fail(ExitCode code, const std::string& what) {
  std::istringstream lines(what);
  for (std::string line; std::getline(lines, line);) mahdar::log_line(mahdar::LogPriority::kError, line);
  return code;
}

ExitCode code_of(const std::error_code& error) {
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
      error == std::errc::read_only_file_system)
    return ExitCode::kPermission;
  return ExitCode::kIoError;
}

std::string damaged(const std::string& what) {
  return what + ". Check the index with mahdar-index verify, or make it anew with mahdar-index rebuild";
}

template <typename Work>
ExitCode guarded(const Work& work) {
  try {
    return work();
  } catch (const mahdar::CommandError& e) {
    return fail(e.code(), e.what());
  } catch (const Xapian::DatabaseLockError& e) {
    return fail(ExitCode::kLocked, e.get_description());
  } catch (const Xapian::DatabaseError& e) {
    const char* system = e.get_error_string();
    const bool forbidden = system != nullptr && std::string_view(system) == std::strerror(EACCES);
    return fail(forbidden ? ExitCode::kPermission : ExitCode::kIoError, e.get_description());
  } catch (const Xapian::LogicError& e) {
    return fail(ExitCode::kBug, e.get_description());
  } catch (const Xapian::Error& e) {
    return fail(ExitCode::kIoError, damaged(e.get_description()));
  } catch (const mahdar::DamagedIndex& e) {
    return fail(ExitCode::kIoError, damaged(e.what()));
  } catch (const std::length_error& e) {  // Xapian, of a length that was changed
    return fail(ExitCode::kIoError, damaged(e.what()));
  } catch (const std::system_error& e) {  // also of std::filesystem
    return fail(code_of(e.code()), e.what());
  } catch (const std::bad_alloc&) {
    return fail(ExitCode::kIoError, "out of memory");
  } catch (const std::exception& e) {
    return fail(ExitCode::kBug, e.what());
  }
}

/// Of two archives' codes the one that asks for more attention: rejected articles for the least.
ExitCode worse(ExitCode a, ExitCode b) {
  if (a == ExitCode::kDone) return b;
  return a == ExitCode::kSomeRejected && b != ExitCode::kDone ? b : a;
}

ExitCode run(const std::vector<std::string>& arguments) {
  const mahdar::CommandLine line = mahdar::parse_command_line(arguments);
  if (line.ask == mahdar::CommandLine::Ask::kPrint) {
    fmt::print("{}", line.text);
    return ExitCode::kDone;
  }
  ExitCode code = ExitCode::kDone;
  for (const mahdar::Options& options : line.runs)
    code = worse(code, guarded([&] { return line.command(options); }));
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  mahdar::hold_standard_streams();
  mahdar::end_in_order_on_bad_access("mahdar-index");
  mahdar::let_watchdogs_bite("mahdar-index");
  mahdar::watch_stop_signals();
  const ExitCode code = guarded([&] { return run(std::vector<std::string>(argv + 1, argv + argc)); });
  if (mahdar::flush_standard_output()) return mahdar::to_int(code);
  const std::string why = std::strerror(errno);
  return mahdar::to_int(worse(code, fail(ExitCode::kIoError, "standard output cannot be written: " + why)));
}
