#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/about/outlet_names.h"
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
  std::string text;  ///< as Article::text
  /// The title is text[0, title_end). An article without a headline borrows the beginning of its first
  /// paragraph (borrowed_title.h): then nothing stands twice, and no paragraph has the zone kTitle. Lines
  /// above that paragraph that are nothing but a date follow it. Nothing but dates: no title.
  std::uint32_t title_end = 0;
  std::vector<Paragraph> paragraphs;  ///< ascending; the headline, where there is one, is the first
  std::vector<TextSegment> segments;  ///< where each stretch stood in RawArticle::text; a title that stood
                                      ///< only in the file's metadata has none
  std::vector<TextCut> cuts;          ///< what is no part of the article, in the order of the source
  std::vector<std::string> signatures;  ///< cut lines that name the source ("المصدر: وكالة سانا", "الأناضول")

  /// Of the paragraph in which the offset lies. Takes logarithmic time.
  Zone zone_at(std::uint32_t offset) const;
};

/// Title (given or found), boilerplate cut, zones: title, lead (first two paragraphs), background ("يذكر أن",
/// "وكانت الجولة السابقة"), body. The text is the title (or the paragraph that lends it) and a subsequence
/// of the source's lines, without the blanks around them: nothing inside a line changes. Lines that are
/// nothing but a name of `outlets`, above or below the text, become signatures.
ZonedText zone_text(const RawArticle& raw, const OutletNames& outlets);

/// With no outlets known.
ZonedText zone_text(const RawArticle& raw);

}  // namespace mahdar
