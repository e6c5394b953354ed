#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzers/about/zoned_text.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// How many tokens stand before the first that is neither of the title nor of the lead.
inline std::uint32_t front_tokens(const ZonedText& text, const TokenStream& tokens) {
  const auto behind = std::ranges::find_if(text.paragraphs, [](const Paragraph& paragraph) {
    return paragraph.zone != Zone::kTitle && paragraph.zone != Zone::kLead;
  });
  const std::vector<Token>& all = tokens.tokens();
  if (behind == text.paragraphs.end()) return static_cast<std::uint32_t>(all.size());
  const auto token = std::ranges::lower_bound(all, behind->range.begin, {}, &Token::begin);
  return static_cast<std::uint32_t>(token - all.begin());
}

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
