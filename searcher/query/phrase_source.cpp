#include "searcher/query/phrase_source.h"

#include "schema/field.h"
#include "schema/word_trail.h"
#include "searcher/query/deadline.h"

namespace mahdar {
namespace {

using Clock = std::chrono::steady_clock;

/// Looks at an article only when it is asked for it, so an AND asks for those alone that hold all the stems.
class PhraseSource : public Xapian::PostingSource {
 public:
  PhraseSource(std::vector<std::string> stems, bool in_title, Clock::time_point deadline)
      : stems_(std::move(stems)), in_title_(in_title), deadline_(deadline), check_deadline_(deadline) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    at_ = database_.valuestream_begin(slot::kTrail);
    started_ = false;
  }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
    find();
  }

  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    at_.skip_to(id);
    find();
  }

  bool check(Xapian::docid id, double) override {
    started_ = true;
    if (!at_.check(id)) return false;
    if (at_end() || at_.get_docid() != id) return true;
    return holds();
  }

  bool at_end() const override { return at_ == database_.valuestream_end(slot::kTrail); }
  Xapian::docid get_docid() const override { return at_.get_docid(); }
  PhraseSource* clone() const override { return new PhraseSource(stems_, in_title_, deadline_); }

 private:
  bool holds() {
    check_deadline_();
    const std::string trail = *at_;
    return WordTrail(trail).holds(stems_, in_title_);
  }

  void find() {
    while (!at_end() && !holds()) ++at_;
  }

  std::vector<std::string> stems_;
  bool in_title_;
  Clock::time_point deadline_;
  DeadlineCheck check_deadline_;
  Xapian::Database database_;
  Xapian::ValueIterator at_;
  bool started_ = false;
};

}  // namespace

Xapian::Query side_by_side(const std::vector<std::string>& stems, bool in_title, Clock::time_point deadline) {
  auto* source = new PhraseSource(stems, in_title, deadline);
  return Xapian::Query(source->release());
}

}  // namespace mahdar
