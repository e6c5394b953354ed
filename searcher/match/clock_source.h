#pragma once

#include <chrono>

#include <xapian.h>

namespace mahdar {

/// The query, watched: DeadlineExceeded is thrown out of its match once the time is over. A spy sees matches
/// only; this sees every candidate, those too whose phrases turn out not to stand there.
Xapian::Query watched(const Xapian::Query& query, const Xapian::Database& database,
                      std::chrono::steady_clock::time_point deadline);

}  // namespace mahdar
