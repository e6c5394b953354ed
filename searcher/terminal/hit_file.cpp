#include "searcher/terminal/hit_file.h"

#include <fstream>

namespace mahdar {

bool save_hits(const ResultPage& page, OutputFormat format, RenderOptions options, const std::string& path) {
  options.color = options.isolates = false;
  std::ofstream file(path);
  render(page, format, options, file);
  file.close();
  return static_cast<bool>(file);
}

}  // namespace mahdar
