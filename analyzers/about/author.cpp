#include "analyzers/about/author.h"

#include <cstddef>

namespace mahdar {
namespace {

constexpr std::size_t kLongest = 200;

bool is_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}

}  // namespace

std::string author_of(std::string_view declared) {
  if (declared.find("://") != std::string_view::npos) return {};
  std::string name;
  for (const char c : declared) {
    if (!is_blank(c)) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

}  // namespace mahdar
