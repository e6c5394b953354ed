#pragma once

#include <cstddef>
#include <ostream>
#include <streambuf>
#include <string>

namespace mahdar {

/// Passes lines on in visual order, right to left, for terminals that do no bidi of their own. `columns`:
/// lines are broken to so many before, since a terminal that breaks a line in visual order puts its end
/// first; 0 where they fit already.
class VisualOrderStream : public std::ostream {
 public:
  explicit VisualOrderStream(std::ostream& target, std::size_t columns = 0);
  ~VisualOrderStream() override;

 private:
  class Buffer : public std::streambuf {
   public:
    Buffer(std::ostream& target, std::size_t columns) : out_(target), columns_(columns) {}
    void finish();

   protected:
    int_type overflow(int_type c) override;
    int sync() override;

   private:
    void pass_on();

    std::ostream& out_;
    std::size_t columns_;
    std::string line_;
  };

  Buffer buffer_;
};

}  // namespace mahdar
