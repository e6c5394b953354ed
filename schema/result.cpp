#include "schema/result.h"

namespace mahdar {

std::string InputError::to_string() const {
  std::string text = path;
  if (line > 0) text += (text.empty() ? "line " : ":") + std::to_string(line);
  if (!text.empty()) text += ": ";
  text += message;
  if (!remedy.empty()) text += " (" + remedy + ")";
  return text;
}

}  // namespace mahdar
