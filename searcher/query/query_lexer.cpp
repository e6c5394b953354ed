#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <array>

#include "schema/name_key.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/spoken_operators.h"

namespace mahdar {
namespace {

constexpr bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0 || c == 0xA0 || c == 0x3000 || c == 0x2028 ||
         c == 0x2029;
}

constexpr bool is_quote(char32_t c) {
  return c == U'"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0xFF02;
}

constexpr bool is_comma(char32_t c) {
  return c == U',' || c == 0x060C;
}

/// Characters that end a word and mean nothing themselves.
constexpr bool is_separator(char32_t c) {
  return is_space(c) || is_comma(c) || c == U';' || c == 0x061B || c == U'?' || c == 0x061F || c == U'!' ||
         c == U'|' || c == U'&' || c == 0x2026;
}

std::optional<Field> field_of(std::string_view name) {
  if (const auto field = field_named(name)) return field;
  const std::string key = name_key(name);
  if (key.empty()) return std::nullopt;
  for (const FieldRow& candidate : kFields)
    if (name_key(candidate.name) == key || name_key(candidate.name_ar) == key) return candidate.field;
  return std::nullopt;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Lexemes run() {
    cut_to_cap();
    while (at_ < text_.size()) next();
    return std::move(out_);
  }

 private:
  char32_t peek() const { return peek_at(at_); }

  char32_t peek_at(std::size_t at) const {
    while (at < text_.size()) {
      const char32_t c = next_code_point(text_, at);
      if (!is_bidi_mark(c)) return c;
    }
    return 0;
  }

  void skip() { next_code_point(text_, at_); }

  void report(std::string code, std::string message, std::string message_ar, std::size_t begin,
              std::size_t end) {
    out_.diagnostics.push_back({std::move(code), std::move(message), std::move(message_ar),
                                static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  void cut_to_cap() {
    if (text_.size() <= query_caps::kTextBytes) return;
    std::size_t end = query_caps::kTextBytes;
    while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    report("query-too-long", "the query is longer than 4,096 bytes; the rest was ignored",
           "الاستعلام أطول من 4096 بايتًا، وأُهملت البقية", end, text_.size());
    text_ = text_.substr(0, end);
  }

  void emit(LexemeKind kind, std::size_t begin, std::string text = {}, WordForm form = WordForm::kPlain,
            Field field = Field::kTitle) {
    after_field_ = false;
    out_.list.push_back({kind, std::move(text), form, field,
                         ByteRange{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}});
  }

  void next() {
    const std::size_t begin = at_;
    const char32_t c = next_code_point(text_, at_);
    const char32_t following = peek();
    if (is_bidi_mark(c)) return;
    if ((c == U'&' || c == U'|') && following == c) {
      at_ = text_.find(static_cast<char>(c), at_) + 1;
      emit(c == U'&' ? LexemeKind::kAnd : LexemeKind::kOr, begin);
    } else if (c == U'|') {
      emit(LexemeKind::kEither, begin);
    } else if (is_separator(c)) {
      return;
    } else if (c == U'(') {
      emit(LexemeKind::kOpen, begin);
    } else if (c == U')') {
      emit(LexemeKind::kClose, begin);
    } else if ((c == U'-' || c == 0x2212) && starts_operand(following)) {
      emit(LexemeKind::kNot, begin);
    } else if (c == U'+' && starts_operand(following)) {
      return;
    } else if (c == U'=' && is_quote(following)) {
      while (!is_quote(next_code_point(text_, at_))) {
      }
      phrase(begin, WordForm::kExact);
    } else if (c == U'=' && starts_operand(following)) {
      word(begin, WordForm::kExact);
    } else if (is_quote(c)) {
      phrase(begin, WordForm::kPlain);
    } else {
      at_ = begin;
      word(begin, WordForm::kPlain);
    }
  }

  static bool starts_operand(char32_t c) { return c != U')' && !is_separator(c); }

  /// From behind the opening quote. Without a closing one the quote is dropped and its words stand for
  /// themselves.
  void phrase(std::size_t begin, WordForm form) {
    const std::size_t inside = at_;
    std::string text;
    while (at_ < text_.size()) {
      const char32_t c = next_code_point(text_, at_);
      if (is_quote(c)) {
        if (text.find('*') != std::string::npos) report_marks(begin, text, '"' + read_without(text) + '"');
        skip_slop();
        emit(LexemeKind::kPhrase, begin, std::move(text), form);
        return;
      }
      if (!is_bidi_mark(c)) append_utf8(text, is_space(c) ? U' ' : c);
    }
    at_ = inside;
    report("unclosed-quote", "the quotation mark is never closed; its words were searched one by one",
           "علامة الاقتباس غير مغلقة، فجرى البحث عن كلماتها كلٍّ على حدة", begin, inside);
  }

  /// "…"~3: other engines' notation for loose phrases.
  void skip_slop() {
    if (at_ >= text_.size() || text_[at_] != '~') return;
    ++at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  }

  void word(std::size_t begin, WordForm form) {
    const bool value = after_field_;
    after_field_ = false;
    std::string text;
    while (at_ < text_.size()) {
      const std::size_t before = at_;
      const char32_t c = next_code_point(text_, at_);
      if (is_bidi_mark(c)) continue;
      const bool part_of_value = value && (is_comma(c) || c == 0x2026);
      if (c == U'(' || c == U')' || is_quote(c) || (is_separator(c) && !part_of_value)) {
        at_ = before;
        break;
      }
      if (c == U':' && !value && form == WordForm::kPlain && field(begin, text)) return;
      append_utf8(text, c);
    }
    if (!text.empty()) finish_word(begin, std::move(text), form, value);
  }

  /// Whether "name:" opens a field. A space may follow the colon, as it does in ordinary writing.
  bool field(std::size_t begin, const std::string& name) {
    const auto found = field_of(name);
    std::size_t ahead = at_;
    while (ahead < text_.size() && is_space(peek_at(ahead))) next_code_point(text_, ahead);
    const bool has_value = ahead < text_.size() && peek_at(ahead) != U')' && !is_separator(peek_at(ahead));
    if (found && has_value) {
      emit(LexemeKind::kField, begin, name, WordForm::kPlain, *found);
      at_ = ahead;
      after_field_ = peek_at(ahead) != U'(';
      return true;
    }
    if (!found && starts_operand(peek()) && peek() != 0 && peek() != U'/' && looks_like_name(name))
      report("unknown-field", "no field is called '" + name + "'; it was searched as text",
             "لا حقل باسم «" + name + "»، فجرى البحث عنه نصًّا", begin, at_);
    return false;
  }

  static bool looks_like_name(std::string_view name) {
    return !name.empty() && std::ranges::none_of(name, [](char c) { return c >= '0' && c <= '9'; });
  }

  void finish_word(std::size_t begin, std::string text, WordForm form, bool value) {
    while (!value && text.ends_with(':')) text.pop_back();
    if (form == WordForm::kPlain && !value) {
      if (text == "AND") return emit(LexemeKind::kAnd, begin);
      if (text == "OR") return emit(LexemeKind::kOr, begin);
      if (text == "NOT") return emit(LexemeKind::kNot, begin);
      if (is_spoken_or(text)) return emit(LexemeKind::kEither, begin, std::move(text));
    }
    const std::string typed = text;
    if (form == WordForm::kPlain) form = suffix_form(begin, text, value);
    if (!value) form = form_of_marked(begin, typed, text, form);
    if (letters(text) > 0) emit(LexemeKind::kWord, begin, std::move(text), form);
  }

  /// Takes '*' or '~' with an optional digit off the word's end.
  WordForm suffix_form(std::size_t begin, std::string& text, bool value) {
    const std::size_t size = text.size();
    if (size > 1 && text[size - 2] == '~' && text.back() >= '0' && text.back() <= '9') text.pop_back();
    if (!text.ends_with('*') && !text.ends_with('~')) return WordForm::kPlain;
    const WordForm form = text.ends_with('*') ? WordForm::kPrefix : WordForm::kNear;
    while (text.ends_with('*') || text.ends_with('~') || (!value && text.ends_with(':'))) text.pop_back();
    if (letters(text) >= query_caps::kWildcardLetters) return form;
    if (form == WordForm::kPrefix)
      report("short-wildcard", "a wildcard needs at least two letters before '*'",
             "تحتاج النجمة إلى حرفين على الأقل قبلها", begin, at_);
    return WordForm::kPlain;
  }

  /// The form of a word with a '*' before it, in it or beside '='. The mark stays in the text, where it means
  /// nothing: without it the rest could read as an operator.
  WordForm form_of_marked(std::size_t begin, const std::string& typed, const std::string& text,
                          WordForm form) {
    const bool near = form == WordForm::kExact && text.ends_with('~');
    if ((text.find('*') == std::string::npos && !near) || letters(text) == 0) return form;
    std::string read = read_without(text);
    if (read.find(' ') != std::string::npos && form != WordForm::kExact) form = WordForm::kPlain;
    if (form == WordForm::kPrefix) read += '*';
    if (form == WordForm::kNear) read += '~';
    if (form == WordForm::kExact) {
      read.insert(0, "=");
      while (read.ends_with('~')) read.pop_back();
    }
    report_marks(begin, typed, read);
    return form;
  }

  void report_marks(std::size_t begin, const std::string& typed, const std::string& read) {
    report("misplaced-wildcard",
           "'*' and '~' only mean something at the end of a word without '=' or quotation marks; '" + typed +
               "' was searched as '" + read + "'",
           "لا معنى للنجمة أو ~ إلا في آخر كلمة بلا = ولا علامتي اقتباس، فجرى البحث عن «" + typed +
               "» بوصفها «" + read + "»",
           begin, at_);
  }

  /// What is left for the analyzer, which parts words at a '*'.
  static std::string read_without(std::string_view text) {
    std::string words;
    for (const char c : text) {
      const bool gap = c == '*' || c == ' ';
      if (!gap) words += c;
      if (gap && !words.empty() && !words.ends_with(' ')) words += ' ';
    }
    while (words.ends_with(' ')) words.pop_back();
    return words;
  }

  static std::size_t letters(std::string_view text) {
    std::size_t count = 0;
    const std::string key = name_key(text);
    for (std::size_t at = 0; at < key.size(); ++count) next_code_point(key, at);
    return count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool after_field_ = false;
  Lexemes out_;
};

}  // namespace

Lexemes lex_query(std::string_view text) {
  return Lexer(text).run();
}

std::vector<std::string> literal_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto close_word = [&] {
    // The names of operators in capitals would be read as such again.
    if (word == "AND" || word == "OR" || word == "NOT")
      for (char& c : word) c = static_cast<char>(c + 32);
    if (!name_key(word).empty()) words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    constexpr std::string_view kSyntax = "()\":=*~+-";
    const bool syntax = c < 0x80 && kSyntax.find(static_cast<char>(c)) != std::string_view::npos;
    if (is_separator(c) || is_quote(c) || c == 0x2212 || (syntax && (c != U'-' || word.empty()))) {
      close_word();
    } else if (!is_bidi_mark(c)) {
      append_utf8(word, c);
    }
  }
  close_word();
  return words;
}

}  // namespace mahdar
