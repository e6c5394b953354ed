#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/encoding.h"
#include "analyzers/text/grapheme.h"
#include "searcher/highlight/snippet.h"
#include "small_taxonomy.h"

using namespace mahdar;

namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kEllipsis = "…";
const Words kControls{"\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                      "\u2066", "\u2067", "\u2068", "\u2069"};

MatchTarget target_of(const std::string& text, std::uint32_t at) {
  const TokenStream tokens = test::small_analyzer().analyze(text);
  MatchTarget target;
  target.kind = tokens.size() > 1 ? TargetKind::kPhrase : TargetKind::kWord;
  target.query_word = text;
  target.query_range = {at, at + 1};
  for (const Token& token : tokens.tokens())
    target.words.push_back({std::string(token.exact), std::string(token.folded), std::string(token.stem)});
  return target;
}

const std::vector<MatchTarget>& targets() {
  static const std::vector<MatchTarget> made{target_of("معتقلين", 0), target_of("القمح", 10),
                                             target_of("وفد المعارضة", 20), target_of("2254", 30)};
  return made;
}

struct Shown {
  std::string text;
  std::uint32_t title_end = 0;
  std::vector<Mark> marks;
  Snippet snippet;

  Words words() const {
    Words found;
    for (const ByteRange& r : snippet.highlights)
      found.push_back(snippet.text.substr(r.begin, r.end - r.begin));
    return found;
  }
};

Shown show(const std::string& body, std::uint32_t graphemes) {
  Shown shown;
  shown.text = "عنوان\n" + body + "\n";
  shown.title_end = static_cast<std::uint32_t>(shown.text.find('\n'));
  const TokenStream tokens = test::small_analyzer().analyze(shown.text);
  shown.marks = find_marks(tokens, shown.title_end, targets(), test::small_gazetteer());
  shown.snippet = make_snippet(shown.text, shown.title_end, tokens, shown.marks, targets(), graphemes);
  return shown;
}

std::string without(std::string text, const Words& parts) {
  for (const std::string& part : parts)
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
      text.erase(at, part.size());
  return text;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// The snippet without its ellipses. The texts here have none of their own.
std::string inside(const Snippet& snippet) {
  return without(snippet.text, {std::string(kEllipsis)});
}

rc::Gen<std::string> body_of(const Words& pieces) {
  return rc::gen::map(rc::gen::container<Words>(rc::gen::elementOf(pieces)), [](const Words& chosen) {
    std::string text;
    for (const std::string& piece : chosen) text += piece;
    return text;
  });
}

const Words kProse{"المعتقلين ", "للمعتقلين ", "القمح ", "وفد المعارضة ",
                   "وفد ",       "المعارضة ",  "2254 ",  "٢٢٥٤",
                   "حديث ",      "حديث ",      "حديث ",  "طويل ",
                   "عن ",        "كل ",        "شيء ",   ". ",
                   "، ",         "؛ ",         "؟ ",     "\n",
                   "«",          "» "};

Words with_oddities() {
  Words pieces = kProse;
  for (const std::string& control : kControls) pieces.push_back(control);
  for (const char* odd : {"\u200F",
                          "\u200D",
                          "\u200C",
                          "ـ",
                          "َ",
                          "ّ",
                          "\u0301",
                          "\u20E3",
                          "\u0600",
                          "🇸🇾",
                          "👨\u200D👩\u200D👧",
                          "لافرنتييف ",
                          "أستانة8 ",
                          "a-b-c",
                          "کتلة ",
                          "ﻣﻌﺘﻘﻞ ",
                          "\xD8",
                          "\xFF",
                          "한",
                          "क्षि",
                          "\r\n",
                          "e\u0301 "})
    pieces.push_back(odd);
  return pieces;
}

/// How isolates and embeddings nest; false where one has no other half.
bool in_pairs(std::string_view text) {
  std::string open;
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    const std::string_view c = text.substr(at, 3);
    if (c == "\u202A" || c == "\u202B") open += 'e';
    if (c == "\u2066" || c == "\u2067" || c == "\u2068") open += 'i';
    if (c == "\u202D" || c == "\u202E") return false;
    if (c != "\u202C" && c != "\u2069") continue;
    if (open.empty() || open.back() != (c == "\u202C" ? 'e' : 'i')) return false;
    open.pop_back();
  }
  return open.empty();
}

}  // namespace

TEST_CASE("snippets of any text keep their promises") {
  static const Words kPieces = with_oddities();
  CHECK(rc::check("promises", [](std::uint8_t budget) {
    const std::string body = *body_of(kPieces);
    const Shown shown = show(body, budget);
    const std::string& text = shown.snippet.text;
    RC_ASSERT(text.find('\n') == std::string::npos);
    RC_ASSERT(in_pairs(text));
    RC_ASSERT(one_line(without(shown.text, kControls)).find(without(inside(shown.snippet), kControls)) !=
                  std::string::npos ||
              shown.text.find('\r') != std::string::npos);
    const auto ends = grapheme_ends(text);
    std::uint32_t last = 0;
    for (const ByteRange& range : shown.snippet.highlights) {
      RC_ASSERT(range.begin >= last);
      RC_ASSERT(range.begin < range.end);
      RC_ASSERT(range.end <= text.size());
      last = range.end;
      if (!is_valid_utf8(text)) continue;
      RC_ASSERT(range.begin == 0U || std::ranges::binary_search(ends, range.begin));
      RC_ASSERT(std::ranges::binary_search(ends, range.end));
    }
  }));
}

TEST_CASE("snippets keep their length and begin and end with whole words") {
  CHECK(rc::check("length", [](std::uint8_t wanted) {
    const std::string body = *body_of(kProse);
    const std::size_t budget = std::max<std::size_t>(wanted, 20);
    const Shown shown = show(body, wanted);
    const std::string piece = inside(shown.snippet);
    RC_ASSERT(grapheme_ends(piece).size() <= budget);
    if (piece.empty()) return;
    const std::string whole = one_line(shown.text);
    bool stands_whole = false;
    for (std::size_t at = whole.find(piece); at != std::string::npos; at = whole.find(piece, at + 1)) {
      const std::size_t end = at + piece.size();
      const TokenStream tokens = test::small_analyzer().analyze(shown.text);
      stands_whole = stands_whole || std::ranges::none_of(tokens.tokens(), [&](const Token& token) {
                       return (token.begin < at && at < token.end) || (token.begin < end && end < token.end);
                     });
    }
    RC_ASSERT(stands_whole);
  }));
}

TEST_CASE("no other window of that length has more words of the query") {
  CHECK(rc::check("coverage", [](std::uint8_t wanted) {
    const std::string body = *body_of(kProse);
    const std::size_t budget = std::max<std::size_t>(wanted, 20);
    const Shown shown = show(body, wanted);
    const TokenStream tokens = test::small_analyzer().analyze(shown.text);
    const auto covered = [&](std::size_t first, std::size_t last) {
      std::set<std::uint32_t> units;
      for (const Mark& mark : shown.marks)
        if (mark.first >= first && mark.first + mark.count <= last + 1) units.insert(mark.target);
      return units.size();
    };
    std::size_t best = 0;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      if (tokens[first].begin < shown.title_end) continue;
      for (std::size_t last = first; last < tokens.size(); ++last) {
        // A window with its signs is a little longer than its words.
        std::size_t begin = tokens[first].begin;
        std::size_t end = tokens[last].end;
        while (begin > 0 && shown.text[begin - 1] != ' ' && shown.text[begin - 1] != '\n') --begin;
        while (end < shown.text.size() && shown.text[end] != ' ' && shown.text[end] != '\n') ++end;
        if (grapheme_ends(std::string_view(shown.text).substr(begin, end - begin)).size() > budget) break;
        best = std::max(best, covered(first, last));
      }
    }
    std::set<std::uint32_t> shown_units;
    const std::string piece = inside(shown.snippet);
    const TokenStream again = test::small_analyzer().analyze(piece);
    for (const Mark& mark : find_marks(again, 0, targets(), test::small_gazetteer()))
      shown_units.insert(mark.target);
    RC_ASSERT(shown_units.size() >= best);
    RC_ASSERT((best == 0) == shown.snippet.highlights.empty());
  }));
}

TEST_CASE("marks, tatweel and direction controls inside words change no highlight") {
  const Words signs{"\u064E", "\u0651", "\u064D", "ـ",      "ــ",     "\u200F", "\u200E",
                    "\u061C", "\u202B", "\u202C", "\u2067", "\u2069", "\uFEFF"};
  const Words plain{"المعتقلين", "حديث", "القمح", "وفد", "المعارضة", "طويل", "للمعتقلين", "ووفد"};
  CHECK(rc::check("signs", [&] {
    const auto words = *rc::gen::nonEmpty(rc::gen::container<Words>(rc::gen::elementOf(plain)));
    std::string bare;
    std::string decorated;
    for (const std::string& word : words) {
      bare += word + ' ';
      for (std::size_t at = 0; at < word.size(); at += 2) {
        decorated += word.substr(at, 2);
        // A tatweel at a word's end could join it to the next.
        if (at + 2 < word.size() && *rc::gen::inRange(0, 3) == 0) decorated += *rc::gen::elementOf(signs);
      }
      decorated += ' ';
    }
    const Shown expected = show(bare, 20000);
    const Shown shown = show(decorated, 20000);
    Words cleaned;
    for (const std::string& word : shown.words()) cleaned.push_back(clean(word));
    RC_ASSERT(cleaned == expected.words());
  }));
}
