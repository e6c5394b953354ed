#include "searcher/query/folded_words.h"

#include <bit>

namespace mahdar {
namespace {

constexpr std::uint64_t kUnknownLetters = ~std::uint64_t{0};

/// One bit a letter: words a few edits apart differ in at most two bits an edit.
std::uint64_t letters_of(std::string_view term) {
  std::uint64_t letters = 0;
  for (const char byte : term) {
    if (static_cast<unsigned char>(byte) < ' ') return kUnknownLetters;  // a letter of several bytes
    letters |= std::uint64_t{1} << (static_cast<unsigned char>(byte) & 63U);
  }
  return letters;
}

std::size_t difference(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

}  // namespace

std::vector<std::string> FoldedWords::maybe_near(std::string_view term, unsigned edits,
                                                 const Xapian::Database& database) const {
  {
    const std::lock_guard lock(reading_);
    if (!is_read_) read(database);
  }
  const std::uint64_t wanted = letters_of(term);
  std::vector<std::string> found;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    const std::uint32_t end = ends_[i];
    const bool comparable = wanted != kUnknownLetters && letters_[i] != kUnknownLetters;
    const bool near = !comparable || (std::popcount(wanted ^ letters_[i]) <= static_cast<int>(2 * edits) &&
                                      difference(end - begin, term.size()) <= edits);
    if (near) found.emplace_back(terms_, begin, end - begin);
    begin = end;
  }
  return found;
}

/// All terms but those of streams with a prefix, which is of capitals.
void FoldedWords::read(const Xapian::Database& database) const {
  terms_.clear();
  ends_.clear();
  letters_.clear();
  read(database, "", "A");
  read(database, "[", {});
  is_read_ = true;
}

void FoldedWords::read(const Xapian::Database& database, std::string_view first,
                       std::string_view behind) const {
  auto at = database.allterms_begin();
  at.skip_to(std::string(first));
  for (const auto end = database.allterms_end(); at != end && ends_.size() < kMost; ++at) {
    const std::string term = *at;
    if (!behind.empty() && term >= behind) break;
    terms_ += term;
    ends_.push_back(static_cast<std::uint32_t>(terms_.size()));
    letters_.push_back(letters_of(term));
  }
}

}  // namespace mahdar
