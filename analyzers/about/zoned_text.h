#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/article.h"

namespace mahdar {

/// Where in an article something stands; a mention in the title says more than one in the background.
enum class Zone : std::uint8_t { kTitle, kLead, kBody, kBackground };

struct Paragraph {
  ByteRange range;  ///< in ZonedText::text, without the final '\n'
  Zone zone = Zone::kBody;
};

/// An article's text without boilerplate, its title first, cut into zones.
struct ZonedText {
  std::string text;             ///< as Article::text
  std::uint32_t title_end = 0;
  std::vector<Paragraph> paragraphs;   ///< the title, where there is one, is the first
  std::vector<TextSegment> segments;   ///< where each stretch stood in the source text
  std::vector<std::string> signatures; ///< cut lines that name the source ("المصدر: وكالة سانا", "الأناضول")

  Zone zone_at(std::uint32_t offset) const;
};

/// Title (given or found), boilerplate cut, zones: title, lead (first two paragraphs), background ("يذكر أن",
/// "وكانت الجولة السابقة"), body.
ZonedText zone_text(const RawArticle& raw);

}  // namespace mahdar
