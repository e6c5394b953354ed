#include "searcher/query/word_run.h"

#include <algorithm>

namespace mahdar {
namespace {

std::string joined(std::span<const QueryNode> words, std::vector<std::size_t>& begins) {
  std::string text;
  for (const QueryNode& word : words) {
    if (!text.empty()) text += ' ';
    begins.push_back(text.size());
    text += word.text;
  }
  return text;
}

}  // namespace

WordRun::WordRun(std::span<const QueryNode> of_words, const QueryContext& context)
    : words(of_words),
      text(joined(of_words, begins)),
      stream(context.analyzer.analyze(text)),
      entities(context.gazetteer.find(stream)) {}

const QueryNode& WordRun::word_of(std::size_t token) const {
  const auto behind = std::ranges::upper_bound(begins, std::size_t{stream[token].begin});
  return words[static_cast<std::size_t>(behind - begins.begin()) - 1];
}

ByteRange WordRun::range(std::size_t first, std::size_t last) const {
  return {word_of(first).range.begin, word_of(last).range.end};
}

}  // namespace mahdar
