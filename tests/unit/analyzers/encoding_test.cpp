#include "analyzers/text/encoding.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/unistr.h>

#include "analyzers/text/utf8.h"

using namespace mahdar;

namespace {

const std::vector<std::string> kSentences = {
    "اتفقت الدول الثلاث على عقد جولة جديدة من المحادثات في مطلع الشهر المقبل",
    "رحّب الوفد بالبيان الختامي، وطالب بالإفراج عن جميع المعتقلين (2017).",
    "قال المتحدث: \"لن نقبل بأي خرق للهدنة\" في ريف دمشق",
    "وصل رؤساء الوفود صباح اليوم إلى العاصمة؛ وتبدأ الجلسة مساءً",
    "ناقش المجتمعون ملف إزالة الألغام وعودة اللاجئين وإعادة الإعمار",
};

std::string encode(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
  const auto size =
      text.extract(0, text.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), encoding);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

TEST_CASE("every encoding is found without a word about it") {
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6"}) {
    for (const std::string& sentence : kSentences) {
      const auto decoded = decode_text(encode(sentence, encoding));
      REQUIRE_MESSAGE(decoded, std::string(encoding), ": ", sentence);
      CHECK_MESSAGE(decoded->encoding == encoding, sentence);
      CHECK(decoded->utf8 == sentence);
      CHECK_FALSE(decoded->repaired);
      CHECK(decoded->guessed == (std::string(encoding) != "UTF-8"));
    }
  }
}

TEST_CASE("forty characters are enough, wherever the text is cut") {
  std::string all;
  for (const std::string& sentence : kSentences) all += sentence + ' ';
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(all);
  for (const char* encoding : {"UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6"}) {
    for (std::int32_t begin = 0; begin + 40 <= text.length(); begin += 7) {
      std::string piece;
      text.tempSubString(begin, 40).toUTF8String(piece);
      const auto decoded = decode_text(encode(piece, encoding));
      REQUIRE(decoded);
      CHECK_MESSAGE(decoded->encoding == encoding, piece);
    }
  }
}

TEST_CASE("byte order marks and declarations") {
  const std::string& sentence = kSentences[0];
  CHECK(decode_text("\xEF\xBB\xBF" + sentence)->utf8 == sentence);
  const auto marked = decode_text("\xFF\xFE" + encode(sentence, "UTF-16LE"));
  CHECK(marked->utf8 == sentence);
  CHECK(marked->encoding == "UTF-16LE");
  CHECK_FALSE(marked->guessed);
  const auto declared = decode_text(encode(sentence, "windows-1256"), "cp1256");
  CHECK(declared->utf8 == sentence);
  CHECK(declared->encoding == "windows-1256");
  CHECK_FALSE(declared->guessed);
  CHECK(decode_text(sentence, "windows-1256")->encoding == "UTF-8");
  CHECK(decode_text(encode(sentence, "windows-1256"), "utf-8")->encoding == "windows-1256");
  CHECK(decode_text(encode(sentence, "windows-1256"), "no-such-thing")->encoding == "windows-1256");
}

TEST_CASE("damaged UTF-8 stays UTF-8") {
  const auto decoded = decode_text(kSentences[0] + "\xD9" + kSentences[1]);
  REQUIRE(decoded);
  CHECK(decoded->encoding == "UTF-8");
  CHECK(decoded->repaired);
  CHECK(decoded->utf8.find(kSentences[1]) != std::string::npos);
  CHECK(is_valid_utf8(decoded->utf8));
}

TEST_CASE("line ends become one") {
  CHECK(decode_text("a\r\nb\rc\nd")->utf8 == "a\nb\nc\nd");
}

TEST_CASE("nothing is text as well") {
  CHECK(decode_text("")->utf8.empty());
}

TEST_CASE("binary data are refused with a remedy") {
  using namespace std::string_literals;
  for (const std::string& bytes : {"%PDF-1.4 ..."s, "\x89PNG\r\n\x1a\n"s, "\xFF\xD8\xFF\xE0 JFIF"s,
                                   "abc\0def\0\0\x01ghi"s, "PK\3\4...."s, std::string(1000, '\1')}) {
    const auto decoded = decode_text(bytes);
    REQUIRE_FALSE(decoded);
    CHECK_FALSE(decoded.error().message.empty());
    CHECK_FALSE(decoded.error().remedy.empty());
  }
}

TEST_CASE("any bytes give valid UTF-8 or an error") {
  CHECK(rc::check([](const std::string& bytes) {
    const auto decoded = decode_text(bytes);
    if (decoded) RC_ASSERT(is_valid_utf8(decoded->utf8));
  }));
}
