#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// XXH3-128, as 16 bytes in canonical order.
std::string hash_bytes(std::string_view bytes);

/// The same as 32 hexadecimal digits.
std::string hash_hex(std::string_view bytes);

/// hash_hex of bytes that come piece by piece. Not thread-safe.
class RunningHash {
 public:
  RunningHash();
  ~RunningHash();
  RunningHash(RunningHash&&) noexcept;
  RunningHash& operator=(RunningHash&&) noexcept;

  void add(std::string_view bytes);
  /// Of all so far; more may follow.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Hash of all the reader gave of an article that reaches the index; path and line do not count.
std::string content_hash(const RawArticle& article);

}  // namespace mahdar
