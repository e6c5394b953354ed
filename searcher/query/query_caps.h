#pragma once

#include <chrono>
#include <cstddef>

/// Limits every query is held to before it reaches the index: each was chosen because the matcher, left
/// alone, can be kept busy for minutes or run out of stack by a few kilobytes of text.
namespace mahdar::query_caps {

inline constexpr std::size_t kTextBytes = 4096;
inline constexpr std::size_t kWords = 64;
inline constexpr std::size_t kDepth = 32;
inline constexpr std::size_t kWildcards = 8;  ///< word* and word~ together
inline constexpr std::size_t kWildcardLetters = 2;
inline constexpr std::size_t kExpansions = 50;  ///< words one wildcard may stand for
inline constexpr std::size_t kPhraseWords = 32;
inline constexpr std::size_t kPhraseAlternatives = 16;
inline constexpr std::size_t kFamily = 64;        ///< stems of one skeleton
inline constexpr std::size_t kDeepestHit = 1000;  ///< offset + limit
inline constexpr std::chrono::milliseconds kDeadline{1000};

}  // namespace mahdar::query_caps
