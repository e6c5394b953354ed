#include "analyzers/text/analyzer.h"

#include <cstring>
#include <string>

#include "analyzers/text/aliases.h"
#include "analyzers/text/cleaner.h"
#include "analyzers/text/fingerprint.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/lexicon.h"
#include "analyzers/text/stemmer.h"
#include "analyzers/text/tokenizer.h"
#include "analyzers/text/word_forms.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

struct Analyzer::Tables {
  WordTable words;
  Stemmer stemmer{words};
  std::string fingerprint;
  std::uint64_t number = WordFormCache::next_owner();
};

Analyzer::Analyzer(const Taxonomy& taxonomy) {
  auto tables = std::make_unique<Tables>();
  add_word_lists(tables->words);
  add_names(taxonomy, tables->words);
  tables->fingerprint = analyzer_fingerprint(taxonomy);
  tables_ = std::move(tables);
}

Analyzer::~Analyzer() = default;

TokenStream Analyzer::analyze(std::string_view utf8) const {
  TokenStream stream;
  stream.tokens_.reserve(utf8.size() / 10 + 1);
  WordFormCache& cache = WordFormCache::of_this_thread(tables_->number);
  const WordFormMaker maker(tables_->words, tables_->stemmer);
  Tokenizer tokenizer(utf8);
  for (RawWord raw; tokenizer.next(raw);) {
    const std::string_view core = utf8.substr(raw.core, raw.end - raw.core);
    const auto [forms, bytes] = cache.get(core, raw.kind, maker);
    Token& token = stream.tokens_.emplace_back();
    const char* made = nullptr;
    if (!bytes.empty()) {
      char* copy = static_cast<char*>(stream.memory_->allocate(bytes.size(), 1));
      std::memcpy(copy, bytes.data(), bytes.size());
      made = copy;
    }
    token.surface = utf8.substr(raw.begin, raw.end - raw.begin);
    token.exact = forms.view(forms.exact, core, made);
    token.folded = forms.view(forms.folded, core, made);
    token.stem = forms.view(forms.stem, core, made);
    token.hash = forms.folded_hash;
    token.begin = raw.begin;
    token.end = raw.end;
    token.position = static_cast<std::uint32_t>(stream.tokens_.size());
    token.kind = raw.kind;
    token.gap = raw.gap;
    token.stop = forms.stop;
  }
  return stream;
}

std::string Analyzer::clean(std::string_view word) const {
  return mahdar::clean(word);
}

std::string Analyzer::fold(std::string_view word) const {
  return mahdar::fold(word);
}

std::string Analyzer::stem(std::string_view word) const {
  const TokenStream stream = analyze(word);
  std::string stems;
  for (const Token& token : stream.tokens()) {
    if (!stems.empty()) stems += ' ';
    stems += token.stem;
  }
  return stems;
}

const std::string& Analyzer::fingerprint() const {
  return tables_->fingerprint;
}

}  // namespace mahdar
