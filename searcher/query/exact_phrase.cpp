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

/// The articles a query matches, ascending.
std::vector<Xapian::docid> matching(const MatchQuery& query, const QueryContext& context) {
  Xapian::Enquire enquire(context.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(to_xapian(query, context.deadline));
  const auto all = context.database.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  std::vector<Xapian::docid> ids;
  ids.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) ids.push_back(*hit);
  std::ranges::sort(ids);
  return ids;
}

class StoredTextReader {
 public:
  StoredTextReader(const std::vector<std::string>& words, SameForm form, bool title,
                   const QueryContext& context)
      : words_(words), form_(form), written_(side_by_side(words)), title_(title), context_(context) {}

  bool holds_words_in(Xapian::docid id) const {
    const std::string data = context_.database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data();
    if (!title_) return stands_in(stored_text(data));
    return stands_in(decode_article_head(data).title());
  }

 private:
  bool stands_in(std::string_view text) const {
    return stands_plainly(text, written_) || holds_words(context_.analyzer.analyze(text), words_, form_);
  }

  const std::vector<std::string>& words_;
  SameForm form_;
  std::string written_;
  bool title_;
  const QueryContext& context_;
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
  auto found = std::make_shared<VerifiedWords>();
  if (context.verified != nullptr)
    if (const auto kept = context.verified->find(key)) {
      if (kept->complete) return MatchQuery::of_articles({kept, &kept->articles});
      *found = *kept;
    }
  const auto keep = [&] {
    const std::size_t bytes = key.size() + sizeof(*found) + found->articles.size() * sizeof(Xapian::docid);
    if (context.verified != nullptr) context.verified->keep(key, found, bytes);
  };
  const std::vector<Xapian::docid> ids = matching(candidates, context);
  const StoredTextReader reader(words, form, title, context);
  while (found->read < ids.size()) {
    const Xapian::docid id = ids[found->read++];
    if (reader.holds_words_in(id)) found->articles.push_back(id);
    if (found->read == ids.size() || std::chrono::steady_clock::now() <= context.deadline) continue;
    keep();  // the next search for these words goes on from here
    throw DeadlineExceeded();
  }
  found->complete = true;
  keep();
  return MatchQuery::of_articles({found, &found->articles});
}

}  // namespace mahdar
