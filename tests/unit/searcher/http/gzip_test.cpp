#include "searcher/http/gzip.h"

#include <array>

#include <doctest/doctest.h>
#include <zlib.h>

using namespace mahdar;

namespace {

std::string unzipped(std::string packed) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("what is packed is unpacked again") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "جولة " + std::to_string(i * i) + '\n';
  CHECK(unzipped(gzip(text)) == text);
  CHECK(gzip(text).size() < text.size() / 3);
  CHECK(unzipped(gzip("")).empty());
}

TEST_CASE("gzip is sent to those who take it") {
  for (const char* header : {"gzip", "deflate, gzip", "GZIP;q=0.5", "br, gzip ; q=1", "gzip;q=0.001"})
    CHECK_MESSAGE(accepts_gzip(header), header);
  for (const char* header : {"", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip-not", "identity"})
    CHECK_MESSAGE(!accepts_gzip(header), header);
}
