#include "indexer/text_postings.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/field.h"

namespace mahdar {
namespace {

struct Posting {
  std::string_view word;
  Xapian::termpos position;
  bool in_title;
  Xapian::termcount weight;
};

/// The end of a real title: one borrowed from the beginning of the first paragraph does not weigh more.
std::uint32_t headline_end(const Article& article) {
  const bool borrowed = article.title_end < article.text.size() && article.text[article.title_end] != '\n';
  return borrowed ? 0 : article.title_end;
}

/// Sorted by word, so that the document gets each term once with its whole frequency.
std::vector<Posting> postings_of(const AnnotatedArticle& article, std::string_view Token::*form,
                                 const ZoneWeights& weights) {
  std::vector<Posting> postings;
  postings.reserve(article.tokens.size());
  const std::uint32_t title_end = headline_end(*article.article);
  std::uint32_t body_words = 0;
  for (const Token& token : article.tokens.tokens()) {
    const bool in_title = token.begin < title_end;
    const bool in_lead = !in_title && body_words++ < weights.lead_words;
    if (!(token.*form).empty())
      postings.push_back({token.*form, token.position, in_title,
                          in_title  ? weights.title
                          : in_lead ? weights.lead
                                    : 1});
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

void add_stems(Xapian::Document& document, const std::vector<Posting>& postings) {
  for_each_word(postings, [&](std::string_view stem, auto first, auto last) {
    const std::string term = make_term(prefix::kStem, stem);
    document.add_posting(term, first->position, weighed(first, last));
    for (auto next = first + 1; next != last; ++next) document.add_posting(term, next->position, 0);
    const auto titled = std::count_if(first, last, [](const Posting& p) { return p.in_title; });
    if (titled == 0) return;
    const std::string title_term = make_term(prefix::kTitleStem, stem);
    for (; first != last; ++first)
      if (first->in_title) document.add_posting(title_term, first->position);
  });
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
                Xapian::termpos position) {
  for (const std::string& id : terms.concepts) document.add_term(make_term(prefix::kConcept, id));
  if (match.token_count > 1 && !terms.own_stem.empty())
    document.add_posting(make_term(prefix::kStem, terms.own_stem), position);
  if (!terms.other_stem.empty()) document.add_posting(make_term(prefix::kStem, terms.other_stem), position);
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
  add_words(document, prefix::kFolded, postings_of(article, &Token::folded, weights));
  add_words(document, prefix::kExact, postings_of(article, &Token::exact, weights));
  add_stems(document, postings_of(article, &Token::stem, weights));
  for (const EntityMatch& match : article.entities)
    if (match.form == FormKind::kName)
      add_entity(document, entities.of(*match.entity), match, article.tokens[match.first_token].position);
}

}  // namespace mahdar
