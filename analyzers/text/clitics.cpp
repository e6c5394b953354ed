#include "analyzers/text/clitics.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8

bool cut(std::string_view& word, std::string_view prefix) {
  if (!word.starts_with(prefix)) return false;
  word.remove_prefix(prefix.size());
  return true;
}

void offer(Rests& rests, Rest rest) {
  if (rest.word.size() >= 2 * kLetter) rests.push_back(rest);
}

// What follows a conjunction, or the whole word: preposition or future, then article.
void add_inner(Rests& rests, std::string_view word) {
  std::string_view rest = word;
  if (cut(rest = word, "ال")) offer(rests, {rest, true, false});
  if (cut(rest = word, "س")) offer(rests, {rest, false, true});
  if (!cut(rest = word, "ب") && !cut(rest, "ك") && !cut(rest, "ل")) return;
  offer(rests, {rest, false, false});
  std::string_view bare = rest;
  if (cut(bare, "ال") || (word.starts_with("ل") && cut(bare, "ل"))) offer(rests, {bare, true, false});
}

}  // namespace

Rests rests_after_proclitics(std::string_view folded) {
  Rests rests;
  std::string_view rest = folded;
  if (cut(rest, "و") || cut(rest, "ف")) {
    offer(rests, {rest, false, false});
    add_inner(rests, rest);
  } else {
    add_inner(rests, folded);
  }
  return rests;
}

}  // namespace mahdar
