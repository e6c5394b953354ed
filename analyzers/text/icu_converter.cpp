#include "analyzers/text/icu_converter.h"

#include <memory>
#include <stdexcept>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

namespace mahdar {
namespace {

// Counts what the converter replaces by U+FFFD, then lets ICU replace it.
void count_and_substitute(const void* context, UConverterToUnicodeArgs* arguments, const char* bytes,
                          std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
  if (reason <= UCNV_IRREGULAR) *static_cast<bool*>(const_cast<void*>(context)) = true;
  UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, bytes, length, reason, error);
}

}  // namespace

std::optional<Converted> to_utf8(std::string_view bytes, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding.c_str(), &error),
                                                                     ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  Converted result;
  ucnv_setToUCallBack(converter.get(), count_and_substitute, &result.repaired, nullptr, nullptr, &error);
  std::vector<char16_t> units(bytes.size() * 2 + 16);
  const std::int32_t size =
      ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()), bytes.data(),
                    static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error))
    throw std::runtime_error("ICU cannot convert from " + encoding + ": " + u_errorName(error));
  icu::UnicodeString(false, units.data(), size).toUTF8String(result.utf8);
  return result;
}

std::string iana_name(const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding.c_str(), &error),
                                                                     ucnv_close);
  if (U_FAILURE(error)) return {};
  const char* canonical = ucnv_getName(converter.get(), &error);
  const char* iana = canonical ? ucnv_getStandardName(canonical, "IANA", &error) : nullptr;
  return iana ? iana : canonical ? canonical : "";
}

}  // namespace mahdar
