#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// How good what came from one SOURCE is.
struct SourceQuality {
  std::string root;  ///< absolute path of the SOURCE, or "-"
  std::uint64_t files = 0;
  std::uint64_t articles = 0;
  std::uint64_t rejected = 0;      ///< not in the index: see the failures
  std::uint64_t superseded = 0;    ///< not in the index: it holds a newer version
  std::uint64_t empty_bodies = 0;  ///< a title and nothing else
  std::uint64_t undated = 0;
  std::uint64_t round_unknown = 0;
  std::uint64_t outlet_unknown = 0;
  std::uint64_t encoding_guessed = 0;
  std::uint64_t encoding_repaired = 0;
  std::uint64_t mojibake_suspected = 0;
  std::uint64_t warned = 0;  ///< with any warning
  std::map<std::string, std::uint64_t> encodings;
  std::map<std::string, std::uint64_t> languages;
};

/// One entry a source, by path. Reads every article. Throws Xapian::Error, DamagedIndex on damage.
std::vector<SourceQuality> source_quality(const Xapian::Database& database);

}  // namespace mahdar
