#include "searcher/query/exact_phrase.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "schema/stored_article.h"
#include "searcher/query/deadline.h"

namespace mahdar {
namespace {

std::string side_by_side(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// Whether the words stand in the text just as written here, between blanks or at a full stop: then nothing
/// needs to be analyzed, which is a hundred times the work. False proves nothing.
bool stands_plainly(std::string_view text, std::string_view written) {
  constexpr std::string_view kBefore = " \n(";
  constexpr std::string_view kAfter = " \n.:)";
  for (auto at = text.find(written); at != std::string_view::npos; at = text.find(written, at + 1)) {
    const std::size_t end = at + written.size();
    const bool begins = at == 0 || kBefore.find(text[at - 1]) != std::string_view::npos;
    const bool ends = end == text.size() || kAfter.find(text[end]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

class HoldsWords : public Xapian::MatchDecider {
 public:
  HoldsWords(const std::vector<std::string>& words, SameForm form, bool title, const QueryContext& context)
      : words_(words),
        form_(form),
        written_(side_by_side(words)),
        title_(title),
        analyzer_(context.analyzer),
        deadline_(context.deadline) {}

  bool operator()(const Xapian::Document& document) const override {
    if (std::chrono::steady_clock::now() > deadline_) throw DeadlineExceeded();
    const std::string data = document.get_data();
    if (!title_) return stands_in(stored_text(data));
    return stands_in(decode_article_head(data).title());
  }

 private:
  bool stands_in(std::string_view text) const {
    return stands_plainly(text, written_) || holds_words(analyzer_.analyze(text), words_, form_);
  }

  const std::vector<std::string>& words_;
  SameForm form_;
  std::string written_;
  bool title_;
  const Analyzer& analyzer_;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace

bool holds_words(const TokenStream& tokens, const std::vector<std::string>& words, SameForm form) {
  const auto& list = tokens.tokens();
  return std::search(list.begin(), list.end(), words.begin(), words.end(),
                     [form](const Token& token, const std::string& word) { return token.*form == word; }) !=
         list.end();
}

MatchQuery verified(const MatchQuery& candidates, const std::vector<std::string>& words, SameForm form,
                    bool title, const QueryContext& context) {
  const std::string key =
      fmt::format("{} {} {}", form == &Token::exact ? "exact" : "folded", title, fmt::join(words, " "));
  if (context.verified != nullptr)
    if (const auto kept = context.verified->find(key)) return MatchQuery::of_articles(kept);
  Xapian::Enquire enquire(context.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(to_xapian(candidates, context.deadline));
  const HoldsWords decider(words, form, title, context);
  const auto all = context.database.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, all, all, nullptr, &decider);
  auto ids = std::make_shared<std::vector<Xapian::docid>>();
  for (auto hit = found.begin(); hit != found.end(); ++hit) ids->push_back(*hit);
  std::ranges::sort(*ids);
  if (context.verified != nullptr)
    context.verified->keep(key, ids, key.size() + ids->size() * sizeof(Xapian::docid));
  return MatchQuery::of_articles(std::move(ids));
}

}  // namespace mahdar
