#pragma once

#include <string_view>

#include "schema/taxonomy.h"

namespace mahdar {

/// The id under which searches find an entity: its own, or that of the entity it is another name of.
inline std::string_view concept_id(const Entity& entity) {
  return entity.same_as.empty() ? std::string_view(entity.id) : std::string_view(entity.same_as);
}

}  // namespace mahdar
