#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/stemmer.h"

namespace mahdar {

/// One reason why a word of a query and a word of a text count as the same.
enum class ConflationKind : std::uint8_t {
  // Signs and shapes that cleaning takes out
  kMarks,             ///< vowel marks
  kTatweel,           ///< also a word broken by it
  kInvisible,         ///< zero-width characters and bidi marks
  kPresentationForm,  ///< ﻣ, ﻻ
  kPersianLetter,     ///< ی ک ہ for ي ك ه
  kDigit,             ///< ٧ ۷ 7
  kNumberSeparator,   ///< 15,000
  kCase,              ///< Latin capitals
  // Letters that folding merges
  kAlef,           ///< أ إ آ ٱ ا
  kTaaMarbuta,     ///< ة ه
  kAlefMaqsura,    ///< ى ي
  kHamza,          ///< ؤ و, ئ ي, ء before a pronoun
  kForeignLetter,  ///< پ ب, گ ك, چ ج, ڤ ف
  kDiacritic,      ///< é e
  // Parts that stemming takes off
  kClitic,        ///< و ف ب ل ك س ال لل
  kFeminine,      ///< ة, ت
  kDual,          ///< ان
  kPlural,        ///< ون, ات
  kDualOrPlural,  ///< ين
  kPronoun,       ///< ها هم نا …
  kRelation,      ///< ي
  kTanween,       ///< the alef of the accusative
  kVerbEnding,    ///< وا تم
  kEnding,        ///< another
  // Lists
  kBrokenPlural,
  kVerbForm,
  kName,       ///< two spellings of one name
  kAdjective,  ///< the adjective of a name
  kListed,     ///< another list of word forms
};

/// "marks", "alef", "clitic", "broken-plural" …: stable, for JSON.
std::string_view conflation_name(ConflationKind kind);

/// A step and the letters it concerns on either side, empty where it found nothing there. Parts of a chain of
/// clitics are joined by '+'. Of lists, the two words without clitics.
struct ConflationStep {
  ConflationKind kind = ConflationKind::kMarks;
  std::string query;
  std::string text;
  bool operator==(const ConflationStep&) const = default;
};

/// A word as written and as the stemmer cuts its folded form.
struct TracedWord {
  std::string_view surface;
  std::string_view leaning;  ///< clitics that lean on a number or a Latin word (الـ21), not in `surface`
  StemTrace trace;
};

/// The steps that join two words of one stem, those of the letters first; none where both are written alike.
/// A pure function.
std::vector<ConflationStep> conflation_steps(const TracedWord& query, const TracedWord& text);

}  // namespace mahdar
