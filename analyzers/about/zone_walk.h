#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/zoned_text.h"

namespace mahdar {

/// ZonedText::zone_at() for offsets that ascend, without a search. The text must outlive it.
class ZoneWalk {
 public:
  explicit ZoneWalk(const ZonedText& text) : paragraphs_(text.paragraphs) {}

  Zone at(std::uint32_t offset) {
    while (next_ < paragraphs_.size() && paragraphs_[next_].range.begin <= offset)
      zone_ = paragraphs_[next_++].zone;
    return zone_;
  }

 private:
  const std::vector<Paragraph>& paragraphs_;
  std::size_t next_ = 0;
  Zone zone_ = Zone::kBody;
};

}  // namespace mahdar
