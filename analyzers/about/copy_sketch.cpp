#include "analyzers/about/copy_sketch.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "analyzers/text/word_hash.h"

namespace mahdar {
namespace {

constexpr std::size_t kRun = 4;         ///< words
constexpr std::size_t kFewestRuns = 8;  ///< of a text that can be compared
constexpr std::size_t kBytes = 2 * CopySketch::kHashes + 2;
constexpr double kResemblance = 0.2;  ///< shared runs among all runs of both, at least
constexpr double kContainment = 0.6;  ///< shared runs among those of the shorter, at least

/// Odd multipliers from splitmix64 (Steele, Lea and Flood, 2014), the same in every build.
constexpr std::array<std::uint64_t, CopySketch::kHashes> multipliers() {
  std::array<std::uint64_t, CopySketch::kHashes> result{};
  std::uint64_t state = 0;
  for (std::uint64_t& multiplier : result) {
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBULL;
    multiplier = (mixed ^ mixed >> 31) | 1;
  }
  return result;
}

constexpr auto kMultipliers = multipliers();

/// Hashes of all runs of words behind the title.
std::vector<std::uint64_t> runs_of(const TokenStream& tokens, std::uint32_t title_end) {
  const auto begin =
      std::ranges::find_if(tokens.tokens(), [&](const Token& token) { return token.begin >= title_end; });
  std::vector<std::uint64_t> runs;
  runs.reserve(tokens.size());
  std::array<std::uint64_t, kRun> words{};
  std::size_t seen = 0;
  for (auto token = begin; token != tokens.tokens().end(); ++token) {
    words[seen++ % kRun] = token->hash;
    if (seen < kRun) continue;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i)
      run = detail::multiply_and_fold(run ^ words[(seen + i) % kRun], 0xe7037ed1a0b428dbULL);
    runs.push_back(run);
  }
  return runs;
}

/// The smallest values of the hash functions from `first` on: as many as registers hold.
constexpr std::size_t kTogether = 8;
std::array<std::uint64_t, kTogether> least_of(const std::vector<std::uint64_t>& runs, std::size_t first) {
  std::array<std::uint64_t, kTogether> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t run : runs)
    for (std::size_t i = 0; i < kTogether; ++i) least[i] = std::min(least[i], run * kMultipliers[first + i]);
  return least;
}

}  // namespace

std::string CopySketch::serialize() const {
  std::string bytes;
  if (runs == 0) return bytes;
  bytes.reserve(kBytes);
  const auto append = [&](std::uint16_t number) {
    bytes += static_cast<char>(number & 0xFF);
    bytes += static_cast<char>(number >> 8);
  };
  append(runs);
  for (const std::uint16_t value : least) append(value);
  facts.append_to(bytes);
  return bytes;
}

CopySketch CopySketch::parse(std::string_view bytes) {
  CopySketch sketch;
  if (bytes.size() < kBytes) return sketch;
  const auto number = [&](std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                      static_cast<unsigned char>(bytes[at + 1]) << 8);
  };
  sketch.runs = number(0);
  for (std::size_t i = 0; i < kHashes; ++i) sketch.least[i] = number(2 + 2 * i);
  sketch.facts = CopyFacts::parse(bytes.substr(kBytes));
  return sketch;
}

CopySketch sketch_of(const TokenStream& tokens, std::uint32_t title_end) {
  CopySketch sketch;
  const std::vector<std::uint64_t> runs = runs_of(tokens, title_end);
  if (runs.size() < kFewestRuns) return sketch;
  sketch.runs = static_cast<std::uint16_t>(
      std::min<std::size_t>(runs.size(), std::numeric_limits<std::uint16_t>::max()));
  for (std::size_t i = 0; i < CopySketch::kHashes; i += kTogether) {
    const std::array<std::uint64_t, kTogether> least = least_of(runs, i);
    for (std::size_t k = 0; k < kTogether; ++k)
      sketch.least[i + k] = static_cast<std::uint16_t>(least[k] >> 32 & 0xFFFF);
  }
  return sketch;
}

CopySketch sketch_of(const AnnotatedArticle& annotated) {
  CopySketch sketch = sketch_of(annotated.tokens, annotated.article->title_end);
  if (sketch.runs > 0) sketch.facts = facts_of(annotated);
  return sketch;
}

bool are_copies(const CopySketch& a, const CopySketch& b) {
  if (a.runs == 0 || b.runs == 0) return false;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < CopySketch::kHashes; ++i)
    equal += static_cast<std::size_t>(a.least[i] == b.least[i]);
  const double resemblance = static_cast<double>(equal) / CopySketch::kHashes;
  if (resemblance < kResemblance) return false;
  const double shared = resemblance / (1 + resemblance) * (a.runs + b.runs);
  if (shared < kContainment * std::min(a.runs, b.runs)) return false;
  return !contradict(a.facts, b.facts, equal == CopySketch::kHashes && a.runs == b.runs);
}

}  // namespace mahdar
