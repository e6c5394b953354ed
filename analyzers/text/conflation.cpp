#include "analyzers/text/conflation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/text/char_table.h"
#include "analyzers/text/ending_parts.h"
#include "analyzers/text/utf8.h"
#include "analyzers/text/word_letters.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8

char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : utf8::decode(text, 0).code_point;
}

bool is_one_of(std::string_view letter, std::u32string_view set) {
  return set.find(first_of(letter)) != std::u32string_view::npos;
}

/// Which fold makes two letters of the exact stream one.
ConflationKind fold_between(const WordLetter& a, const WordLetter& b) {
  const auto either = [&](std::u32string_view set) {
    return is_one_of(a.exact, set) || is_one_of(b.exact, set);
  };
  if (either(U"گپچڤژڨ")) return ConflationKind::kForeignLetter;
  if (a.folded == "ا") return ConflationKind::kAlef;
  if (either(U"ة")) return ConflationKind::kTaaMarbuta;
  if (either(U"ؤئء")) return ConflationKind::kHamza;
  if (either(U"ى")) return ConflationKind::kAlefMaqsura;
  return ConflationKind::kDiacritic;
}

/// What cleaning changed in a letter.
ConflationKind shape_of(const WordLetter& letter) {
  const char32_t c = first_of(letter.written);
  const CharClass k = CharTable::instance().char_class(c);
  if (k == CharClass::kDigit) return ConflationKind::kDigit;
  if (k == CharClass::kLatin) return ConflationKind::kCase;
  if ((c >= 0xFB50 && c <= 0xFDFF) || c >= 0xFE70) return ConflationKind::kPresentationForm;
  return letter.written.size() > kLetter ? ConflationKind::kHamza : ConflationKind::kPersianLetter;
}

std::string chain(std::string_view clitics) {
  std::string parts;
  while (!clitics.empty()) {
    std::size_t size = kLetter;
    if (clitics.starts_with("ال") || clitics == "لل") size = 2 * kLetter;
    parts += (parts.empty() ? "" : "+") + std::string(clitics.substr(0, size));
    clitics.remove_prefix(std::min(size, clitics.size()));
  }
  return parts;
}

class Comparison {
 public:
  Comparison(const TracedWord& query, const TracedWord& text)
      : query_{query, letters_of(query.surface)}, text_{text, letters_of(text.surface)} {}

  std::vector<ConflationStep> run() {
    compare_signs();
    compare_bases();
    compare_clitics();
    compare_endings();
    return std::move(steps_);
  }

 private:
  struct Side {
    const TracedWord& word;
    WordLetters spelled;

    std::size_t base_begin() const { return word.trace.proclitics.size(); }
    std::size_t base_end() const { return base_begin() + word.trace.base.size(); }
    std::string ending() const { return spelled.exact_of(base_end(), base_end() + word.trace.ending.size()); }
    /// As in the text, without clitics.
    std::string bare() const { return spelled.exact_of(base_begin(), std::string_view::npos); }

    std::vector<WordLetter> letters(std::size_t begin, std::size_t end) const {
      std::vector<WordLetter> found;
      std::size_t at = 0;
      for (const WordLetter& letter : spelled.letters) {
        if (at >= begin && at < end) found.push_back(letter);
        at += letter.folded.size();
      }
      return found;
    }
  };

  /// Once a kind: letters of further places are added.
  void add(ConflationKind kind, const std::string& query, const std::string& text) {
    const auto known = std::ranges::find(steps_, kind, &ConflationStep::kind);
    if (known == steps_.end()) {
      steps_.push_back({kind, query, text});
    } else if (known->query != query || known->text != text) {
      known->query += query;
      known->text += text;
    }
  }

  void compare_signs() {
    const auto compare = [&](ConflationKind kind, const std::string& a, const std::string& b) {
      if (a != b) add(kind, a, b);
    };
    compare(ConflationKind::kMarks, query_.spelled.marks, text_.spelled.marks);
    compare(ConflationKind::kTatweel, query_.spelled.tatweel, text_.spelled.tatweel);
    compare(ConflationKind::kInvisible, query_.spelled.invisible, text_.spelled.invisible);
  }

  /// Letter by letter; where a ligature stands for several, with all of these.
  void compare_letters(const std::vector<WordLetter>& a, const std::vector<WordLetter>& b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
      WordLetter left = a[i++];
      WordLetter right = b[j++];
      const auto take = [](WordLetter& letter, const WordLetter& more) {
        letter.written += more.written;
        letter.exact += more.exact;
        letter.folded += more.folded;
      };
      while (left.folded.size() != right.folded.size()) {
        const bool left_is_short = left.folded.size() < right.folded.size();
        if (left_is_short ? i == a.size() : j == b.size()) break;
        left_is_short ? take(left, a[i++]) : take(right, b[j++]);
      }
      compare_letter(left, right);
    }
  }

  void compare_letter(const WordLetter& a, const WordLetter& b) {
    if (a.written == b.written) return;
    for (const WordLetter* letter : {&a, &b})
      if (letter->written != letter->exact) {
        add(shape_of(*letter), a.written, b.written);
        break;
      }
    if (a.exact != b.exact) add(fold_between(a, b), a.exact, b.exact);
  }

  void compare_numbers(std::vector<WordLetter> query, std::vector<WordLetter> text) {
    const std::string a(query_.word.surface);
    const std::string b(text_.word.surface);
    if (drop_separators(query) != drop_separators(text)) add(ConflationKind::kNumberSeparator, a, b);
    if (!std::ranges::equal(query, text, {}, &WordLetter::written, &WordLetter::written))
      add(ConflationKind::kDigit, a, b);
  }

  /// Numbers lose their separators before they are compared.
  static bool drop_separators(std::vector<WordLetter>& letters) {
    return std::erase_if(letters, [](const WordLetter& l) { return is_one_of(l.written, U",٬٫"); }) > 0;
  }

  void compare_bases() {
    const StemTrace& a = query_.word.trace;
    const StemTrace& b = text_.word.trace;
    const bool digits = CharTable::instance().char_class(first_of(query_.word.surface)) == CharClass::kDigit;
    if (digits) return compare_numbers(query_.spelled.letters, text_.spelled.letters);
    const auto query = query_.letters(query_.base_begin(), query_.base_end());
    const auto text = text_.letters(text_.base_begin(), text_.base_end());
    if (a.base == b.base) return compare_letters(query, text);
    if (differ_in_hamza(a.base, b.base))
      return add(ConflationKind::kHamza, query.back().exact, text.back().exact);
    listed_ = true;
    add(list_of(a.source, b.source), query_.bare(), text_.bare());
  }

  static bool differ_in_hamza(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a.size() <= kLetter) return false;
    const std::size_t last = a.size() - kLetter;
    return a.substr(0, last) == b.substr(0, last) && (a.substr(last) == "ء" || b.substr(last) == "ء");
  }

  static ConflationKind list_of(StemSource a, StemSource b) {
    const auto either = [&](StemSource source) { return a == source || b == source; };
    if (either(StemSource::kRelation)) return ConflationKind::kAdjective;
    if (either(StemSource::kName)) {
      const bool spelling = a == b || either(StemSource::kLetters);
      return spelling ? ConflationKind::kName : ConflationKind::kAdjective;
    }
    if (either(StemSource::kBrokenPlural)) return ConflationKind::kBrokenPlural;
    return either(StemSource::kVerb) ? ConflationKind::kVerbForm : ConflationKind::kListed;
  }

  void compare_clitics() {
    const auto of = [](const Side& side) {
      return side.word.leaning.empty()
                 ? chain(side.spelled.exact_of(0, side.base_begin()))
                 : chain(letters_of(side.word.leaning).exact_of(0, std::string_view::npos));
    };
    const std::string query = of(query_);
    const std::string text = of(text_);
    if (query != text) add(ConflationKind::kClitic, query, text);
  }

  void compare_endings() {
    const std::string query = query_.ending();
    const std::string text = text_.ending();
    if (listed_ && is_adjective()) return;
    if (query_.word.trace.ending == text_.word.trace.ending)  // ة, ه
      return compare_letters(query_.letters(query_.base_end(), std::string::npos),
                             text_.letters(text_.base_end(), std::string::npos));
    if (is_plural_of_feminine(query, text))
      return add(ConflationKind::kBrokenPlural, query_.bare(), text_.bare());
    const std::size_t before = steps_.size();
    compare_parts(ending_parts(query), ending_parts(text));
    if (steps_.size() == before) add(ConflationKind::kEnding, query, text);
  }

  /// What only one side has. ة is ت before another ending, and the plural's ون is ين in another case.
  void compare_parts(const std::vector<EndingPart>& query, std::vector<EndingPart> text) {
    const auto is_plural = [](ConflationKind kind) {
      return kind == ConflationKind::kPlural || kind == ConflationKind::kDualOrPlural;
    };
    for (const EndingPart& part : query) {
      const auto same = std::ranges::find_if(text, [&](const EndingPart& other) {
        return other.kind == part.kind || (is_plural(other.kind) && is_plural(part.kind));
      });
      if (same == text.end()) {
        add(part.kind, std::string(part.letters), "");
        continue;
      }
      if (part.letters != same->letters && part.kind != ConflationKind::kFeminine)
        add(is_plural(part.kind) ? ConflationKind::kPlural : part.kind, std::string(part.letters),
            std::string(same->letters));
      text.erase(same);
    }
    for (const EndingPart& part : text) add(part.kind, "", std::string(part.letters));
  }

  /// هدنة, هدن: a listed plural that only lacks the ending.
  bool is_plural_of_feminine(std::string_view query, std::string_view text) const {
    const bool listed = query_.word.trace.source == StemSource::kBrokenPlural &&
                        text_.word.trace.source == StemSource::kBrokenPlural;
    return listed && ((query == "ة" && text.empty()) || (query.empty() && text == "ة"));
  }

  bool is_adjective() const {
    return std::ranges::find(steps_, ConflationKind::kAdjective, &ConflationStep::kind) != steps_.end();
  }

  Side query_;
  Side text_;
  bool listed_ = false;
  std::vector<ConflationStep> steps_;
};

}  // namespace

std::string_view conflation_name(ConflationKind kind) {
  constexpr std::array<std::string_view, 29> kNames{"marks",
                                                    "tatweel",
                                                    "invisible",
                                                    "presentation-form",
                                                    "persian-letter",
                                                    "digit",
                                                    "number-separator",
                                                    "case",
                                                    "alef",
                                                    "taa-marbuta",
                                                    "alef-maqsura",
                                                    "hamza",
                                                    "foreign-letter",
                                                    "diacritic",
                                                    "clitic",
                                                    "feminine",
                                                    "dual",
                                                    "plural",
                                                    "dual-or-plural",
                                                    "pronoun",
                                                    "relation",
                                                    "tanween",
                                                    "verb-ending",
                                                    "ending",
                                                    "broken-plural",
                                                    "verb-form",
                                                    "name",
                                                    "adjective",
                                                    "listed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<ConflationStep> conflation_steps(const TracedWord& query, const TracedWord& text) {
  return Comparison(query, text).run();
}

}  // namespace mahdar
