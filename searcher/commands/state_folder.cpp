#include "searcher/commands/state_folder.h"

#include <cstdlib>
#include <system_error>

namespace mahdar {
namespace {

std::filesystem::path absolute_variable(const char* name) {
  const char* value = std::getenv(name);
  const std::filesystem::path path(value ? value : "");
  return path.is_absolute() ? path : std::filesystem::path();
}

}  // namespace

std::filesystem::path state_folder() {
  std::filesystem::path base = absolute_variable("XDG_STATE_HOME");
  if (base.empty()) {
    base = absolute_variable("HOME");
    if (base.empty()) return {};
    base /= ".local/state";
  }
  std::error_code error;
  std::filesystem::create_directories(base / "mahdar", error);
  return error ? std::filesystem::path() : base / "mahdar";
}

}  // namespace mahdar
