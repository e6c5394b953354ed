#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/conflation.h"
#include "analyzers/text/token.h"
#include "analyzers/text/word_marks.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Text in, tokens out: tokenizer → cleaner → folder → stop filter → protected names → stemmer → aliases.
/// The same analyzer reads articles and queries. Immutable; safe to share between threads.
class Analyzer {
 public:
  /// The taxonomy's names are protected from the stemmer, also behind clitics, and single-word spellings of
  /// one name get one stem (أستانا, أستانة, آستانة). The taxonomy is not kept.
  explicit Analyzer(const Taxonomy& taxonomy);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Any bytes are accepted: what is not UTF-8 separates words. The text must outlive the result.
  TokenStream analyze(std::string_view utf8) const;

  /// The same with Token::marks set from `marks`.
  TokenStream analyze(std::string_view utf8, const WordMarks& marks) const;

  /// One word's forms, without a stream: for queries, suggestions and tests. Of several words, clean and fold
  /// keep what separates them, stem puts blanks.
  std::string clean(std::string_view word) const;
  std::string fold(std::string_view word) const;
  std::string stem(std::string_view word) const;

  /// Whether the word lists or the taxonomy know an Arabic word, also behind clitics or with endings.
  bool knows(std::string_view word) const;

  /// By which steps a word of a query and a word of a text, both as written, are the same (none where they
  /// are written alike); nullopt where their stems differ. Of several words, the first. For explanations:
  /// slower than analyze().
  std::optional<std::vector<ConflationStep>> conflate(std::string_view query, std::string_view text) const;

  /// Changes whenever the same text could give other tokens: code version, word lists, names of the taxonomy.
  const std::string& fingerprint() const;

 private:
  struct Tables;
  TokenStream tokens_of(std::string_view utf8, const WordMarks* marks) const;

  std::unique_ptr<const Tables> tables_;
};

}  // namespace mahdar
