#pragma once

#include <vector>

#include "analyzers/about/date_finder.h"
#include "analyzers/about/gazetteer.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// What the words around a date make of it. Pure functions.

/// "روسيا اليوم" names no day. Entities ascending.
bool is_in_a_name(const DateMention& mention, const std::vector<EntityMatch>& entities);

/// "منذ 30 كانون الأول": the beginning of something that lasts.
bool is_since(const DateMention& mention, const TokenStream& tokens);

/// "آخر تحديث: 26 نوفمبر 2024": pages are touched years later.
bool is_of_update(const DateMention& mention, const TokenStream& tokens);

/// "بحلول 22 أيار", "حتى تاريخ 22 أيار".
bool is_deadline(const DateMention& mention, const TokenStream& tokens);

/// "القمة الأخيرة في 1 تموز 2020": when something was last, and not lately, since it has its year.
bool is_of_last_time(const DateMention& mention, const TokenStream& tokens);

/// "التفاهمات التي تم التوصل إليها في 17 أيلول 2018", "المذكرة المبرمة في 22 تشرين الأول 2019": recalled,
/// since it has its year.
bool is_of_agreement(const DateMention& mention, const TokenStream& tokens);

}  // namespace mahdar
