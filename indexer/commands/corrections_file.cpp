#include "indexer/commands/corrections_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "analyzers/text/encoding.h"
#include "indexer/command_error.h"
#include "indexer/status/correction_targets.h"
#include "schema/index_stamp.h"

namespace mahdar {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[noreturn]] void refuse_file(const std::string& path, std::string_view why) {
  throw CommandError(ExitCode::kUsage, fmt::format("the corrections file {} {}", path, why));
}

std::string bytes_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error) refuse_file(path, "does not exist: check the path");
  if (std::filesystem::is_directory(path, error))
    refuse_file(path, "is a folder: give the file with the corrections");
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file) refuse_file(path, "cannot be read: check its permissions");
  return bytes;
}

/// Each line that is not UTF-8: another encoding would be stored as garbage, and its names would fit nothing.
std::vector<InputError> lines_not_utf8(std::string_view text, const std::string& path) {
  std::vector<InputError> faults;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!is_valid_utf8(text.substr(0, end)))
      faults.push_back({path, line, "not UTF-8", "save the file in the encoding UTF-8"});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return faults;
}

std::string read_utf8(const std::string& path) {
  std::string text = bytes_of(path);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.find('\0') != std::string::npos)
    refuse_corrections({{path, 1, "in UTF-16, or no text at all", "save the file in the encoding UTF-8"}});
  refuse_corrections(lines_not_utf8(text, path));
  return text;
}

}  // namespace

KeptCorrections::KeptCorrections(const Xapian::Database& database)
    : text(database.get_metadata(std::string(metadata::kCorrections))),
      path(database.get_metadata(std::string(metadata::kCorrectionsPath))) {}

Corrections load_corrections(const std::string& path, const KeptCorrections& kept, const Taxonomy& taxonomy) {
  auto corrections = Corrections::read(path.empty() ? kept.text : read_utf8(path),
                                       path.empty() ? kept.path : path, taxonomy);
  if (!corrections) refuse_corrections(corrections.error());
  return std::move(*corrections);
}

}  // namespace mahdar
