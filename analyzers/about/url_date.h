#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// The date in an address: "YYYY-MM-DD" (/2017/03/14/, /20170504/, 2019-12-11, 2021.02.16), "YYYY-MM"
/// (/2017/03/), or empty. The host is not read.
std::string date_in_url(std::string_view url);

}  // namespace mahdar
