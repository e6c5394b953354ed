#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analyzers/text/analyzer.h"
#include "analyzers/text/token.h"
#include "schema/article.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// How the text names the entity.
enum class FormKind : std::uint8_t {
  kName,      ///< a spelling of its name
  kForm,      ///< an adjective, a capital, an office
  kDateline,  ///< a source's spelling that counts only in a dateline or signature
};

struct EntityMatch {
  const Entity* entity = nullptr;  ///< belongs to the taxonomy
  FormKind form = FormKind::kName;
  std::uint32_t first_token = 0;  ///< index in the token stream
  std::uint32_t token_count = 0;
  ByteRange range;
};

/// Finds the taxonomy's entities in a text: longest match on folded words, also behind clitics; Latin names
/// too, also in transliterations that the taxonomy does not list (LatinNames). Phrases in Entity::not_in and
/// agency names hide the names inside them. Immutable; thread-safe. The taxonomy must outlive it.
class Gazetteer {
 public:
  Gazetteer(const Taxonomy& taxonomy, const Analyzer& analyzer);
  ~Gazetteer();

  /// Ascending by first token, not overlapping, except that one stretch may stand for several entities
  /// (Russia the state and Moscow the place): these follow each other with the same range.
  std::vector<EntityMatch> find(const TokenStream& tokens) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const;

 private:
  struct Automaton;
  std::unique_ptr<const Automaton> automaton_;
};

}  // namespace mahdar
