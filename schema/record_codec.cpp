#include "schema/record_codec.h"

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>
#include <zstd.h>

#include "schema/damaged_index.h"
#include "schema/embedded.h"

namespace mahdar {
namespace {

/// Beyond it records shrink by a fiftieth a level, at twice the time.
constexpr int kLevel = 6;
/// Far above any record; what claims to be longer is damaged.
constexpr unsigned long long kLongestRecord = 1ULL << 28U;

template <typename T, auto kFree>
struct Freed {
  void operator()(T* object) const { kFree(object); }
};
template <typename T, auto kFree>
using Owned = std::unique_ptr<T, Freed<T, kFree>>;

template <typename T>
T* made(T* object) {
  if (object == nullptr) throw std::bad_alloc();
  return object;
}

std::string_view dictionary() {
  const auto files = embedded::mahdar_schema();
  const auto file = std::ranges::find(files, "record_dictionary.txt", &embedded::File::name);
  if (file == files.end()) throw std::logic_error("record_dictionary.txt is missing from the program");
  return file->content;
}

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) != 0)
    throw DamagedIndex(std::string("a stored record is damaged: ") + ZSTD_getErrorName(result));
  return result;
}

}  // namespace

std::string compress_record(std::string_view record) {
  static const Owned<ZSTD_CDict, ZSTD_freeCDict> prepared(
      made(ZSTD_createCDict(dictionary().data(), dictionary().size(), kLevel)));
  thread_local const Owned<ZSTD_CCtx, ZSTD_freeCCtx> context(made(ZSTD_createCCtx()));
  std::string compressed(ZSTD_compressBound(record.size()), '\0');
  compressed.resize(checked(ZSTD_compress_usingCDict(context.get(), compressed.data(), compressed.size(),
                                                     record.data(), record.size(), prepared.get())));
  return compressed;
}

std::string decompress_record(std::string_view compressed) {
  static const Owned<ZSTD_DDict, ZSTD_freeDDict> prepared(
      made(ZSTD_createDDict(dictionary().data(), dictionary().size())));
  thread_local const Owned<ZSTD_DCtx, ZSTD_freeDCtx> context(made(ZSTD_createDCtx()));
  const auto size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size > kLongestRecord) throw DamagedIndex("a stored record is damaged: it is not compressed");
  std::string record(size, '\0');
  const std::size_t written = checked(ZSTD_decompress_usingDDict(
      context.get(), record.data(), record.size(), compressed.data(), compressed.size(), prepared.get()));
  record.resize(written);
  return record;
}

}  // namespace mahdar
