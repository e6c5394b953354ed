#pragma once

#include <string>
#include <string_view>

#include "schema/result.h"

namespace mahdar {

/// The Arabic wording of what an InputError says or advises, from render/data/input_errors.tsv; empty where
/// the file has none. Names of fields within it are said in Arabic too.
std::string in_arabic(std::string_view english);

/// "message (remedy)" in the language asked for; English where a part of it has no Arabic wording.
std::string error_text(const InputError& error, bool english);

}  // namespace mahdar
