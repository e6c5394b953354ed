#include "analyzers/about/before_date.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

#include "analyzers/text/folder.h"

namespace mahdar {
namespace {

/// Whether one of the words stands within so many before the date.
bool follows(const DateMention& mention, const TokenStream& tokens,
             std::initializer_list<std::uint64_t> words, std::uint32_t reach) {
  for (std::uint32_t back = 1; back <= reach && back <= mention.first_token; ++back)
    if (std::ranges::count(words, tokens[mention.first_token - back].hash) != 0) return true;
  return false;
}

}  // namespace

bool is_in_a_name(const DateMention& mention, const std::vector<EntityMatch>& entities) {
  const auto after = std::ranges::partition_point(
      entities, [&](const EntityMatch& match) { return match.range.end <= mention.range.begin; });
  return after != entities.end() && after->form != FormKind::kDateline &&
         after->range.begin <= mention.range.begin && mention.range.end <= after->range.end;
}

bool is_since(const DateMention& mention, const TokenStream& tokens) {
  static const std::uint64_t since = hash_word(fold("منذ"));
  return follows(mention, tokens, {since}, 1);
}

bool is_of_update(const DateMention& mention, const TokenStream& tokens) {
  static const std::uint64_t update = hash_word(fold("تحديث"));
  return follows(mention, tokens, {update}, 3);
}

bool is_deadline(const DateMention& mention, const TokenStream& tokens) {
  static const std::uint64_t by = hash_word(fold("بحلول")), till = hash_word(fold("حتى")),
                             up_to = hash_word(fold("لغاية"));
  return follows(mention, tokens, {by, till, up_to}, 2);
}

bool is_of_last_time(const DateMention& mention, const TokenStream& tokens) {
  static const std::uint64_t last = hash_word(fold("الأخيرة")), last_he = hash_word(fold("الأخير")),
                             former = hash_word(fold("السابقة")), former_he = hash_word(fold("السابق"));
  return mention.year != 0 && tokens[mention.first_token].gap > Gap::kSentence &&
         follows(mention, tokens, {last, last_he, former, former_he}, 3);
}

bool is_of_agreement(const DateMention& mention, const TokenStream& tokens) {
  constexpr std::uint32_t kReachOfParticiple = 3, kReachOfClause = 10;
  static const std::uint64_t made = hash_word(fold("المبرمة")), made_he = hash_word(fold("المبرم")),
                             signed_she = hash_word(fold("الموقعة")), dated = hash_word(fold("المؤرخة")),
                             dated_he = hash_word(fold("المؤرخ")), reached = hash_word(fold("التوصل")),
                             it = hash_word(fold("إليه")), them = hash_word(fold("إليها"));
  if (mention.year == 0 || tokens[mention.first_token].gap <= Gap::kSentence) return false;
  if (follows(mention, tokens, {made, made_he, signed_she, dated, dated_he}, kReachOfParticiple)) return true;
  for (std::uint32_t i = mention.first_token, n = 0; i > 1 && n < kReachOfClause; ++n) {
    if (tokens[--i].gap <= Gap::kSentence) return false;
    if (tokens[i - 1].hash == reached) return tokens[i].hash == it || tokens[i].hash == them;
  }
  return false;
}

}  // namespace mahdar
