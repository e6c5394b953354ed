#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/corrections.h"
#include "schema/result.h"

namespace mahdar {

/// Gives the index's metadata that keep corrections, for stored_corrections() to read.
void store_corrections(const Corrections& corrections,
                       const std::function<void(std::string_view key, const std::string& value)>& put);

/// The corrections an index keeps, each with its line in the file they came from. None where the index keeps
/// none, or none that its taxonomy lets be read. Throws Xapian::Error, DamagedIndex on damage.
std::optional<Corrections> stored_corrections(const Xapian::Database& database);

/// Those whose article the index does not hold, in their order. Throws Xapian::Error, DamagedIndex on damage.
std::vector<Corrections::Row> corrections_without_article(const Xapian::Database& database,
                                                          const Corrections& corrections);

/// Those that cannot be told apart in the index: two of one field and article by different names, and the
/// name of a file that holds several articles. A line of a file with several is known by its number only
/// once a correction was applied to it. Throws Xapian::Error, DamagedIndex on damage.
std::vector<InputError> correction_clashes(const Xapian::Database& database, const Corrections& corrections);

/// Throws CommandError(kUsage) that lists the first faults of corrections, where there are any.
void refuse_corrections(const std::vector<InputError>& faults);

}  // namespace mahdar
