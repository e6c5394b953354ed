#include "indexer/write/stem_families.h"

#include "analyzers/text/skeleton.h"
#include "analyzers/text/token.h"
#include "schema/field.h"

namespace mahdar {
namespace {

// A key of the synonym table holds no more than a term does; words that long have no family.
constexpr std::size_t kLongestKey = 200;

}  // namespace

void StemFamilies::add(const Xapian::Document& document) {
  auto term = document.termlist_begin();
  term.skip_to(std::string(prefix::kStem));
  for (; term != document.termlist_end() && (*term).starts_with(prefix::kStem); ++term) {
    const std::string stem = word_of_term(prefix::kStem, *term);
    if (stem.size() > kLongestKey || !seen_.insert(hash_word(stem)).second) continue;
    if (std::string bones = skeleton(stem); bones != stem) fresh_[std::move(bones)].insert(stem);
  }
}

void StemFamilies::write(Xapian::WritableDatabase& database) {
  for (const auto& [bones, stems] : fresh_)
    for (const std::string& stem : stems) database.add_synonym(bones, stem);
  fresh_.clear();
}

}  // namespace mahdar
