#include "indexer/commands/rebuild_command.h"

#include <filesystem>
#include <set>

#include "indexer/write/source_state.h"

namespace mahdar {
namespace {

/// Single quotes where a shell needs them.
std::string shell_word(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&;()<>|*?[]#~`!{}") == std::string::npos;
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

std::vector<std::string> all_sources(const Options& options, const Xapian::Database& database) {
  std::set<std::string> roots;
  for (const std::string& source : options.sources) {
    std::error_code error;
    const std::filesystem::path path =
        std::filesystem::weakly_canonical(std::filesystem::absolute(source), error);
    if (source != "-") roots.insert(error ? source : path.string());
  }
  for (const auto& [path, record] : load_file_records(database)) roots.insert(record.root);
  return {roots.begin(), roots.end()};
}

std::string rebuild_command(const Options& options, const Xapian::Database& database) {
  std::string command = "mahdar-index rebuild --db " + shell_word(options.db.string());
  if (!options.taxonomy.empty()) command += " --taxonomy " + shell_word(options.taxonomy);
  for (const std::string& root : all_sources(options, database)) command += " " + shell_word(root);
  return command;
}

}  // namespace mahdar
