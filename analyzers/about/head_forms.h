#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/ordinals.h"

namespace mahdar {

enum class HeadNumber : std::uint8_t { kSingular, kDual, kPlural };

/// A form in which a noun that rounds are counted by ("جولة", "اجتماع") stands in a text.
struct HeadForm {
  std::string word;  ///< not folded, without proclitics other than the article
  HeadNumber number = HeadNumber::kSingular;
  Gender gender = Gender::kMasculine;
  bool definite = false;  ///< with the article
  bool owned = false;     ///< with a pronoun: نسختها
};

/// The noun with and without article, with pronouns, in dual and regular plural. A noun in ات is a plural
/// already.
std::vector<HeadForm> head_forms(std::string_view noun);

}  // namespace mahdar
