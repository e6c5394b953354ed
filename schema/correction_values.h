#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/taxonomy.h"

namespace mahdar {

/// Whether a correctable field may have several values.
bool takes_several(std::string_view field);

/// The value that articles hold for what a user wrote of a correctable field: ids, ISO codes and Arabic or
/// English names of the taxonomy become its ids and codes, letter for letter but for the case of ASCII. An
/// outlet it does not know stays as written. None where the field has no such value.
std::optional<std::string> correction_value(std::string_view field, const std::string& written,
                                            const Taxonomy& taxonomy);

/// What stands between the commas of a field that takes several values; each round of a range "7-9".
std::vector<std::string> correction_items(std::string_view field, const std::string& written);

/// What a user can write for the field.
std::string correction_remedy(std::string_view field);

}  // namespace mahdar
