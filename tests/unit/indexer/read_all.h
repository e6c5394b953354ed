#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace mahdar::tests {

struct ReadAll {
  std::vector<RawArticle> articles;
  std::vector<InputError> errors;
};

inline ReadAll read_all(FileKind kind, std::string_view bytes, ReadOrigin origin = {"file", 1}) {
  ReadAll all;
  reader_for(kind).read(bytes, origin, [&](Result<RawArticle> article) {
    if (article) {
      all.articles.push_back(std::move(*article));
    } else {
      all.errors.push_back(std::move(article.error()));
    }
  });
  return all;
}

}  // namespace mahdar::tests
