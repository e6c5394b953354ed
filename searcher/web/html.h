#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mahdar {

/// Writes HTML. There is no way to put markup in but by naming elements and attributes in the program: every
/// text and every value is escaped, and elements close in the order they were opened.
class Html {
 public:
  /// Names are literals of the program; an attribute with an empty value is left out, except alt and value.
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Html& open(std::string_view tag, Attributes attributes = {});
  /// Closes the element opened last.
  Html& close();
  Html& text(std::string_view text);
  /// An element with nothing but a text, on one line and with its direction controls in pairs.
  Html& leaf(std::string_view tag, Attributes attributes, std::string_view text);
  /// An element that has no end tag, as <input>.
  Html& single(std::string_view tag, Attributes attributes);

  /// The document, with all that is open closed.
  std::string take();

 private:
  void begin(std::string_view tag, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace mahdar
