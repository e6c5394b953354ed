#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/searcher.h"
#include "searcher/render/words.h"
#include "searcher/web/html.h"

namespace mahdar {

/// An article's text with two kinds of marks that may overlap: words of the search, and evidence for what is
/// said of the article.
class MarkedText {
 public:
  /// `view` and `words` must outlive this.
  MarkedText(const ArticleView& view, const Words& words);

  /// Writes a stretch of the text. Words of the search get the ids match-1, match-2 … in the order written.
  void write(Html& html, ByteRange stretch);

  /// The words of the search there are.
  std::size_t matches() const { return matches_.size(); }

  /// What the kinds of evidence look like; nothing where there is none.
  void write_legend(Html& html) const;

 private:
  struct Span {
    ByteRange range;
    std::string_view kind;  ///< "round", "guarantor", …
    std::string_view rule;
  };

  void add(const std::vector<Evidence>& evidence, std::string_view kind);
  void write_piece(Html& html, ByteRange piece);
  const Span* evidence_at(std::uint32_t begin) const;

  const ArticleView& view_;
  const Words& words_;
  std::vector<ByteRange> matches_;
  std::vector<Span> evidence_;
  std::vector<std::uint32_t> edges_;  ///< where any mark begins or ends, ascending
  std::size_t written_ = 0;
};

}  // namespace mahdar
