#include "searcher/http/gzip.h"

#include <algorithm>
#include <new>

#include <zlib.h>

#include "schema/ascii.h"

namespace mahdar {
namespace {

constexpr int kLevel = 4;             // level 6 takes twice the time for three percent of the bytes
constexpr int kGzipWindow = 15 + 16;  // the largest window, with gzip's header
constexpr int kMemoryLevel = 8;

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib reads through this pointer only; its interface lacks the const.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
  std::string header = ascii_lower(accept_encoding);
  std::erase(header, ' ');
  for (std::string_view rest = header; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view item = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t mark = std::min(item.find(';'), item.size());
    if (item.substr(0, mark) != "gzip") continue;
    const std::string_view quality = item.substr(mark);
    return quality.find_first_of("123456789") != std::string_view::npos || quality.empty();
  }
  return false;
}

}  // namespace mahdar
