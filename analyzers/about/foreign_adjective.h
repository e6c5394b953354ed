#pragma once

#include <vector>

#include "analyzers/about/gazetteer.h"

namespace mahdar {

/// Whether `adjective` stands right behind the definite `noun` and agrees with it: "قوات النظام الإيراني",
/// but not "ميليشيات النظام الإيرانية", where it belongs to the militias.
bool qualifies(const Token& noun, const Token& adjective);

/// Whether the word carries the article, behind a clitic of one letter or none.
bool has_article(std::string_view folded);

/// Takes out the words for one state that the adjective of another behind them gives to that one: "قوات
/// النظام" in "قوات النظام الإيراني". Adjectives in a row ("الاتفاق الروسي التركي") stand beside each other.
/// `matches` ascend.
void drop_what_others_own(std::vector<EntityMatch>& matches, const TokenStream& tokens);

}  // namespace mahdar
