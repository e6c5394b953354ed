#pragma once

#include <string_view>

namespace mahdar {

/// What the values of a taxonomy file must look like.

/// A small letter, then small letters, digits, '-' and '_'; 64 at most.
bool is_id(std::string_view text);

/// Two capital letters, as in ISO 3166-1 alpha-2.
bool is_country_code(std::string_view text);

/// "YYYY-MM-DD", or with `partial` also "YYYY-MM" and "YYYY"; a day of the calendar.
bool is_date(std::string_view text, bool partial);

/// A line without blanks at its ends.
bool is_trimmed_line(std::string_view text);

}  // namespace mahdar
