#include "indexer/commands/knowledge.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "indexer/command_error.h"

namespace mahdar {
namespace {

Taxonomy checked(Result<Taxonomy> taxonomy) {
  if (!taxonomy)
    throw CommandError(ExitCode::kUsage, "the taxonomy cannot be used: " + taxonomy.error().to_string());
  return std::move(*taxonomy);
}

/// A line for each of the first faults.
std::string listed(const std::vector<InputError>& faults) {
  constexpr std::size_t kMost = 20;
  std::string text = faults.front().to_string();
  for (std::size_t i = 1; i < std::min(faults.size(), kMost); ++i) text += "\n" + faults[i].to_string();
  if (faults.size() > kMost) text += "\nand " + std::to_string(faults.size() - kMost) + " more";
  return text;
}

/// Whether the texts are those of a bundled taxonomy, of this version of the program or another.
bool is_bundled(const std::vector<Taxonomy::SourceText>& texts) {
  return std::ranges::all_of(texts, [](const Taxonomy::SourceText& text) {
    return std::ranges::any_of(Taxonomy::bundled().source_texts(),
                               [&](const Taxonomy::SourceText& own) { return own.path == text.path; });
  });
}

}  // namespace

Knowledge::Knowledge() : taxonomy_(&Taxonomy::bundled()), analyzer_(std::make_unique<Analyzer>(*taxonomy_)) {}

Knowledge::Knowledge(Taxonomy taxonomy)
    : own_(std::make_unique<Taxonomy>(std::move(taxonomy))),
      taxonomy_(own_.get()),
      analyzer_(std::make_unique<Analyzer>(*taxonomy_)) {}

Knowledge load_knowledge(const std::string& taxonomy_path, const std::vector<Taxonomy::SourceText>& stored) {
  if (!taxonomy_path.empty()) return Knowledge(checked(Taxonomy::load(taxonomy_path)));
  if (!is_bundled(stored)) return Knowledge(checked(Taxonomy::parse(stored)));
  return {};
}

Corrections load_corrections(const std::string& path, const std::string& stored, const Taxonomy& taxonomy) {
  std::string text = stored;
  if (!path.empty()) {
    std::error_code error;
    if (!std::filesystem::exists(path, error) && !error)
      throw CommandError(ExitCode::kUsage,
                         "the corrections file " + path + " does not exist: check the path");
    std::ifstream file(path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), {});
    if (!file)
      throw CommandError(
          ExitCode::kUsage,
          "the corrections file " + path + " cannot be read: check that it is a file, and its permissions");
  }
  auto corrections = Corrections::read(text, path.empty() ? "corrections" : path, taxonomy);
  if (!corrections)
    throw CommandError(ExitCode::kUsage, "the corrections cannot be used: " + listed(corrections.error()));
  return std::move(*corrections);
}

}  // namespace mahdar
