#include "searcher/query/fixed_set.h"

#include <algorithm>

namespace mahdar {
namespace {

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

Xapian::Query fixed_set(std::shared_ptr<const std::vector<Xapian::docid>> articles) {
  auto* source = new FixedSet(std::move(articles));
  return Xapian::Query(source->release());
}

}  // namespace mahdar
