#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// The day of a date as feeds and mails write it ("Mon, 30 Oct 2017 18:05:00 +0300", RFC 822 and RFC 5322,
/// also without the day of the week or with two digits of the year) as "2017-10-30", in the writer's own time
/// zone. Anything else, ISO 8601 among it, comes back as it is, without space around it.
std::string iso_date(std::string_view written);

}  // namespace mahdar
