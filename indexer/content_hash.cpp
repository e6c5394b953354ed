#include "indexer/content_hash.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace mahdar {

namespace {

std::string to_hex(const XXH128_hash_t& hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string hash_bytes(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string hash_hex(std::string_view bytes) {
  return to_hex(XXH3_128bits(bytes.data(), bytes.size()));
}

struct RunningHash::State {
  XXH3_state_t xxh;
};

RunningHash::RunningHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
}

RunningHash::~RunningHash() = default;
RunningHash::RunningHash(RunningHash&&) noexcept = default;
RunningHash& RunningHash::operator=(RunningHash&&) noexcept = default;

void RunningHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size());
}

std::string RunningHash::hex() const {
  return to_hex(XXH3_128bits_digest(&state_->xxh));
}

std::string content_hash(const RawArticle& article) {
  std::string all;
  all.reserve(article.text.size() + article.title.size() + article.url.size() + 128);
  for (const std::string* part : {&article.id, &article.url, &article.title, &article.date, &article.source,
                                  &article.language, &article.encoding, &article.text}) {
    all += std::to_string(part->size());
    all += ':';
    all += *part;
  }
  if (!article.author.empty()) all += "author:" + article.author;
  return hash_bytes(all);
}

}  // namespace mahdar
