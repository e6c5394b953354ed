#pragma once

#include <optional>
#include <string_view>

namespace mahdar {

/// The number of a month of the common calendar from its name in Arabic or English, or from two of its names
/// as "تموز/يوليو". None where it is no month, or the names are of two months. Thread-safe.
std::optional<int> month_named(std::string_view name);

}  // namespace mahdar
