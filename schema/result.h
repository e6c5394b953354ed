#pragma once

#include <string>

#include <tl/expected.hpp>

namespace mahdar {

/// What is wrong with an input, where, and what the user can do about it.
struct InputError {
  std::string path;      ///< file, or "-" for standard input; may be empty
  std::size_t line = 0;  ///< 1-based; 0 where lines mean nothing
  std::string message;   ///< what is wrong
  std::string remedy;    ///< what to do; may be empty

  /// "path:line: message (remedy)", leaving out what is not known.
  std::string to_string() const;
};

/// Bad input is a value, not an exception: exceptions are for the environment.
template <typename T>
using Result = tl::expected<T, InputError>;

using Unexpected = tl::unexpected<InputError>;

}  // namespace mahdar
