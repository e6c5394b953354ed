#pragma once

#include <filesystem>

namespace mahdar {

/// Where the program keeps what it remembers between runs: $XDG_STATE_HOME/mahdar, else
/// ~/.local/state/mahdar (XDG Base Directory Specification: a relative path counts as none). Made where
/// missing. Empty where neither variable is set or the folder cannot be made.
std::filesystem::path state_folder();

}  // namespace mahdar
