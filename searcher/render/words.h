#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// What pages and text say, in one language, from render/data/words.tsv.
class Words {
 public:
  explicit Words(bool english) : english_(english) {}

  bool english() const { return english_; }

  /// The wording of a key. Throws std::out_of_range for a key the file lacks: a fault of the program.
  std::string_view operator()(std::string_view key) const;
  /// The same, or an empty text where there is none.
  std::string_view find(std::string_view key) const;

  /// A count with its noun, as Arabic grammar asks: key.one, key.two, key.few (3 to 10), key.many (11 to 99),
  /// key.other (100, 101 …), of which '#' is the number.
  std::string count(std::string_view key, std::uint64_t number) const;

  /// "30 تشرين الأول 2017" from "2017-10-30"; shorter dates and others likewise.
  std::string date(std::string_view iso) const;
  /// Both days of a meeting, the month once where it is one.
  std::string days(std::string_view first, std::string_view last) const;

  /// All keys of the file, in its order.
  static std::vector<std::string_view> keys();

 private:
  bool english_;
};

}  // namespace mahdar
