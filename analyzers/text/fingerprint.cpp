#include "analyzers/text/fingerprint.h"

#include <fmt/format.h>

#include "analyzers/text/token.h"
#include "schema/embedded.h"

namespace mahdar {
namespace {

// Raise when a change of code changes tokens.
constexpr int kCodeVersion = 5;

}  // namespace

std::string analyzer_fingerprint(const Taxonomy& taxonomy) {
  std::uint64_t lists = 0;
  for (const embedded::File& file : embedded::mahdar_analyzers()) {
    lists = lists * 31 + hash_word(file.name) + hash_word(file.content);
  }
  std::uint64_t names = 0;
  for (const Entity& entity : taxonomy.entities()) {
    names = names * 31 + hash_word(entity.id) + static_cast<std::uint64_t>(entity.kind);
    names = names * 31 + hash_word(entity.label_ar);
    for (const std::string& name : entity.names) names = names * 31 + hash_word(name);
  }
  return fmt::format("{}-{:016x}-{:016x}", kCodeVersion, lists, names);
}

}  // namespace mahdar
