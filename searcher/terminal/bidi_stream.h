#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace mahdar {

/// Passes lines on in visual order, right to left, for terminals that do no bidi of their own.
class VisualOrderStream : public std::ostream {
 public:
  explicit VisualOrderStream(std::ostream& target);
  ~VisualOrderStream() override;

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(std::ostream& target) : out_(target) {}
    void finish();

   protected:
    int_type overflow(int_type c) override;
    int sync() override;

   private:
    std::ostream& out_;
    std::string line_;
  };

  Buffer buffer_;
};

}  // namespace mahdar
