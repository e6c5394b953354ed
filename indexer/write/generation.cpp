#include "indexer/write/generation.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "schema/taxonomy_record.h"

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
  database.set_metadata(std::string(metadata::kTaxonomy), encode_taxonomy(taxonomy.source_texts()));
}

std::vector<Taxonomy::SourceText> stored_taxonomy(const Xapian::Database& database) {
  return decode_taxonomy(database.get_metadata(std::string(metadata::kTaxonomy)));
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

void remove_stale_build(const IndexLayout& layout) {
  fs::remove_all(layout.root() / kBuildDir);
}

fs::path fresh_build_dir(const IndexLayout& layout) {
  const fs::path dir = layout.root() / kBuildDir;
  remove_stale_build(layout);
  fs::create_directory(dir);
  return dir;
}

void sync_files(const fs::path& dir) {
  for (const fs::directory_entry& entry : fs::directory_iterator(dir))
    if (entry.is_regular_file()) sync_file(entry.path());
  sync_directory(dir);
}

}  // namespace mahdar
