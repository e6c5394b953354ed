#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Topics or ways of naming that a text may mean which is none of their names.
struct NearValues {
  std::vector<std::string> meant;  ///< ids: all its words stand in a label, else in one of the terms
  std::vector<std::string> near;   ///< "id (label)" of what comes near it, for a message; those meant first
};

/// What a part of a name ("نظام", "detainees") or a slip may stand for; nothing of other fields.
NearValues near_values(Field field, std::string_view text, const Taxonomy& taxonomy);

}  // namespace mahdar
