#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// The trails of all articles (schema/word_trail.h) in memory, by document number, of one revision;
/// immutable. A phrase of common words looks at many.
class TrailColumn {
 public:
  /// Larger ones are left in the index.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20;

  /// Throws Xapian::Error.
  explicit TrailColumn(const Xapian::Database& database);

  /// False where the trails are too many: then none is here.
  bool is_whole() const { return whole_; }
  /// Empty where the article has none.
  std::string_view trail(Xapian::docid id) const {
    return id + std::size_t{1} < begins_.size()
               ? std::string_view(bytes_).substr(begins_[id], begins_[id + std::size_t{1}] - begins_[id])
               : std::string_view();
  }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> begins_;  ///< by document number; one more at the end
  bool whole_ = true;
};

}  // namespace mahdar
