#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// The folded word behind the proclitics a text may write in front of it: و ف ب ل ك and their pairs, "لل" for
/// ل + ال. Not the word itself. Words of one or two letters get و only: behind ب or ل they would be other
/// words.
std::vector<std::string> proclitic_forms(std::string_view folded);

/// The same where folding no longer tells: "الماني" is ألماني and has no article ("لألماني"), so
/// `has_article` is false.
std::vector<std::string> proclitic_forms(std::string_view folded, bool has_article);

}  // namespace mahdar
