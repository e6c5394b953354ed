#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// The author's name as a page gives it, on one line and of at most 200 bytes of whole letters; empty where
/// what is given is an address.
std::string author_of(std::string_view declared);

}  // namespace mahdar
