#include "searcher/highlight/excerpt.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::string_view kFormattingEnd = "\u202C";
constexpr std::string_view kIsolateEnd = "\u2069";
constexpr std::uint32_t kControlBytes = 3;

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

enum class Control : char { kNone, kEmbedding, kOverride, kPopFormatting, kIsolate, kPopIsolate };

/// What the three bytes at `at` are.
Control control_at(std::string_view text, std::size_t at) {
  if (text[at] != '\xE2' || at + kControlBytes > text.size()) return Control::kNone;
  const char last = text[at + 2];
  if (text[at + 1] == '\x80') {
    if (last == '\xAA' || last == '\xAB') return Control::kEmbedding;
    if (last == '\xAD' || last == '\xAE') return Control::kOverride;
    return last == '\xAC' ? Control::kPopFormatting : Control::kNone;
  }
  if (text[at + 1] != '\x81') return Control::kNone;
  if (last >= '\xA6' && last <= '\xA8') return Control::kIsolate;
  return last == '\xA9' ? Control::kPopIsolate : Control::kNone;
}

class ExcerptMaker {
 public:
  ExcerptMaker(std::string_view text, ByteRange piece, const std::vector<ByteRange>& ranges)
      : text_(text), piece_(piece), ranges_(ranges) {}

  Excerpt make() {
    excerpt_.text.reserve(piece_.end - piece_.begin);
    for (std::uint32_t at = piece_.begin; at < piece_.end;) {
      map_to(at);
      const std::string_view plain = plain_from(at);
      excerpt_.text += plain;
      at += static_cast<std::uint32_t>(plain.size());
      if (plain.empty()) at += take_special(at);
    }
    map_to(piece_.end);
    close_all();
    return std::move(excerpt_);
  }

 private:
  /// What needs nothing but to be copied, up to the next end of a range.
  std::string_view plain_from(std::uint32_t at) const {
    std::uint32_t stop = piece_.end;
    if (next_ < ranges_.size()) stop = std::min(stop, inside_ ? ranges_[next_].end : ranges_[next_].begin);
    const std::string_view rest = text_.substr(at, stop - at);
    return rest.substr(0, rest.find_first_of("\n\t\r\xE2"));
  }

  /// Takes one character that is blank or perhaps a control; gives its bytes.
  std::uint32_t take_special(std::uint32_t at) {
    const Control control = control_at(text_, at);
    if (control != Control::kNone) {
      if (keeps(control)) excerpt_.text += text_.substr(at, kControlBytes);
      return kControlBytes;
    }
    if (text_[at] == '\n') close_all();
    excerpt_.text += is_blank(text_[at]) ? ' ' : text_[at];
    return 1;
  }

  /// Notes where the ranges lie that begin or end at this byte of the text.
  void map_to(std::uint32_t at) {
    const auto here = static_cast<std::uint32_t>(excerpt_.text.size());
    if (inside_ && ranges_[next_].end <= at) {
      excerpt_.ranges.back().end = here;
      inside_ = false;
      ++next_;
    }
    if (!inside_ && next_ < ranges_.size() && ranges_[next_].begin <= at && at < piece_.end) {
      excerpt_.ranges.push_back({here, here});
      inside_ = true;
    }
  }

  void close(Control open) {
    if (open == Control::kEmbedding) excerpt_.text += kFormattingEnd;
    if (open == Control::kIsolate) excerpt_.text += kIsolateEnd;
  }

  void close_all() {
    for (; !open_.empty(); open_.pop_back()) close(open_.back());
  }

  /// Whether the control stays, what it leaves open being closed or remembered.
  bool keeps(Control control) {
    if (control == Control::kPopIsolate) {
      if (std::ranges::find(open_, Control::kIsolate) == open_.end()) return false;
      for (; open_.back() != Control::kIsolate; open_.pop_back()) close(open_.back());
      open_.pop_back();
      return true;
    }
    if (control == Control::kPopFormatting) {
      if (open_.empty() || open_.back() == Control::kIsolate) return false;
      const bool kept = open_.back() == Control::kEmbedding;
      open_.pop_back();
      return kept;
    }
    open_.push_back(control);
    return control != Control::kOverride;
  }

  std::string_view text_;
  ByteRange piece_;
  const std::vector<ByteRange>& ranges_;
  std::size_t next_ = 0;
  bool inside_ = false;
  std::vector<Control> open_;
  Excerpt excerpt_;
};

}  // namespace

Excerpt make_excerpt(std::string_view text, ByteRange piece, const std::vector<ByteRange>& ranges) {
  return ExcerptMaker(text, piece, ranges).make();
}

std::string in_pairs(std::string_view text) {
  return make_excerpt(text, {0, static_cast<std::uint32_t>(text.size())}, {}).text;
}

}  // namespace mahdar
