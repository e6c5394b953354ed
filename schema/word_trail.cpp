#include "schema/word_trail.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include <xxhash.h>

#include "schema/damaged_index.h"

namespace mahdar {
namespace {

constexpr unsigned kSalts = 64;  // tried before another bit is taken
constexpr std::size_t kPlaceBytes = 4;
constexpr std::size_t kHeaderBytes = 2 + 3 * kPlaceBytes;

std::uint32_t hash_of(std::string_view word, unsigned salt, unsigned bits) {
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(word.data(), word.size(), salt) >> (64 - bits));
}

struct Hashing {
  unsigned salt = 0;
  unsigned bits = 0;
};

/// The shortest hashes that keep the words apart. At half as many slots as pairs of words, every third salt
/// does on average.
Hashing perfect_hashing(std::vector<std::string_view> words) {
  std::ranges::sort(words);
  const auto doubled = std::ranges::unique(words);
  words.erase(doubled.begin(), doubled.end());
  const std::uint64_t pairs = std::uint64_t{words.size()} * words.size() / 2;
  std::vector<std::uint32_t> hashes(words.size());
  for (unsigned bits = std::max(1, static_cast<int>(std::bit_width(pairs))); bits < 32; ++bits)
    for (unsigned salt = 0; salt < kSalts; ++salt) {
      std::ranges::transform(words, hashes.begin(),
                             [&](std::string_view word) { return hash_of(word, salt, bits); });
      std::ranges::sort(hashes);
      if (std::ranges::adjacent_find(hashes) == hashes.end()) return {salt, bits};
    }
  return {0, 32};
}

void append_number(std::string& out, std::uint32_t number) {
  for (std::size_t i = 0; i < kPlaceBytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint32_t read_number(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < kPlaceBytes; ++i)
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return number;
}

std::size_t packed_bytes(std::uint64_t count, unsigned bits) {
  return static_cast<std::size_t>((count * bits + 7) / 8);
}

/// Numbers of a fixed count of bits, lowest bit first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}
  void write(std::uint32_t number, unsigned bits) {
    pending_ |= std::uint64_t{number} << filled_;
    for (filled_ += bits; filled_ >= 8; filled_ -= 8, pending_ >>= 8)
      out_ += static_cast<char>(pending_ & 0xFF);
  }
  void finish() {
    if (filled_ > 0) out_ += static_cast<char>(pending_ & 0xFF);
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

}  // namespace

std::string WordTrail::encode(std::span<const std::string_view> words, std::uint32_t title_words,
                              std::span<const Alias> aliases) {
  std::vector<std::string_view> all(words.begin(), words.end());
  for (const Alias& alias : aliases) all.emplace_back(alias.word);
  const auto [salt, bits] = perfect_hashing(all);
  std::string out;
  out += static_cast<char>(salt);
  out += static_cast<char>(bits);
  append_number(out, static_cast<std::uint32_t>(words.size()));
  append_number(out, title_words);
  append_number(out, static_cast<std::uint32_t>(aliases.size()));
  for (const Alias& alias : aliases) append_number(out, alias.place);
  BitWriter writer(out);
  for (const std::string_view word : all) writer.write(hash_of(word, salt, bits), bits);
  writer.finish();
  return out;
}

WordTrail::WordTrail(std::string_view bytes) {
  const auto check = [](bool sound) {
    if (!sound) throw DamagedIndex("the words of an article are damaged in the index");
  };
  check(bytes.size() >= kHeaderBytes);
  salt_ = static_cast<unsigned char>(bytes[0]);
  bits_ = static_cast<unsigned char>(bytes[1]);
  words_ = read_number(bytes, 2);
  title_words_ = read_number(bytes, 2 + kPlaceBytes);
  aliases_ = read_number(bytes, 2 + 2 * kPlaceBytes);
  bytes.remove_prefix(kHeaderBytes);
  check(bits_ >= 1 && bits_ <= 32 && title_words_ <= words_ && bytes.size() / kPlaceBytes >= aliases_);
  alias_places_ = bytes.substr(0, aliases_ * kPlaceBytes);
  hashes_ = bytes.substr(alias_places_.size());
  check(hashes_.size() == packed_bytes(std::uint64_t{words_} + aliases_, bits_));
}

std::uint32_t WordTrail::hash_at(std::uint32_t place) const {
  const std::uint64_t bit = std::uint64_t{place} * bits_;
  const auto first = static_cast<std::size_t>(bit / 8);
  const std::size_t last = std::min(first + 5, hashes_.size());
  std::uint64_t value = 0;
  for (std::size_t i = last; i > first; --i) value = value << 8 | static_cast<unsigned char>(hashes_[i - 1]);
  return static_cast<std::uint32_t>(value >> (bit % 8) & ((std::uint64_t{1} << bits_) - 1));
}

std::uint32_t WordTrail::alias_place(std::uint32_t number) const {
  return read_number(alias_places_, number * kPlaceBytes);
}

/// The first place from `from` to `last` with that hash, aliases aside; beyond `last` where there is none.
std::uint32_t WordTrail::find(std::uint32_t hash, std::uint32_t from, std::uint32_t last) const {
  const std::uint64_t mask = (std::uint64_t{1} << bits_) - 1;
  std::uint32_t place = from;
  if (std::endian::native == std::endian::little && hashes_.size() >= sizeof(std::uint64_t)) {
    const std::size_t whole = hashes_.size() - sizeof(std::uint64_t);  // last byte eight can be read from
    std::uint64_t bit = std::uint64_t{place} * bits_;
    for (; place <= last && bit / 8 <= whole; ++place, bit += bits_) {
      std::uint64_t value = 0;
      std::memcpy(&value, hashes_.data() + bit / 8, sizeof value);
      if ((value >> (bit % 8) & mask) == hash) return place;
    }
  }
  while (place <= last && hash_at(place) != hash) ++place;
  return place;
}

bool WordTrail::stands_at(std::uint32_t place, std::uint32_t hash) const {
  if (hash_at(place) == hash) return true;
  for (std::uint32_t i = 0; i < aliases_; ++i)
    if (alias_place(i) == place && hash_at(words_ + i) == hash) return true;
  return false;
}

bool WordTrail::holds(std::span<const std::string> words, bool in_title) const {
  const std::uint32_t end = in_title ? title_words_ : words_;
  if (words.size() > end) return false;
  std::vector<std::uint32_t> wanted;
  for (const std::string& word : words) wanted.push_back(hash_of(word, salt_, bits_));
  if (wanted.empty()) return true;
  const auto last = static_cast<std::uint32_t>(end - words.size());
  const auto begins_at = [&](std::uint32_t first) {
    std::uint32_t matched = 1;
    while (matched < wanted.size() && stands_at(first + matched, wanted[matched])) ++matched;
    return matched == wanted.size();
  };
  for (std::uint32_t i = 0; i < aliases_; ++i)
    if (hash_at(words_ + i) == wanted[0] && alias_place(i) <= last && begins_at(alias_place(i))) return true;
  for (std::uint32_t first = find(wanted[0], 0, last); first <= last;
       first = find(wanted[0], first + 1, last))
    if (begins_at(first)) return true;
  return false;
}

}  // namespace mahdar
