#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mahdar {

/// What is left of a folded word when particles written in one with it are taken off the front.
struct Rest {
  std::string_view word;  ///< a suffix of the folded word, two letters or more
  bool article = false;   ///< the article (ال, or لل) was taken off
  bool future = false;    ///< the future's س was taken off
};

/// The possible rests, longest first. At most kMax.
class Rests {
 public:
  static constexpr std::size_t kMax = 8;
  const Rest* begin() const { return rests_.data(); }
  const Rest* end() const { return rests_.data() + size_; }
  std::size_t size() const { return size_; }
  void push_back(Rest rest) {
    if (size_ < kMax) rests_[size_++] = rest;
  }

 private:
  std::array<Rest, kMax> rests_;
  std::size_t size_ = 0;
};

/// Every rest of a folded Arabic word after (و ف)? (ب ل ك س)? (ال)? with لل for ل + ال, the whole word left
/// out. Whether a rest is plausible is for the caller to say, by its own names or by a Lexicon. A pure
/// function.
Rests rests_after_proclitics(std::string_view folded);

}  // namespace mahdar
