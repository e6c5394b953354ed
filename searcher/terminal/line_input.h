#pragma once

#include <functional>
#include <optional>
#include <string>

namespace mahdar {

/// Lines from the terminal with editing and history (GNU Readline). One object at a time.
class LineInput {
 public:
  /// History is kept in this file; empty: in memory only.
  explicit LineInput(std::string history_file);
  ~LineInput();
  LineInput(const LineInput&) = delete;
  LineInput& operator=(const LineInput&) = delete;

  /// The next line without its end; none at the end of input. Where the terminal changes its size meanwhile,
  /// `resized` is called on an empty line, and what was typed so far stands behind a new prompt.
  std::optional<std::string> read(const std::string& prompt, const std::function<void()>& resized);

 private:
  std::string history_file_;
};

}  // namespace mahdar
