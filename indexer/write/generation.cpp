#include "indexer/write/generation.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace mahdar {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuildDir = "building";
constexpr std::string_view kGenerationPrefix = "gen-";

void sync_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  const int why = errno;
  if (file >= 0) ::close(file);
  if (!synced) throw std::system_error(why, std::generic_category(), path.string());
}

}  // namespace

IndexStamp stamp_of(const Taxonomy& taxonomy, const Analyzer& analyzer) {
  IndexStamp stamp;
  stamp.analyzer = analyzer.fingerprint();
  stamp.taxonomy = taxonomy.hash();
  stamp.libraries = std::string("xapian ") + Xapian::version_string();
  return stamp;
}

void write_identity(Xapian::WritableDatabase& database, const IndexStamp& stamp, const Taxonomy& taxonomy) {
  database.set_metadata(std::string(metadata::kStamp), stamp.serialize());
  std::size_t number = 0;
  for (const Taxonomy::SourceText& text : taxonomy.source_texts())
    database.set_metadata(fmt::format("{}{:03}", metadata::kTaxonomyPrefix, number++),
                          text.path + '\n' + text.content);
}

std::vector<Taxonomy::SourceText> stored_taxonomy(const Xapian::Database& database) {
  const std::string prefix(metadata::kTaxonomyPrefix);
  std::vector<Taxonomy::SourceText> texts;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const std::string value = database.get_metadata(*key);
    const auto line_end = std::min(value.find('\n'), value.size() - 1);
    texts.push_back({value.substr(0, line_end), value.substr(line_end + 1)});
  }
  return texts;
}

Xapian::Database open_generation(const fs::path& dir) {
  return Xapian::Database(dir.string(), Xapian::DB_BACKEND_GLASS);
}

Xapian::WritableDatabase open_generation_for_writing(const fs::path& dir) {
  return Xapian::WritableDatabase(dir.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
}

std::optional<std::string> previous_generation(const IndexLayout& layout) {
  const auto current = layout.current();
  std::optional<std::string> newest;
  for (const fs::directory_entry& entry : fs::directory_iterator(layout.root())) {
    const std::string name = entry.path().filename().string();
    const bool older = current && name.starts_with(kGenerationPrefix) && name < *current;
    if (older && (!newest || name > *newest)) newest = name;
  }
  return newest;
}

void remove_stale_generations(const IndexLayout& layout) {
  const auto current = layout.current();
  std::vector<std::string> older;
  std::vector<fs::path> stale;
  for (const fs::directory_entry& entry : fs::directory_iterator(layout.root())) {
    const std::string name = entry.path().filename().string();
    if (name == kBuildDir) stale.push_back(entry.path());
    if (!name.starts_with(kGenerationPrefix) || name == current) continue;
    if (current && name < *current) {
      older.push_back(name);
    } else {
      stale.push_back(entry.path());  // built, but never switched to
    }
  }
  std::ranges::sort(older);
  if (!older.empty()) older.pop_back();
  for (const std::string& name : older) stale.push_back(layout.generation_dir(name));
  for (const fs::path& path : stale) fs::remove_all(path);
}

fs::path fresh_build_dir(const IndexLayout& layout) {
  const fs::path dir = layout.root() / kBuildDir;
  fs::remove_all(dir);
  fs::create_directory(dir);
  return dir;
}

void sync_files(const fs::path& dir) {
  for (const fs::directory_entry& entry : fs::directory_iterator(dir))
    if (entry.is_regular_file()) sync_file(entry.path());
  sync_directory(dir);
}

}  // namespace mahdar
