#include "searcher/match/completer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "schema/field.h"
#include "schema/name_key.h"
#include "searcher/match/facet_labels.h"
#include "searcher/match/matcher.h"
#include "searcher/match/speller.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

/// Letters from which on a beginning says something.
constexpr std::size_t kShortestBeginning = 2;

struct Tail {
  std::string_view before;  ///< of the text
  std::string_view word;
};

/// The text cut before its last `words` words; none where it has fewer, or ends in a blank.
std::optional<Tail> tail(std::string_view text, int words) {
  if (text.empty() || text.back() == ' ') return std::nullopt;
  std::size_t at = text.size();
  for (int i = 0; i < words; ++i) {
    while (at > 0 && text[at - 1] == ' ') --at;
    if (at == 0) return std::nullopt;
    while (at > 0 && text[at - 1] != ' ') --at;
  }
  return Tail{text.substr(0, at), text.substr(at)};
}

bool begins(std::string_view name, std::string_view beginning) {
  return name_key(name).starts_with(beginning);
}

/// Whether one of the names a facet's value goes by begins so.
bool is_called(Facet facet, const std::string& value, const FacetLabel& label, std::string_view beginning,
               const Taxonomy& taxonomy) {
  if (begins(label.arabic, beginning) || begins(label.english, beginning)) return true;
  const Entity* entity = facet == Facet::kCountry ? taxonomy.country(value) : taxonomy.entity(value);
  return entity != nullptr &&
         std::ranges::any_of(entity->names, [&](const auto& name) { return begins(name, beginning); });
}

std::optional<Field> field_of(Facet facet) {
  for (const FieldRow& row : kFields)
    if (row.facet && facet_of(row.field) == facet) return row.field;
  return std::nullopt;
}

std::string joined(std::string_view before, std::string_view field, std::string_view value) {
  std::string text(before);
  text += field;
  text += ':';
  const bool quoted = value.find(' ') != std::string_view::npos;
  if (quoted) text += '"';
  text += value;
  if (quoted) text += '"';
  return text;
}

void add_values(const Tail& tail, const IndexView& view, std::vector<Completion>& found) {
  const std::string beginning = name_key(tail.word);
  if (code_points(beginning).size() < kShortestBeginning) return;
  const Taxonomy& taxonomy = view.knowledge.taxonomy;
  for (FacetOrdinal ordinal = 0; ordinal < view.dictionary.size(); ++ordinal) {
    const Facet facet = view.dictionary.facet(ordinal);
    const auto field = field_of(facet);
    const std::string& value = view.dictionary.value(ordinal);
    if (!field || value == kUnknown) continue;
    FacetLabel label = facet_label(facet, value, taxonomy);
    if (!is_called(facet, value, label, beginning, taxonomy)) continue;
    const auto articles = view.database.get_termfreq(make_term(row(*field).term_prefix, value));
    if (articles == 0) continue;
    found.push_back({joined(tail.before, row(*field).name, value), std::string(row(*field).name),
                     std::move(label.arabic), std::move(label.english), articles});
  }
}

std::vector<Completion> words(const Tail& tail, std::size_t limit, const IndexView& view) {
  std::vector<Completion> found;
  const std::string beginning = view.knowledge.analyzer.fold(tail.word);
  if (code_points(beginning).size() < kShortestBeginning) return found;
  const QueryContext context{view.database, view.knowledge.taxonomy, view.knowledge.analyzer,
                             view.knowledge.gazetteer, std::chrono::steady_clock::time_point::max()};
  const Speller speller(context);
  bool all_seen = false;
  for (const auto& word : Vocabulary(view.database).beginning_with("", beginning, limit, all_seen)) {
    std::string spelling = speller.usual_spelling(word.folded, {});
    found.push_back({std::string(tail.before) + spelling, "word", spelling, spelling, word.articles});
  }
  return found;
}

}  // namespace

std::vector<Completion> completions(std::string_view text, std::size_t limit, const IndexView& view) {
  const auto last = tail(text, 1);
  if (!last) return {};
  // Behind an operator, a quote or a field name a word is no longer free.
  if (std::string_view("-=\"(:").find(last->word.front()) != std::string_view::npos ||
      last->word.find(':') != std::string_view::npos)
    return {};
  std::vector<Completion> values;
  for (const int length : {2, 1})
    if (const auto stretch = tail(text, length); stretch && values.empty())
      add_values(*stretch, view, values);
  std::ranges::stable_sort(values, std::ranges::greater(), &Completion::articles);
  std::vector<Completion> plain = words(*last, limit, view);
  const std::size_t kept = plain.empty() ? limit : std::max(limit / 2, limit - std::min(limit, plain.size()));
  if (values.size() > kept) values.resize(kept);
  for (Completion& word : plain)
    if (values.size() < limit) values.push_back(std::move(word));
  return values;
}

}  // namespace mahdar
