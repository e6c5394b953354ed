#include "searcher/query/exact_phrase.h"

#include <algorithm>
#include <memory>

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
    const Article article = decode_article_head(document.get_data());
    const std::string_view text = title_ ? article.title() : std::string_view(article.text);
    return stands_plainly(text, written_) || holds_words(analyzer_.analyze(text), words_, form_);
  }

 private:
  const std::vector<std::string>& words_;
  SameForm form_;
  std::string written_;
  bool title_;
  const Analyzer& analyzer_;
  std::chrono::steady_clock::time_point deadline_;
};

/// A fixed set of articles as a posting list without weight.
class FixedSet : public Xapian::PostingSource {
 public:
  explicit FixedSet(std::shared_ptr<const std::vector<Xapian::docid>> ids) : ids_(std::move(ids)) {}

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void init(const Xapian::Database&) override {
    started_ = false;
    at_ = 0;
  }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    const auto from = ids_->begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, ids_->end(), id) - ids_->begin());
  }
  bool at_end() const override { return at_ >= ids_->size(); }
  Xapian::docid get_docid() const override { return (*ids_)[at_]; }
  FixedSet* clone() const override { return new FixedSet(ids_); }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(ids_->size()); }

  std::shared_ptr<const std::vector<Xapian::docid>> ids_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

bool holds_words(const TokenStream& tokens, const std::vector<std::string>& words, SameForm form) {
  const auto& list = tokens.tokens();
  return std::search(list.begin(), list.end(), words.begin(), words.end(),
                     [form](const Token& token, const std::string& word) { return token.*form == word; }) !=
         list.end();
}

Xapian::Query verified(const Xapian::Query& candidates, const std::vector<std::string>& words, SameForm form,
                       bool title, const QueryContext& context) {
  Xapian::Enquire enquire(context.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(candidates);
  const HoldsWords decider(words, form, title, context);
  const auto all = context.database.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, all, all, nullptr, &decider);
  auto ids = std::make_shared<std::vector<Xapian::docid>>();
  for (auto hit = found.begin(); hit != found.end(); ++hit) ids->push_back(*hit);
  std::ranges::sort(*ids);
  if (ids->empty()) return Xapian::Query::MatchNothing;
  auto* source = new FixedSet(std::move(ids));
  return Xapian::Query(source->release());
}

}  // namespace mahdar
