#include "analyzers/text/word_forms.h"

#include <atomic>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/stop_words.h"
#include "analyzers/text/utf8.h"

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
WordForms::Part stem_part(WordForms& forms, std::string_view folded, std::string_view stem) {
  const std::size_t at = folded.find(stem);
  if (at == std::string_view::npos) return add_part(forms.bytes, stem);
  return {static_cast<std::uint16_t>(forms.folded.begin + at), static_cast<std::uint16_t>(stem.size())};
}

}  // namespace

void WordFormMaker::make(std::string_view surface, TokenKind kind, WordForms& forms) const {
  std::string exact = kind == TokenKind::kNumber ? clean_number(surface) : clean(surface);
  cut_to_limit(exact);
  std::string folded;
  fold_into(exact, folded);
  if (folded.empty()) folded = exact;
  const bool arabic = kind == TokenKind::kArabic;
  forms.kind = kind;
  forms.stop = kind != TokenKind::kNumber && is_stop_word(words_, exact, folded);
  forms.folded_hash = hash_word(folded);
  forms.bytes = surface;
  forms.surface = static_cast<std::uint16_t>(surface.size());
  const WordForms::Part whole{0, forms.surface};
  forms.exact = exact == surface ? whole : add_part(forms.bytes, exact);
  forms.folded = folded == exact ? forms.exact : add_part(forms.bytes, folded);
  std::string_view stem = folded;
  if (arabic && !forms.stop) {
    stem = stemmer_.stem(folded);
  } else if (const WordEntry* entry = words_.find(folded); entry && entry->is(kName)) {
    stem = entry->stem;
  }
  forms.stem = stem_part(forms, folded, stem);
}

WordFormCache& WordFormCache::of_this_thread(std::uint64_t owner) {
  thread_local WordFormCache cache;
  if (cache.owner_ != owner) {
    cache.owner_ = owner;
    cache.hashes_.assign(kSlots, 0);
    cache.forms_.resize(kSlots);
  }
  return cache;
}

std::uint64_t WordFormCache::next_owner() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

const WordForms& WordFormCache::get(std::string_view surface, TokenKind kind, const WordFormMaker& maker) {
  if (surface.size() > kMaxBytes) {
    maker.make(surface, kind, uncached_);
    return uncached_;
  }
  const std::uint64_t hash = hash_word(surface) | 1;
  const std::size_t slot = (hash >> 1) & (kSlots - 1);
  WordForms& forms = forms_[slot];
  const bool hit = hashes_[slot] == hash && std::string_view(forms.bytes).substr(0, forms.surface) == surface;
  if (hit) return forms;
  maker.make(surface, kind, forms);
  hashes_[slot] = hash;
  return forms;
}

}  // namespace mahdar
