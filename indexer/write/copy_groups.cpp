#include "indexer/write/copy_groups.h"

#include <algorithm>
#include <map>
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
  auto operator<=>(const BandEntry&) const = default;
};

std::string hash_of_id(const Xapian::Database& database, Xapian::docid document) {
  return hash_bytes(term_with_prefix(database, document, prefix::kId)).substr(0, kGroupBytes);
}

}  // namespace

/// Union-find over document numbers (Tarjan, 1975, with path halving).
class CopyGroups::Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    for (std::size_t i = 0; i < size; ++i) parent_[i] = static_cast<Xapian::docid>(i);
  }
  Xapian::docid find(Xapian::docid document) {
    while (parent_[document] != document) {
      parent_[document] = parent_[parent_[document]];
      document = parent_[document];
    }
    return document;
  }
  void unite(Xapian::docid a, Xapian::docid b) { parent_[find(a)] = find(b); }

 private:
  std::vector<Xapian::docid> parent_;
};

void CopyGroups::load(const Xapian::Database& database) {
  loaded_ = true;
  sketches_.assign(database.get_lastdocid() + std::size_t{1}, {});
  for (auto at = database.valuestream_begin(slot::kSketch); at != database.valuestream_end(slot::kSketch);
       ++at)
    sketches_[at.get_docid()] = CopySketch::parse(*at);
  for (auto at = database.valuestream_begin(slot::kCopies); at != database.valuestream_end(slot::kCopies);
       ++at) {
    group_of_[at.get_docid()] = *at;
    members_[*at].insert(at.get_docid());
  }
}

void CopyGroups::leave_group(Xapian::docid document) {
  const auto known = group_of_.find(document);
  if (known == group_of_.end()) return;
  broken_.insert(known->second);
  members_[known->second].erase(document);
  group_of_.erase(known);
}

void CopyGroups::put(Xapian::docid document, const CopySketch& sketch) {
  leave_group(document);
  if (sketches_.size() <= document) sketches_.resize(document + std::size_t{1});
  sketches_[document] = sketch;
  touched_.insert(document);
}

void CopyGroups::remove(Xapian::docid document) {
  leave_group(document);
  if (document < sketches_.size()) sketches_[document] = {};
  touched_.erase(document);
}

void CopyGroups::touch_all() {
  for (Xapian::docid document = 1; document < sketches_.size(); ++document)
    if (sketches_[document].runs > 0) touched_.insert(document);
}

void CopyGroups::link_touched(Sets& sets) const {
  std::vector<BandEntry> bands;
  bands.reserve(touched_.size() * CopySketch::kBands);
  for (const Xapian::docid document : touched_)
    if (sketches_[document].runs > 0)
      for (std::size_t band = 0; band < CopySketch::kBands; ++band)
        bands.push_back({sketches_[document].band(band), document});
  if (bands.empty()) return;
  std::ranges::sort(bands);
  for (Xapian::docid document = 1; document < sketches_.size(); ++document) {
    const CopySketch& sketch = sketches_[document];
    if (sketch.runs == 0) continue;
    for (std::size_t number = 0; number < CopySketch::kBands; ++number) {
      const std::uint64_t band = sketch.band(number);
      auto entry = std::ranges::lower_bound(bands, BandEntry{band, 0});
      for (; entry != bands.end() && entry->band == band; ++entry) {
        if (sets.find(entry->document) == sets.find(document)) continue;
        if (are_copies(sketch, sketches_[entry->document])) sets.unite(document, entry->document);
      }
    }
  }
}

void CopyGroups::settle(Xapian::WritableDatabase& database) {
  for (const Group& group : broken_) {
    const auto members = members_.find(group);
    if (members != members_.end()) touched_.insert(members->second.begin(), members->second.end());
  }
  if (touched_.empty()) {
    broken_.clear();
    return;
  }
  Sets sets(sketches_.size());
  for (const auto& [group, members] : members_)
    if (!broken_.contains(group))
      for (const Xapian::docid member : members) sets.unite(member, *members.begin());
  link_touched(sets);
  std::map<Xapian::docid, std::vector<Xapian::docid>> found;  // by root
  for (const Xapian::docid document : touched_) found[sets.find(document)];
  for (Xapian::docid document = 1; document < sketches_.size(); ++document)
    if (const auto set = found.find(sets.find(document)); set != found.end()) set->second.push_back(document);
  for (const auto& [root, members] : found) {
    Group group;
    if (members.size() > 1)
      for (const Xapian::docid member : members) {
        const Group own = hash_of_id(database, member);
        if (group.empty() || own < group) group = own;
      }
    for (const Xapian::docid member : members) write(database, member, group);
  }
  touched_.clear();
  broken_.clear();
}

void CopyGroups::write(Xapian::WritableDatabase& database, Xapian::docid document, const Group& group) {
  const auto known = group_of_.find(document);
  const Group before = known == group_of_.end() ? Group() : known->second;
  if (before == group) return;
  Xapian::Document changed = database.get_document(document);
  if (!before.empty()) {
    changed.remove_term(make_term(prefix::kCopies, before));
    members_[before].erase(document);
    if (members_[before].empty()) members_.erase(before);
    group_of_.erase(document);
  }
  changed.add_value(slot::kCopies, group);  // an empty value is none
  if (!group.empty()) {
    changed.add_boolean_term(make_term(prefix::kCopies, group));
    members_[group].insert(document);
    group_of_[document] = group;
  }
  database.replace_document(document, changed);
}

}  // namespace mahdar
