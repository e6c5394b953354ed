#pragma once

#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// The role's name in JSON: "own", "past", "next", "mentioned".
constexpr std::string_view role_name(RoundRole role) {
  switch (role) {
    case RoundRole::kOwn:
      return "own";
    case RoundRole::kPast:
      return "past";
    case RoundRole::kNext:
      return "next";
    case RoundRole::kMentioned:
      break;
  }
  return "mentioned";
}

}  // namespace mahdar
