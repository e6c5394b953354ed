#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// What a check found.
struct CheckReport {
  std::uint64_t articles = 0;         ///< looked at
  std::vector<std::string> findings;  ///< printable lines; empty: sound

  /// Adds a finding; damaged bytes in it are escaped.
  void find(std::string_view finding);
};

/// Xapian's own check of the files of a database.
void check_database_files(const std::filesystem::path& dir, CheckReport& report);

/// Every article: checksum of the stored record, id term, facets, and a file or standard input that it came
/// from. Goes on past what cannot be read.
void check_articles(const Xapian::Database& database, CheckReport& report);

/// Every file record: as many articles as it says; every id once.
void check_state(const Xapian::Database& database, CheckReport& report);

}  // namespace mahdar
