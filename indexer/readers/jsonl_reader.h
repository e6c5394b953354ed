#pragma once

#include "indexer/readers/reader.h"

namespace mahdar {

/// JSON Lines: an article a line, as an object with `id`, `url`, `title`, `text` or `html`, `date`, `source`,
/// `author`, `language`; other keys are ignored. One bad line never stops the rest. Also takes one whole
/// object or an array of them spread over lines. The bytes may be a piece of a file, cut between lines.
class JsonlReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

}  // namespace mahdar
