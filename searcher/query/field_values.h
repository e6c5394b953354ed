#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Values as the index has them; none where what was written is no value of the field.
using FieldValues = std::optional<std::vector<std::string>>;

/// What one item of a filter stands for: an id, a label, a name or, for rounds, a range. Dates and words of
/// the title are read elsewhere.
FieldValues values_of(Field field, std::string_view text, const Taxonomy& taxonomy);

/// The outlet of that id, name, host or dateline; null where the taxonomy has none. `key` is the text's
/// name_key().
const Entity* known_source(std::string_view text, std::string_view key, const Taxonomy& taxonomy);

/// The outlet's id; one the taxonomy lacks is in the index under its name as written.
FieldValues source_values(std::string_view text, std::string_view key, const Taxonomy& taxonomy);

}  // namespace mahdar
