#include "searcher/query/near_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "schema/name_key.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

constexpr std::size_t kMostNear = 3;
constexpr std::size_t kTellingLetters = 4;  ///< shorter words (حول, على) mean nothing alone

using Words = std::vector<std::string>;

/// A topic or a way of naming.
struct NamedValue {
  const std::string& id;
  const std::string& label_ar;
  const std::string& label_en;
  const std::vector<std::string>& terms;  ///< phrases that stand for it
  bool is_meant_by_terms;                 ///< a part of one of them means it too
};

std::vector<NamedValue> named_values(Field field, const Taxonomy& taxonomy) {
  std::vector<NamedValue> values;
  if (field == Field::kTopic)
    for (const Topic& t : taxonomy.topics()) values.push_back({t.id, t.label_ar, t.label_en, t.cues, false});
  if (field == Field::kFraming)
    for (const Framing& f : taxonomy.framings())
      values.push_back({f.id, f.label_ar, f.label_en, f.terms, true});
  return values;
}

/// Words as name_key() makes them.
Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" _-,/()"), text.size());
    std::string word = name_key(text.substr(0, end));
    if (!word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool holds_all(const Words& words, const Words& wanted) {
  return std::ranges::all_of(
      wanted, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
}

Words label_words(const NamedValue& value) {
  return words_of(fmt::format("{} {} {}", value.id, value.label_ar, value.label_en));
}

bool has_term_with(const NamedValue& value, const Words& wanted) {
  return std::ranges::any_of(value.terms,
                             [&](const std::string& term) { return holds_all(words_of(term), wanted); });
}

/// Whether each word begins a word of one of its terms: إرهابي stands for الإرهابيين.
bool begins_term(const NamedValue& value, const Words& wanted) {
  return std::ranges::any_of(value.terms, [&](const std::string& term) {
    const Words words = words_of(term);
    return std::ranges::all_of(wanted, [&](const std::string& word) {
      return std::ranges::any_of(words, [&](const std::string& own) { return own.starts_with(word); });
    });
  });
}

/// Whether each word is one of the label's but for a slip.
bool sounds_near(const NamedValue& value, const Words& wanted) {
  const Words words = label_words(value);
  return std::ranges::all_of(wanted, [&](const std::string& word) {
    const std::u32string letters = code_points(word);
    const auto most = static_cast<unsigned>(std::clamp<std::size_t>(letters.size() / 4, 1, 2));
    return std::ranges::any_of(words, [&](const std::string& own) {
      return edit_distance(letters, code_points(own), most + 1) <= most;
    });
  });
}

}  // namespace

NearValues near_values(Field field, std::string_view text, const Taxonomy& taxonomy) {
  const Words wanted = words_of(text);
  const bool telling = std::ranges::any_of(
      wanted, [](const std::string& word) { return code_points(word).size() >= kTellingLetters; });
  if (!telling) return {};
  const std::vector<NamedValue> values = named_values(field, taxonomy);
  std::vector<const NamedValue*> found;
  std::size_t meant = 0;
  const auto take = [&](auto&& fits) {
    for (const NamedValue& value : values)
      if (std::ranges::find(found, &value) == found.end() && fits(value)) found.push_back(&value);
  };
  take([&](const NamedValue& value) { return holds_all(label_words(value), wanted); });
  if (found.empty())
    take([&](const NamedValue& value) { return value.is_meant_by_terms && has_term_with(value, wanted); });
  if (found.empty())
    take([&](const NamedValue& value) { return value.is_meant_by_terms && begins_term(value, wanted); });
  meant = found.size();
  take([&](const NamedValue& value) { return sounds_near(value, wanted) || has_term_with(value, wanted); });
  NearValues near;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const NamedValue& value = *found[i];
    if (i < meant) near.meant.push_back(value.id);
    const bool latin = static_cast<unsigned char>(text.front()) < 0x80;
    if (i < std::max(meant, kMostNear))
      near.near.push_back(fmt::format("{} ({})", value.id, latin ? value.label_en : value.label_ar));
  }
  return near;
}

}  // namespace mahdar
