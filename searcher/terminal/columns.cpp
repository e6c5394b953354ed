#include "searcher/terminal/columns.h"

#include <algorithm>
#include <sstream>

#include "analyzers/text/grapheme.h"
#include "analyzers/text/visual_order.h"

namespace mahdar {
namespace {

constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kEndOfIsolate = "\u2069";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::string_view kGap = "  ";
constexpr std::string_view kGapWithMark = " \u200F ";

/// Bytes of the colour sequence at the beginning of `text`; 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Puts pieces, which are words, blanks or single characters, into lines.
class LineBreaker {
 public:
  LineBreaker(std::size_t columns, std::string_view indent) : columns_(columns), indent_(indent) {}

  void add(std::string_view piece) {
    const std::size_t width = line_width(piece);
    if (piece == " " && width_ >= columns_) return;
    if (width_ + width > columns_ && width_ > 0) break_line();
    if (piece == " " && width_ == indent_.size() && !lines_.empty()) return;
    line_ += piece;
    width_ += width;
    follow(piece);
  }

  std::vector<std::string> finish() {
    lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

  std::size_t columns() const { return columns_ - std::min(columns_ - 1, indent_.size()); }

 private:
  void follow(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
      const std::string_view rest = piece.substr(at);
      const std::size_t length = sequence_length(rest);
      if (length > 0) colour_ = rest.substr(0, length) == kPlain ? "" : rest.substr(0, length);
      if (rest.starts_with(kIsolate)) isolated_ = true;
      if (rest.starts_with(kEndOfIsolate)) isolated_ = false;
      at += std::max<std::size_t>(length, 1);
    }
  }

  void break_line() {
    while (line_.ends_with(' ')) line_.pop_back();
    if (isolated_) line_ += kEndOfIsolate;
    if (!colour_.empty()) line_ += kPlain;
    lines_.push_back(std::move(line_));
    line_ = indent_;
    line_ += colour_;
    if (isolated_) line_ += kIsolate;
    width_ = indent_.size();
  }

  std::size_t columns_;
  std::string indent_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t width_ = 0;
  std::string colour_;
  bool isolated_ = false;
};

std::string padding(std::string_view line, std::size_t columns) {
  return std::string(columns - std::min(columns, line_width(line)), ' ');
}

}  // namespace

std::size_t line_width(std::string_view line) {
  std::size_t width = 0;
  while (!line.empty()) {
    if (const std::size_t length = sequence_length(line); length > 0) {
      line.remove_prefix(length);
      continue;
    }
    const std::size_t end = std::min(line.find('\x1b', 1), line.size());
    width += display_width(line.substr(0, end));
    line.remove_prefix(end);
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  columns = std::max<std::size_t>(columns, 1);
  const std::size_t indent = std::min({text.find_first_not_of(' '), text.size(), columns / 2});
  LineBreaker lines(columns, text.substr(0, indent));
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view piece = text.substr(0, blank == 0 ? 1 : blank);
    text.remove_prefix(piece.size());
    if (line_width(piece) <= lines.columns()) {
      lines.add(piece);
      continue;
    }
    std::size_t begin = 0;
    for (const std::size_t end : grapheme_ends(piece)) {
      const std::size_t length = sequence_length(piece.substr(begin));
      if (end < begin + std::max<std::size_t>(length, 1)) continue;
      lines.add(piece.substr(begin, end - begin));
      begin = end;
    }
  }
  return lines.finish();
}

std::vector<std::string> wrapped_lines(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    for (std::string& part : wrapped(line, columns)) lines.push_back(std::move(part));
  return lines;
}

std::vector<std::string> beside(const std::vector<std::string>& left, std::size_t left_columns,
                                const std::vector<std::string>& right, std::size_t right_columns,
                                bool for_visual_order) {
  std::vector<std::string> lines(std::max(left.size(), right.size()));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line_of = [&](const std::vector<std::string>& block) {
      if (i >= block.size()) return std::string();
      return for_visual_order ? shaped(block[i]) : block[i];  // padded as it will look
    };
    const std::string first = line_of(left);
    const std::string second = line_of(right);
    lines[i]
        .append(first)
        .append(padding(first, left_columns))
        .append(for_visual_order ? kGapWithMark : kGap);
    lines[i].append(second).append(padding(second, right_columns));
  }
  return lines;
}

}  // namespace mahdar
