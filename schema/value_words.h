#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/article.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// What a round or guarantor is where an article is likely about none.
inline constexpr std::string_view kNone = "none";

/// What stands for the rounds of an article that has none: kNone where that is likely, else kUnknown, which
/// somebody should look at.
std::string_view absent_round(const RoundInfo& round);

/// Whether a name_key() says that a value is not known.
bool is_unknown(std::string_view key);

/// Whether a name_key() says that an article is about no guarantor or round.
bool is_none(std::string_view key);

/// Whether a name_key() says that several guarantors speak.
bool is_several(std::string_view key);

/// The number of the round with that label, its ordinal alone ("السابعة") too, by name_key().
std::optional<std::string> round_of_label(std::string_view key, const Taxonomy& taxonomy);

}  // namespace mahdar
