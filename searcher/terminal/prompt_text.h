#pragma once

#include <string_view>

namespace mahdar {

/// What the prompt says, in both languages.
struct PromptText {
  std::string_view arabic;
  std::string_view english;
};

/// All that can be typed.
PromptText prompt_help();

/// What a command's Latin word takes, where it was given something else.
PromptText prompt_usage(std::string_view command);

}  // namespace mahdar
