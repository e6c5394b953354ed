#include "analyzers/text/encoding_guess.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucsdet.h>

#include "analyzers/text/icu_converter.h"
#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

constexpr std::size_t kSample = 1 << 16;

bool is_high_byte(char c) {
  return c == 0 || c == 0x06;
}

// Letters by how much they speak for Arabic prose: the commonest eleven make up two thirds of it.
double weight_of(char32_t c) {
  constexpr std::u32string_view kCommon = U"المينورتبةع";
  constexpr std::u32string_view kOther = U"سدفهكقأحجشصىخإذطضئزءؤغثظآ،؛؟";
  if (kCommon.find(c) != std::u32string_view::npos) return 1.0;
  if (kOther.find(c) != std::u32string_view::npos) return 0.5;
  if (c >= 0x64B && c <= 0x652) return 0.3;
  return c == 0x640 ? 0.2 : -1.0;
}

// Mean weight of the characters above ASCII; a piece of a word that mixes scripts counts against.
double arabic_score(std::string_view bytes, const std::string& encoding) {
  const auto converted = to_utf8(bytes, encoding);
  if (!converted) return -1;
  double score = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < converted->utf8.size();) {
    const auto [c, length] = utf8::decode(converted->utf8, at);
    at += length;
    constexpr std::u32string_view kPunctuation = U"\u00A0«»“”‘’–—…\u200C\u200D\u200E\u200F•";
    if (c < 0x80 || kPunctuation.find(c) != std::u32string_view::npos) continue;
    score += weight_of(c);
    ++count;
  }
  return count == 0 ? -1 : score / static_cast<double>(count);
}

std::string icu_guess(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error),
                                                                                ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const char* name = match ? ucsdet_getName(match, &error) : nullptr;
  constexpr std::array<std::string_view, 12> kSensible = {
      "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
      "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-5",   "ISO-8859-7",   "ISO-8859-9",   "KOI8-R"};
  const bool sensible = name && std::find(kSensible.begin(), kSensible.end(), name) != kSensible.end();
  return U_SUCCESS(error) && sensible ? name : "windows-1256";
}

}  // namespace

std::string utf16_by_zero_bytes(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (sample.size() < 4 || bytes.size() % 2 != 0) return {};
  std::array<std::size_t, 2> high{}, zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    high[i % 2] += is_high_byte(sample[i]);
    zeros[i % 2] += sample[i] == 0;
  }
  const std::size_t units = sample.size() / 2;
  if (zeros[0] + zeros[1] == 0) return {};
  const auto fits = [&](std::size_t side) {
    return high[side] * 10 >= units * 8 && high[1 - side] * 10 <= units * 3;
  };
  return fits(1) ? "UTF-16LE" : fits(0) ? "UTF-16BE" : "";
}

bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto [c, length] = utf8::decode(bytes, at);
    at += length;
    if (c == utf8::kInvalid)
      ++bad;
    else if (length > 1)
      good += length;
  }
  return good >= 9 * bad;
}

std::string guess_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  if (is_mostly_utf8(sample)) return "UTF-8";
  const double windows = arabic_score(sample, "windows-1256");
  const double iso = arabic_score(sample, "ISO-8859-6");
  constexpr double kArabicEnough = 0.45;
  if (std::max(windows, iso) >= kArabicEnough) return windows >= iso ? "windows-1256" : "ISO-8859-6";
  return icu_guess(sample);
}

}  // namespace mahdar
