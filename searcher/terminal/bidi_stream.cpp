#include "searcher/terminal/bidi_stream.h"

#include "analyzers/text/visual_order.h"

namespace mahdar {

VisualOrderStream::VisualOrderStream(std::ostream& target) : std::ostream(nullptr), buffer_(target) {
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
  out_ << visual_order(line_, true) << '\n';
  line_.clear();
  return out_ ? c : traits_type::eof();
}

int VisualOrderStream::Buffer::sync() {
  out_.flush();
  return out_ ? 0 : -1;
}

void VisualOrderStream::Buffer::finish() {
  if (!line_.empty()) out_ << visual_order(line_, true);
  line_.clear();
  out_.flush();
}

}  // namespace mahdar
