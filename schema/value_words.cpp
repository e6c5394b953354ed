#include "schema/value_words.h"

#include <algorithm>
#include <initializer_list>

#include "schema/facet.h"
#include "schema/name_key.h"

namespace mahdar {
namespace {

constexpr double kLikely = 0.5;

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) { return key == name_key(name); });
}

}  // namespace

std::string_view absent_round(const RoundInfo& round) {
  return round.confidence < kLikely ? kUnknown : kNone;
}

bool is_unknown(std::string_view key) {
  return is_one_of(key, {kUnknown, "غير معروف", "غير معروفة", "مجهول"});
}

bool is_none(std::string_view key) {
  return is_one_of(key, {kNone, "لا أحد", "لا شيء", "بلا", "لا ضامن بعينه", "لا جولة", "بلا جولة"});
}

bool is_several(std::string_view key) {
  return is_one_of(key, {"several", "عدة", "عدة ضامنين", "عدة دول", "مشترك", "أكثر من ضامن"});
}

std::optional<std::string> round_of_label(std::string_view key, const Taxonomy& taxonomy) {
  static const std::string head = name_key("جولة");
  for (const Round& round : taxonomy.rounds()) {
    const std::string label = name_key(round.label_ar);
    const bool ordinal = label.starts_with(head) && std::string_view(label).substr(head.size()) == key;
    if (label == key || ordinal || name_key(round.label_en) == key) return std::to_string(round.number);
  }
  return std::nullopt;
}

}  // namespace mahdar
