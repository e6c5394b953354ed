#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// Text as it must stand in HTML or XML, in element content or a quoted attribute: & < > " ' escaped,
/// characters XML forbids (controls, U+FFFE, U+FFFF) and bytes that are not UTF-8 as U+FFFD.
std::string escaped_markup(std::string_view text);

/// Appends the same.
void append_escaped(std::string& out, std::string_view text);

}  // namespace mahdar
