#pragma once

#include "indexer/readers/reader.h"

namespace mahdar {

/// Plain text: one article a file, with an optional header block.
class TextReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

}  // namespace mahdar
