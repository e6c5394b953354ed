#include "analyzers/about/hijri_calendar.h"

#include <memory>

#include <unicode/calendar.h>
#include <unicode/gregocal.h>

namespace mahdar {

namespace {

std::unique_ptr<icu::Calendar> make_calendar(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZone> utc(icu::TimeZone::createTimeZone("UTC"));
  std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(*utc, icu::Locale(locale), status));
  if (U_FAILURE(status)) return nullptr;
  calendar->clear();
  calendar->setLenient(false);
  return calendar;
}

}  // namespace

std::optional<CalendarDate> gregorian_of_hijri(const CalendarDate& hijri) {
  const auto from = make_calendar("ar@calendar=islamic-umalqura");
  const auto to = make_calendar("ar@calendar=gregorian");
  if (!from || !to) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  from->set(hijri.year, hijri.month - 1, hijri.day);
  to->setTime(from->getTime(status), status);
  const CalendarDate date{to->get(UCAL_YEAR, status), to->get(UCAL_MONTH, status) + 1,
                          to->get(UCAL_DATE, status)};
  return U_SUCCESS(status) ? std::optional(date) : std::nullopt;
}

}  // namespace mahdar
