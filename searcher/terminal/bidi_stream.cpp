#include "searcher/terminal/bidi_stream.h"

#include <vector>

#include "analyzers/text/visual_order.h"
#include "searcher/terminal/columns.h"

namespace mahdar {

VisualOrderStream::VisualOrderStream(std::ostream& target, std::size_t columns)
    : std::ostream(nullptr), buffer_(target, columns) {
  rdbuf(&buffer_);
}

VisualOrderStream::~VisualOrderStream() {
  buffer_.finish();
}

VisualOrderStream::Buffer::int_type VisualOrderStream::Buffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  if (byte != '\n') {
    line_ += byte;
    return c;
  }
  pass_on();
  out_ << '\n';
  return out_ ? c : traits_type::eof();
}

int VisualOrderStream::Buffer::sync() {
  out_.flush();
  return out_ ? 0 : -1;
}

void VisualOrderStream::Buffer::finish() {
  if (!line_.empty()) pass_on();
  out_.flush();
}

/// The line so far, without its end.
void VisualOrderStream::Buffer::pass_on() {
  const std::vector<std::string> parts =
      columns_ > 0 ? wrapped(line_, columns_) : std::vector<std::string>{line_};
  for (std::size_t i = 0; i < parts.size(); ++i) out_ << (i > 0 ? "\n" : "") << visual_order(parts[i], true);
  line_.clear();
}

}  // namespace mahdar
