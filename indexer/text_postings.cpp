#include "indexer/text_postings.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "schema/field.h"
#include "schema/word_trail.h"

namespace mahdar {
namespace {

struct Posting {
  std::string_view word;
  bool in_title;
  Xapian::termcount weight;
};

/// The end of a real title: one borrowed from the beginning of the first paragraph does not weigh more.
std::uint32_t headline_end(const Article& article) {
  const bool borrowed = article.title_end < article.text.size() && article.text[article.title_end] != '\n';
  return borrowed ? 0 : article.title_end;
}

/// Sorted by word, so that the document gets each term once with its whole frequency.
/// form(token): the word, empty to leave it out.
template <typename Form>
std::vector<Posting> postings_of(const AnnotatedArticle& article, const ZoneWeights& weights, Form&& form) {
  std::vector<Posting> postings;
  postings.reserve(article.tokens.size());
  const std::uint32_t title_end = headline_end(*article.article);
  std::uint32_t body_words = 0;
  for (const Token& token : article.tokens.tokens()) {
    const bool in_title = token.begin < title_end;
    const bool in_lead = !in_title && body_words++ < weights.lead_words;
    if (const std::string_view word = form(token); !word.empty())
      postings.push_back({word, in_title, in_title ? weights.title : in_lead ? weights.lead : 1});
  }
  std::ranges::stable_sort(postings, {}, &Posting::word);
  return postings;
}

/// Calls visit(word, first, last) for each distinct word and its postings.
template <typename Visit>
void for_each_word(const std::vector<Posting>& postings, Visit&& visit) {
  for (auto first = postings.begin(); first != postings.end();) {
    const auto last =
        std::find_if(first, postings.end(), [&](const Posting& p) { return p.word != first->word; });
    visit(first->word, first, last);
    first = last;
  }
}

Xapian::termcount weighed(auto first, auto last) {
  Xapian::termcount sum = 0;
  for (; first != last; ++first) sum += first->weight;
  return sum;
}

void add_words(Xapian::Document& document, std::string_view prefix, const std::vector<Posting>& postings) {
  for_each_word(postings, [&](std::string_view word, auto first, auto last) {
    document.add_term(make_term(prefix, word), weighed(first, last));
  });
}

/// The folded words that stand in the article in another spelling too, or only so: of them alone the
/// spellings are indexed, the rest is found by the folded word.
std::unordered_set<std::string_view> respelt_words(const AnnotatedArticle& article) {
  std::unordered_set<std::string_view> words;
  for (const Token& token : article.tokens.tokens())
    if (token.exact != token.folded) words.insert(token.folded);
  return words;
}

void add_title(Xapian::Document& document, const std::vector<Posting>& stems) {
  for (const Posting& stem : stems)
    if (stem.in_title) document.add_term(make_term(prefix::kTitleStem, stem.word));
}

void add_trail(Xapian::Document& document, const AnnotatedArticle& article,
               const std::vector<WordTrail::Alias>& aliases) {
  const std::uint32_t title_end = headline_end(*article.article);
  std::vector<std::string_view> stems;
  std::uint32_t title_words = 0;
  for (const Token& token : article.tokens.tokens()) {
    stems.push_back(token.stem);
    if (token.begin < title_end) ++title_words;
  }
  document.add_value(slot::kTrail, WordTrail::encode(stems, title_words, aliases));
}

bool is_one_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos;
}

/// Stem of the first one-word spelling of a place, or empty.
std::string one_word_stem(const Entity& entity, const Analyzer& analyzer) {
  if (entity.kind != EntityKind::kPlace) return {};
  const auto word = std::ranges::find_if(entity.names, is_one_word);
  return word == entity.names.end() ? std::string() : analyzer.stem(*word);
}

void add_entity(Xapian::Document& document, const EntityTerms& terms, const EntityMatch& match,
                std::vector<WordTrail::Alias>& aliases) {
  for (const std::string& id : terms.concepts) document.add_term(make_term(prefix::kConcept, id));
  const auto also = [&](const std::string& stem) {
    if (stem.empty()) return;
    document.add_term(make_term(prefix::kStem, stem));
    aliases.push_back({static_cast<std::uint32_t>(match.first_token), stem});
  };
  if (match.token_count > 1) also(terms.own_stem);
  also(terms.other_stem);
}

}  // namespace

EntityTermTable::EntityTermTable(const Taxonomy& taxonomy, const Analyzer& analyzer) {
  for (const Entity& entity : taxonomy.entities()) {
    EntityTerms terms{{entity.id}, {}, {}};
    if (!std::ranges::all_of(entity.names, is_one_word)) terms.own_stem = one_word_stem(entity, analyzer);
    if (const Entity* other = entity.same_as.empty() ? nullptr : taxonomy.entity(entity.same_as)) {
      terms.concepts.push_back(other->id);
      terms.other_stem = one_word_stem(*other, analyzer);
    }
    table_.emplace(&entity, std::move(terms));
  }
}

void add_text_postings(Xapian::Document& document, const AnnotatedArticle& article,
                       const EntityTermTable& entities, const ZoneWeights& weights) {
  const auto folded = [](const Token& token) { return token.folded; };
  const auto stem = [](const Token& token) { return token.stem; };
  add_words(document, prefix::kFolded, postings_of(article, weights, folded));
  const auto respelt = respelt_words(article);
  add_words(document, prefix::kExact, postings_of(article, weights, [&](const Token& token) {
              return respelt.contains(token.folded) ? token.exact : std::string_view();
            }));
  const auto stems = postings_of(article, weights, stem);
  add_words(document, prefix::kStem, stems);
  add_title(document, stems);
  std::vector<WordTrail::Alias> aliases;
  for (const EntityMatch& match : article.entities)
    if (match.form == FormKind::kName) add_entity(document, entities.of(*match.entity), match, aliases);
  add_trail(document, article, aliases);
}

}  // namespace mahdar
