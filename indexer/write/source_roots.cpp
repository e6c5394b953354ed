#include "indexer/write/source_roots.h"

namespace mahdar {

bool lies_in(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

void SourceRoots::settle(SourceFile& file) const {
  if (!file.found_by_walk) return;
  // A root may be hidden itself, but what is hidden below it is passed over.
  const std::size_t hidden = file.path.rfind("/.");
  for (std::size_t end = hidden == std::string::npos ? 0 : file.path.find('/', hidden + 1);
       end < file.root.size(); end = file.path.find('/', end + 1)) {
    const std::string folder = file.path.substr(0, end == 0 ? 1 : end);
    if (!roots_.contains(folder)) continue;
    file.root = folder;
    file.relative = file.path.substr(end + 1);
    return;
  }
}

std::string_view SourceRoots::narrowest(std::string_view path) const {
  for (std::size_t end = path.size(); end != std::string_view::npos; end = path.rfind('/', end - 1)) {
    const auto found = roots_.find(std::string(path.substr(0, end == 0 ? 1 : end)));
    if (found != roots_.end()) return *found;
    if (end == 0) break;
  }
  return {};
}

}  // namespace mahdar
