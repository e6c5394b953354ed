#include "analyzers/text/word_forms.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/clitics.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/stop_words.h"
#include "analyzers/text/utf8.h"
#include "analyzers/text/word_hash.h"

namespace mahdar {
namespace {

// An index term holds 245 bytes, prefix included.
constexpr std::size_t kMaxFormBytes = 200;

void cut_to_limit(std::string& word) {
  if (word.size() <= kMaxFormBytes) return;
  std::size_t end = kMaxFormBytes;
  while ((static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  word.resize(end);
}

// Separators of thousands go, the decimal sign becomes a full stop.
std::string clean_number(std::string_view surface) {
  std::string number;
  for (std::size_t at = 0; at < surface.size();) {
    const auto [c, length] = utf8::decode(surface, at);
    at += length;
    if (c == U'٫') {
      number += '.';
    } else if (c != U',' && c != U'٬') {
      utf8::append(number, c);
    }
  }
  return clean(number);
}

WordForms::Part add_part(std::string& bytes, std::string_view form) {
  const WordForms::Part part{static_cast<std::uint16_t>(bytes.size()),
                             static_cast<std::uint16_t>(form.size())};
  bytes += form;
  return part;
}

// The stem is most often a piece of the folded word: no bytes of its own then.
WordForms::Part stem_part(std::string& bytes, WordForms::Part whole, std::string_view folded,
                          std::string_view stem) {
  const std::size_t at = folded.find(stem);
  if (at == std::string_view::npos) return add_part(bytes, stem);
  return {static_cast<std::uint16_t>(whole.begin + at), static_cast<std::uint16_t>(stem.size())};
}

constexpr std::string_view kStopStemMark = "'";  // no letter of a word

// What stands before a stem at the end of a word are clitics. The article makes a noun of any word.
bool is_behind_article(std::string_view word, std::string_view stem) {
  const std::string_view clitics = word.substr(0, word.size() - stem.size());
  return clitics.find("ال") != clitics.npos || clitics.find("لل") != clitics.npos;
}

}  // namespace

// لبعض, but not الأم.
bool WordFormMaker::is_stop_stem(std::string_view folded, std::string_view stem) const {
  const WordEntry* entry = words_.find(stem);
  return entry && entry->is(kStopFolded) && folded.ends_with(stem) && !is_behind_article(folded, stem);
}

// أعلام, which folded is إعلام as well.
std::string_view WordFormMaker::stem_of_spelling(std::string_view exact) const {
  const auto stem_of_listed = [&](std::string_view word) {
    const WordEntry* entry = words_.find(word);
    return entry && entry->is(kSpelling) ? entry->stem : std::string_view{};
  };
  if (const auto stem = stem_of_listed(exact); !stem.empty()) return stem;
  for (const Rest& rest : rests_after_proclitics(exact))
    if (const auto stem = stem_of_listed(rest.word); !rest.future && !stem.empty()) return stem;
  return {};
}

// ورأى, but not رأي.
std::string_view WordFormMaker::stem_of(std::string_view exact, std::string_view folded) const {
  if (exact != folded)
    if (const auto stem = stem_of_spelling(exact); !stem.empty()) return stem;
  const std::string_view stem = stemmer_.stem(folded);
  if (!exact.ends_with("ى") || exact.size() < stem.size() || is_behind_article(exact, stem)) return stem;
  const WordEntry* entry = words_.find(exact.substr(exact.size() - stem.size()));
  return entry && entry->is(kVerbSpelling) ? entry->stem : stem;
}

WordForms WordFormMaker::make(std::string_view surface, TokenKind kind, std::string& bytes) const {
  thread_local std::string exact, folded;
  if (kind == TokenKind::kNumber) {
    exact = clean_number(surface);
  } else {
    clean_into(surface, exact);
  }
  cut_to_limit(exact);
  fold_into(exact, folded);
  if (folded.empty()) folded = exact;
  WordForms forms;
  forms.stop = kind != TokenKind::kNumber && is_stop_word(words_, exact, folded);
  forms.folded_hash = detail::word_hash(folded);
  bytes = surface;
  forms.surface = static_cast<std::uint16_t>(surface.size());
  forms.exact = exact == surface ? WordForms::Part{0, forms.surface} : add_part(bytes, exact);
  forms.folded = folded == exact ? forms.exact : add_part(bytes, folded);
  std::string_view stem = folded;
  thread_local std::string marked;
  if (kind == TokenKind::kArabic) {
    if (!forms.stop) stem = stem_of(exact, folded);
    // على is not told from علي, which is typed for it.
    const bool apart_from_others =
        forms.stop ? is_stop_word(words_, folded, folded) : is_stop_stem(folded, stem);
    if (apart_from_others) stem = marked.assign(stem).append(kStopStemMark);
  } else if (const WordEntry* entry = words_.find(folded); entry && entry->is(kName)) {
    stem = entry->stem;
  }
  forms.stem = stem_part(bytes, forms.folded, folded, stem);
  forms.stem_hash = hash_stem(stem);
  if (marks_ != nullptr) forms.marks = marks_->of(forms.folded_hash, forms.stem_hash);
  return forms;
}

WordFormCache& WordFormCache::of_this_thread() {
  thread_local WordFormCache cache;
  return cache;
}

std::uint64_t WordFormCache::next_owner() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

// A slot of zeros is a free slot, so that a search of one word does not pay for clearing megabytes.
WordFormCache::WordFormCache() : sets_(static_cast<Set*>(std::calloc(kSets, sizeof(Set))), std::free) {
  static_assert(std::is_trivially_destructible_v<Set> && std::is_trivially_copyable_v<Set>);
  if (!sets_) throw std::bad_alloc();
}

bool WordFormCache::Slot::holds(std::uint64_t wanted, std::string_view surface) const {
  return key == wanted && forms.surface == surface.size() &&
         detail::same_bytes(bytes.data(), surface.data(), surface.size());
}

std::uint64_t WordFormCache::key_of(std::string_view surface, std::uint64_t owner) const {
  const std::uint64_t key = (detail::word_hash(surface) ^ (owner << 32)) | 1;
  for (const Slot& slot : set_of(key)) __builtin_prefetch(&slot);
  return key;
}

WordFormCache::Found WordFormCache::get(std::uint64_t key, std::string_view surface, TokenKind kind,
                                        const WordFormMaker& maker) {
  Set& set = set_of(key);
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (!set[i].holds(key, surface)) continue;
    set[i].recent = true;
    set[1 - i].recent = false;
    return set[i].found();
  }
  made_ = maker.make(surface, kind, bytes_);
  return fill(set[0].recent ? set[1] : set[0], key);
}

WordFormCache::Found WordFormCache::fill(Slot& slot, std::uint64_t key) {
  if (bytes_.size() > slot.bytes.size()) return {made_, std::string_view(bytes_).substr(made_.surface)};
  slot.key = key;
  slot.forms = made_;
  slot.size = static_cast<std::uint8_t>(bytes_.size());
  std::memcpy(slot.bytes.data(), bytes_.data(), bytes_.size());
  return slot.found();
}

}  // namespace mahdar
