#include "indexer/write/copy_groups.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "indexer/content_hash.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"

namespace mahdar {
namespace {

constexpr std::size_t kGroupBytes = 8;

struct BandEntry {
  std::uint64_t band = 0;
  Xapian::docid document = 0;
  std::size_t united = 1;  ///< of the first of its band: how many from it on are known to be in one set
};

constexpr std::size_t kMostEntries = std::size_t{2} << 20;  ///< 32 MB

}  // namespace

/// The bands `first` to `end` of some sketches, to find those that another sketch shares. A bitmap answers
/// for bands that none has.
class CopyGroups::BandIndex {
 public:
  BandIndex(const std::map<Xapian::docid, CopySketch>& sketches, std::size_t first, std::size_t end)
      : first_(first), end_(end), seen_(CopySketch::kBands << kValueBits) {
    for (const auto& [document, sketch] : sketches)
      if (sketch.runs > 0)
        for (std::size_t number = first; number < end; ++number) {
          entries_.push_back({sketch.band(number), document});
          seen_[place(sketch, number)] = true;
        }
    std::ranges::sort(entries_, {}, &BandEntry::band);
  }

  bool empty() const { return entries_.empty(); }

  /// Calls visit(documents) with those of each band that another sketch shares.
  template <typename Visit>
  void for_each_shared(const CopySketch& sketch, Visit&& visit) {
    for (std::size_t number = first_; number < end_; ++number) {
      if (!seen_[place(sketch, number)]) continue;
      const auto shared = std::ranges::equal_range(entries_, sketch.band(number), {}, &BandEntry::band);
      if (!shared.empty()) visit(std::span(shared));
    }
  }

 private:
  static constexpr std::size_t kValueBits = 16;
  static std::size_t place(const CopySketch& sketch, std::size_t number) {
    return number << kValueBits | sketch.least[2 * number];
  }

  std::size_t first_;
  std::size_t end_;
  std::vector<BandEntry> entries_;
  std::vector<bool> seen_;
};

namespace {

std::string hash_of_id(const Xapian::Database& database, Xapian::docid document) {
  return hash_bytes(term_with_prefix(database, document, prefix::kId)).substr(0, kGroupBytes);
}

std::string group_of(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot::kCopies);
}

std::vector<Xapian::docid> members_of(const Xapian::Database& database, const std::string& group) {
  const std::string term = make_term(prefix::kCopies, group);
  return {database.postlist_begin(term), database.postlist_end(term)};
}

void write(Xapian::WritableDatabase& database, Xapian::docid document, const std::string& group) {
  const std::string before = group_of(database, document);
  if (before == group) return;
  Xapian::Document changed = database.get_document(document);
  if (!before.empty()) changed.remove_term(make_term(prefix::kCopies, before));
  changed.add_value(slot::kCopies, group);  // an empty value is none
  if (!group.empty()) changed.add_boolean_term(make_term(prefix::kCopies, group));
  database.replace_document(document, changed);
}

}  // namespace

/// Union-find over document numbers (Tarjan, 1975, with path halving). What was never united is alone.
class CopyGroups::Sets {
 public:
  Xapian::docid find(Xapian::docid document) {
    for (auto at = parent_.find(document); at != parent_.end() && at->second != document;) {
      const auto next = parent_.find(at->second);
      at->second = next->second;
      document = next->first;
      at = next;
    }
    return document;
  }

  void unite(Xapian::docid a, Xapian::docid b) {
    parent_.try_emplace(a, a);
    parent_.try_emplace(b, b);
    parent_[find(a)] = find(b);
  }

  /// The sets of more than one.
  std::vector<std::vector<Xapian::docid>> all() {
    std::map<Xapian::docid, std::vector<Xapian::docid>> by_root;
    for (const Xapian::docid document : united()) by_root[find(document)].push_back(document);
    std::vector<std::vector<Xapian::docid>> sets;
    for (auto& [root, members] : by_root) sets.push_back(std::move(members));
    return sets;
  }

  /// Every document that was united with another, in order.
  std::set<Xapian::docid> united() const {
    std::set<Xapian::docid> documents;
    for (const auto& [document, parent] : parent_) documents.insert(document);
    return documents;
  }

 private:
  std::unordered_map<Xapian::docid, Xapian::docid> parent_;
};

void CopyGroups::put(Xapian::docid document, const CopySketch& sketch) {
  touched_[document] = sketch;
}

void CopyGroups::leave(const Xapian::Database& database, Xapian::docid document) {
  touched_.erase(document);
  if (Group group = group_of(database, document); !group.empty()) broken_.insert(std::move(group));
}

void CopyGroups::put_all(const Xapian::Database& database) {
  for (auto at = database.valuestream_begin(slot::kSketch); at != database.valuestream_end(slot::kSketch);
       ++at)
    put(at.get_docid(), CopySketch::parse(*at));
}

void CopyGroups::touch_broken(const Xapian::Database& database, std::set<Xapian::docid>& grouped) {
  for (const Group& group : broken_)
    for (const Xapian::docid member : members_of(database, group)) {
      grouped.insert(member);
      touched_.try_emplace(member, CopySketch::parse(database.get_document(member).get_value(slot::kSketch)));
    }
}

void CopyGroups::link_touched(const Xapian::Database& database, Sets& sets) const {
  if (touched_.empty()) return;
  const std::size_t width = std::clamp<std::size_t>(kMostEntries / touched_.size(), 1, CopySketch::kBands);
  for (std::size_t first = 0; first < CopySketch::kBands; first += width) {
    BandIndex bands(touched_, first, std::min(first + width, CopySketch::kBands));
    link_sharing(bands, database, sets);
  }
  // Who is joined brings its group along.
  std::set<Group> brought;
  for (const Xapian::docid document : sets.united())
    if (!touched_.contains(document))
      if (const Group group = group_of(database, document); !group.empty() && brought.insert(group).second)
        for (const Xapian::docid member : members_of(database, group)) sets.unite(member, document);
}

/// A large group meets itself in every band; what is in one set already is passed over as one.
void CopyGroups::link_sharing(BandIndex& bands, const Xapian::Database& database, Sets& sets) const {
  if (bands.empty()) return;
  for (auto at = database.valuestream_begin(slot::kSketch); at != database.valuestream_end(slot::kSketch);
       ++at) {
    const CopySketch sketch = CopySketch::parse(*at);
    const Xapian::docid document = at.get_docid();
    bands.for_each_shared(sketch, [&](std::span<BandEntry> sharing) {
      BandEntry& first = sharing.front();
      for (std::size_t i = 0; i < sharing.size(); ++i) {
        const Xapian::docid other = sharing[i].document;
        bool joined = sets.find(other) == sets.find(document);
        if (!joined && are_copies(sketch, touched_.at(other))) sets.unite(document, other), joined = true;
        if (i >= first.united && sets.find(other) == sets.find(first.document))
          std::swap(sharing[i].document, sharing[first.united++].document);
        else if (joined && i < first.united)
          i = first.united - 1;
      }
    });
  }
}

void CopyGroups::settle(Xapian::WritableDatabase& database) {
  std::set<Xapian::docid> grouped;  // with a group that may be theirs no more
  touch_broken(database, grouped);
  Sets sets;
  link_touched(database, sets);
  for (const std::vector<Xapian::docid>& members : sets.all()) {
    Group group;
    for (const Xapian::docid member : members) {
      Group own = hash_of_id(database, member);
      if (group.empty() || own < group) group = std::move(own);
      grouped.erase(member);
    }
    for (const Xapian::docid member : members) write(database, member, group);
  }
  for (const Xapian::docid alone : grouped) write(database, alone, {});
  touched_.clear();
  broken_.clear();
}

}  // namespace mahdar
