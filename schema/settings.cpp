#include "schema/settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace mahdar {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kKeys{"name", "db", "sources", "taxonomy", "corrections"};

std::optional<fs::path> in_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return fs::path(value);
}

/// Reads one [[archive]]; throws InputError.
class ArchiveReader {
 public:
  ArchiveReader(const toml::table& table, const fs::path& file) : table_(table), file_(file) {}

  ArchiveSettings read() const {
    for (const auto& [key, value] : table_)
      if (std::ranges::find(kKeys, std::string_view(key.str())) == kKeys.end())
        fail(value, fmt::format("an archive has no setting \"{}\"", key.str()),
             fmt::format("the settings are {}", fmt::join(kKeys, ", ")));
    ArchiveSettings archive;
    archive.name = string("name");
    archive.db = path("db");
    archive.taxonomy = path("taxonomy");
    archive.corrections = path("corrections");
    if (archive.name.empty()) fail(table_, "an archive has no name", "name = \"…\"");
    if (archive.db.empty())
      fail(table_, fmt::format("the archive \"{}\" has no db", archive.name), "db = \"FOLDER\"");
    read_sources(archive);
    return archive;
  }

 private:
  [[noreturn]] void fail(const toml::node& at, std::string what, std::string remedy) const {
    throw InputError{file_.string(), at.source().begin.line, std::move(what), std::move(remedy)};
  }

  std::string string(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) fail(*node, fmt::format("\"{}\" is not a string", key), "put it in quotes");
    return *value;
  }

  void read_sources(ArchiveSettings& archive) const {
    const toml::node* node = table_.get("sources");
    if (node == nullptr) return;
    if (node->as_array() == nullptr) fail(*node, "\"sources\" is not a list", "sources = [\"FOLDER\"]");
    for (const toml::node& source : *node->as_array()) {
      const auto value = source.value_exact<std::string>();
      if (!value || value->empty()) fail(source, "a source is not a path", "sources = [\"FOLDER\"]");
      archive.sources.push_back(absolute(*value, source));
    }
  }

  std::string path(std::string_view key) const {
    const std::string written = string(key);
    return written.empty() ? written : absolute(written, *table_.get(key));
  }

  std::string absolute(const std::string& path, const toml::node& at) const {
    if (path == "~" || path.starts_with("~/")) {
      const auto home = in_environment("HOME");
      if (!home) fail(at, fmt::format("\"{}\" needs HOME, which is not set", path), "write the whole path");
      return (*home / path.substr(std::min<std::size_t>(2, path.size()))).lexically_normal().string();
    }
    return (file_.parent_path() / path).lexically_normal().string();
  }

  const toml::table& table_;
  const fs::path& file_;
};

Settings read_table(const toml::table& table, const fs::path& file) {
  Settings settings;
  for (const auto& [key, value] : table)
    if (key.str() != "archive" || !value.is_array_of_tables())
      throw InputError{file.string(), value.source().begin.line,
                       fmt::format("unknown setting \"{}\"", key.str()), "name archives by [[archive]]"};
  const toml::array* archives = table.get_as<toml::array>("archive");
  if (archives == nullptr) return settings;
  for (const toml::node& node : *archives) {
    ArchiveSettings archive = ArchiveReader(*node.as_table(), file).read();
    if (settings.find(archive.name) != nullptr)
      throw InputError{file.string(), node.source().begin.line,
                       fmt::format("there are two archives \"{}\"", archive.name), "give one another name"};
    settings.archives.push_back(std::move(archive));
  }
  return settings;
}

}  // namespace

std::optional<fs::path> Settings::file() {
  if (auto named = in_environment("MAHDAR_CONFIG")) return named;
  std::optional<fs::path> own = in_environment("XDG_CONFIG_HOME");
  if (!own)
    if (const auto home = in_environment("HOME")) own = *home / ".config";
  std::error_code error;
  if (own && fs::exists(*own / "mahdar" / "mahdar.toml", error)) return *own / "mahdar" / "mahdar.toml";
  const fs::path system = "/etc/mahdar/mahdar.toml";
  if (fs::exists(system, error)) return system;
  return std::nullopt;
}

Result<Settings> Settings::read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in)
    return Unexpected(
        {file.string(), 0, "the settings cannot be read", "check that the file exists and its permissions"});
  try {
    return read_table(toml::parse(text), file);
  } catch (const InputError& error) {
    return Unexpected(error);
  } catch (const toml::parse_error& error) {
    return Unexpected(
        {file.string(), error.source().begin.line, std::string(error.description()), "correct the line"});
  }
}

Result<Settings> Settings::load() {
  const auto path = file();
  return path ? read(*path) : Settings{};
}

const ArchiveSettings* Settings::find(std::string_view name) const {
  const auto found = std::ranges::find(archives, name, &ArchiveSettings::name);
  return found == archives.end() ? nullptr : &*found;
}

}  // namespace mahdar
