#include "indexer/commands/knowledge.h"

#include <algorithm>
#include <utility>

#include "indexer/command_error.h"

namespace mahdar {
namespace {

Taxonomy checked(Result<Taxonomy> taxonomy) {
  if (!taxonomy)
    throw CommandError(ExitCode::kUsage, "the taxonomy cannot be used: " + taxonomy.error().to_string());
  return std::move(*taxonomy);
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

}  // namespace mahdar
