#include "searcher/match/clock_source.h"

#include <algorithm>

#include "searcher/query/deadline.h"

namespace mahdar {
namespace {

/// Every document number there may be, as a posting list without weight that looks at the clock when it
/// moves.
class ClockSource : public Xapian::PostingSource {
 public:
  ClockSource(const Xapian::Database& database, std::chrono::steady_clock::time_point deadline)
      : ClockSource(database.get_doccount(), database.get_lastdocid(), deadline) {}
  ClockSource(Xapian::doccount articles, Xapian::docid last, std::chrono::steady_clock::time_point deadline)
      : articles_(articles), last_(last), deadline_(deadline), check_(deadline) {}

  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  void init(const Xapian::Database&) override { at_ = 0; }
  void next(double) override {
    check_();
    ++at_;
  }
  void skip_to(Xapian::docid id, double) override {
    check_();
    at_ = std::max(at_, id);
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  ClockSource* clone() const override { return new ClockSource(articles_, last_, deadline_); }

 private:
  Xapian::doccount articles_;
  Xapian::docid last_;
  std::chrono::steady_clock::time_point deadline_;
  DeadlineCheck check_;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query watched(const Xapian::Query& query, const Xapian::Database& database,
                      std::chrono::steady_clock::time_point deadline) {
  auto* clock = new ClockSource(database, deadline);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(clock->release())};
}

}  // namespace mahdar
