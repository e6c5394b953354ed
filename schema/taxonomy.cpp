#include "schema/taxonomy.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "schema/embedded.h"
#include "schema/taxonomy_reader.h"

namespace mahdar {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kDayLength = 10;  // "YYYY-MM-DD"

/// `date` made a whole day by the end of `filler`: the smallest or largest day it can mean, comparable as
/// text.
/// Whether a day is not after another, each perhaps shorter than "YYYY-MM-DD": then the first day of its
/// month or year, and the last.
bool not_after(std::string_view first, std::string_view last) {
  constexpr std::string_view kFirst = "0000-00-00", kLast = "9999-99-99";
  for (std::size_t i = 0; i < kDayLength; ++i) {
    const char a = i < first.size() ? first[i] : kFirst[i];
    const char b = i < last.size() ? last[i] : kLast[i];
    if (a != b) return static_cast<unsigned char>(a) < static_cast<unsigned char>(b);
  }
  return true;
}

bool in_office(const Delegation& delegation, std::string_view date) {
  return not_after(delegation.from, date) && (delegation.to.empty() || not_after(date, delegation.to));
}

Result<Taxonomy::SourceText> read_text(const fs::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string content(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad())
    return Unexpected(
        {path.string(), 0, "cannot be read: " + std::generic_category().message(errno ? errno : EIO), ""});
  return Taxonomy::SourceText{path.string(), std::move(content)};
}

/// The *.toml of a directory by name, or the file itself.
Result<std::vector<fs::path>> taxonomy_files(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  std::vector<fs::path> files;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".toml") files.push_back(it->path());
  if (error) return Unexpected({path.string(), 0, "cannot be listed: " + error.message(), ""});
  if (files.empty())
    return Unexpected({path.string(), 0, "holds no *.toml file", "name a taxonomy file or a folder of them"});
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

const Taxonomy& Taxonomy::bundled() {
  static const Taxonomy taxonomy = [] {
    std::vector<SourceText> texts;
    for (const embedded::File& file : embedded::mahdar_schema())
      if (file.name.ends_with(".toml")) texts.push_back({std::string(file.name), std::string(file.content)});
    Result<Taxonomy> read = parse(texts);
    if (!read) throw std::logic_error("the bundled taxonomy is faulty: " + read.error().to_string());
    return std::move(*read);
  }();
  return taxonomy;
}

Result<Taxonomy> Taxonomy::parse(std::span<const SourceText> texts) {
  return TaxonomyReader::read(texts);
}

Result<Taxonomy> Taxonomy::load(const std::string& path) {
  const Result<std::vector<fs::path>> files = taxonomy_files(path);
  if (!files) return Unexpected(files.error());
  std::vector<SourceText> texts;
  for (const fs::path& file : *files) {
    Result<SourceText> text = read_text(file);
    if (!text) return Unexpected(text.error());
    texts.push_back(std::move(*text));
  }
  return parse(texts);
}

const Round* Taxonomy::round(int number) const {
  const auto it = std::lower_bound(rounds_.begin(), rounds_.end(), number,
                                   [](const Round& round, int wanted) { return round.number < wanted; });
  return it != rounds_.end() && it->number == number ? &*it : nullptr;
}

const Entity* Taxonomy::entity(std::string_view id) const {
  const auto it = entity_by_id_.find(id);
  return it == entity_by_id_.end() ? nullptr : &entities_[it->second];
}

const Entity* Taxonomy::country(std::string_view iso) const {
  const auto it = country_by_iso_.find(iso);
  return it == country_by_iso_.end() ? nullptr : &entities_[it->second];
}

const Topic* Taxonomy::topic(std::string_view id) const {
  const auto it = topic_by_id_.find(id);
  return it == topic_by_id_.end() ? nullptr : &topics_[it->second];
}

const Framing* Taxonomy::framing(std::string_view id) const {
  const auto it = std::find_if(framings_.begin(), framings_.end(),
                               [&](const Framing& framing) { return framing.id == id; });
  return it == framings_.end() ? nullptr : &*it;
}

std::vector<const Entity*> Taxonomy::guarantors() const {
  std::vector<const Entity*> found;
  for (const Entity& entity : entities_)
    if (entity.guarantor) found.push_back(&entity);
  return found;
}

std::string Taxonomy::delegation_on(const Entity& person, std::string_view date) {
  for (const Delegation& delegation : person.delegations)
    if (in_office(delegation, date)) return delegation.of;
  return {};
}

}  // namespace mahdar
