#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// The terms of all folded words of one state of an index, for looking through them again and again: an
/// eighth of a millisecond for 100,000 words. Read on first use; any thread may use it, with a database of
/// its own.
class FoldedWords {
 public:
  /// Terms of words whose letters may be the given one's after so many edits, in the order of the index; most
  /// are not. `term` is that of a folded word. Throws Xapian::Error.
  std::vector<std::string> maybe_near(std::string_view term, unsigned edits,
                                      const Xapian::Database& database) const;

 private:
  /// Words more than this are left out: more than 100,000 articles hold.
  static constexpr std::size_t kMost = 1'000'000;

  void read(const Xapian::Database& database) const;
  void read(const Xapian::Database& database, std::string_view first, std::string_view behind) const;

  mutable std::mutex reading_;
  mutable std::string terms_;  ///< one behind the other
  mutable std::vector<std::uint32_t> ends_;
  mutable std::vector<std::uint64_t> letters_;  ///< by word: one bit a letter; all bits: not a byte a letter
  mutable bool is_read_ = false;
};

}  // namespace mahdar
