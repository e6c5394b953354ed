#pragma once

#include <string_view>

#include "analyzers/text/token.h"

namespace mahdar {

/// The original text between two tokens of one stream, `before` standing somewhere before `after`.
inline std::string_view text_between(const Token& before, const Token& after) {
  const char* begin = before.surface.data() + before.surface.size();
  const char* end = after.surface.data();
  return begin < end ? std::string_view(begin, static_cast<std::size_t>(end - begin)) : std::string_view();
}

}  // namespace mahdar
