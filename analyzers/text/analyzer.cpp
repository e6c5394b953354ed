#include "analyzers/text/analyzer.h"

#include <array>
#include <cstring>
#include <span>
#include <string>

#include "analyzers/text/aliases.h"
#include "analyzers/text/char_table.h"
#include "analyzers/text/cleaner.h"
#include "analyzers/text/fingerprint.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/lexicon.h"
#include "analyzers/text/stemmer.h"
#include "analyzers/text/tokenizer.h"
#include "analyzers/text/utf8.h"
#include "analyzers/text/word_forms.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

struct Analyzer::Tables {
  WordTable words;
  Stemmer stemmer{words};
  std::string fingerprint;
  std::uint64_t number = WordFormCache::next_owner();
};

namespace {

void append_token(std::vector<Token>& tokens, std::pmr::memory_resource& memory, std::string_view text,
                  const RawWord& raw, std::string_view core, const WordForms& forms, std::string_view made) {
  char* copy = nullptr;
  if (!made.empty()) {
    copy = static_cast<char*>(memory.allocate(made.size(), 1));
    std::memcpy(copy, made.data(), made.size());
  }
  Token& token = tokens.emplace_back();
  token.surface = text.substr(raw.begin, raw.end - raw.begin);
  token.exact = forms.view(forms.exact, core, copy);
  token.folded = forms.view(forms.folded, core, copy);
  token.stem = forms.view(forms.stem, core, copy);
  token.hash = forms.folded_hash;
  token.stem_hash = forms.stem_hash;
  token.marks = forms.marks;
  token.begin = raw.begin;
  token.end = raw.end;
  token.position = static_cast<std::uint32_t>(tokens.size());
  token.kind = raw.kind;
  token.gap = raw.gap;
  token.stop = forms.stop;
}

// Where a number or a Latin word begins behind the clitics that lean on it.
std::size_t core_of(const Token& token) {
  const CharTable& table = CharTable::instance();
  std::size_t core = 0;
  while (core < token.surface.size()) {
    const auto [c, length] = utf8::decode(token.surface, core);
    const CharClass k = table.char_class(c);
    if (k == CharClass::kDigit || (is_letter(k) && k != CharClass::kArabic)) break;
    core += length;
  }
  return core;
}

}  // namespace

Analyzer::Analyzer(const Taxonomy& taxonomy) {
  auto tables = std::make_unique<Tables>();
  add_aliases(taxonomy, tables->words);
  add_word_lists(tables->words);
  add_people(taxonomy, tables->words);
  tables->fingerprint = analyzer_fingerprint(taxonomy);
  tables_ = std::move(tables);
}

Analyzer::~Analyzer() = default;

TokenStream Analyzer::analyze(std::string_view utf8) const {
  return tokens_of(utf8, nullptr);
}

TokenStream Analyzer::analyze(std::string_view utf8, const WordMarks& marks) const {
  return tokens_of(utf8, &marks);
}

TokenStream Analyzer::tokens_of(std::string_view utf8, const WordMarks* marks) const {
  TokenStream stream;
  stream.tokens_.reserve(utf8.size() / 10 + 1);
  WordFormCache& cache = WordFormCache::of_this_thread();
  const WordFormMaker maker(tables_->words, tables_->stemmer, marks);
  const std::uint64_t owner = tables_->number ^ (marks != nullptr ? marks->number() << 16 : 0);
  Tokenizer tokenizer(utf8);
  // In batches, so that the cache's memory arrives while the tokenizer still runs.
  struct Pending {
    RawWord raw;
    std::string_view core;
    std::uint64_t key = 0;
  };
  std::array<Pending, 16> batch;
  for (std::size_t count = batch.size(); count == batch.size();) {
    for (count = 0; count < batch.size() && tokenizer.next(batch[count].raw); ++count) {
      Pending& word = batch[count];
      word.core = utf8.substr(word.raw.core, word.raw.end - word.raw.core);
      word.key = cache.key_of(word.core, owner);
    }
    for (const Pending& word : std::span(batch).first(count)) {
      const auto [forms, made] = cache.get(word.key, word.core, word.raw.kind, maker);
      append_token(stream.tokens_, *stream.memory_, utf8, word.raw, word.core, forms, made);
    }
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

bool Analyzer::knows(std::string_view word) const {
  return tables_->stemmer.knows(mahdar::fold(word));
}

std::optional<std::vector<ConflationStep>> Analyzer::conflate(std::string_view query,
                                                              std::string_view text) const {
  const TokenStream query_tokens = analyze(query);
  const TokenStream text_tokens = analyze(text);
  if (query_tokens.size() == 0 || text_tokens.size() == 0) return std::nullopt;
  if (query_tokens[0].stem != text_tokens[0].stem) return std::nullopt;
  const auto traced = [&](const Token& token) {
    TracedWord word{token.surface, {}, {}};
    word.trace.base = word.trace.stem = token.folded;
    if (token.kind == TokenKind::kArabic) {
      if (!token.stop) word.trace = tables_->stemmer.trace(token.folded);
      return word;
    }
    const std::size_t core = core_of(token);
    word.leaning = token.surface.substr(0, core);
    word.surface = token.surface.substr(core);
    if (token.stem != token.folded) word.trace.source = StemSource::kName;
    return word;
  };
  return conflation_steps(traced(query_tokens[0]), traced(text_tokens[0]));
}

const std::string& Analyzer::fingerprint() const {
  return tables_->fingerprint;
}

}  // namespace mahdar
