#include "analyzers/text/word_forms.h"

#include <atomic>
#include <cstring>

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
WordForms::Part stem_part(std::string& bytes, WordForms::Part whole, std::string_view folded,
                          std::string_view stem) {
  const std::size_t at = folded.find(stem);
  if (at == std::string_view::npos) return add_part(bytes, stem);
  return {static_cast<std::uint16_t>(whole.begin + at), static_cast<std::uint16_t>(stem.size())};
}

}  // namespace

WordForms WordFormMaker::make(std::string_view surface, TokenKind kind, std::string& bytes) const {
  std::string exact = kind == TokenKind::kNumber ? clean_number(surface) : clean(surface);
  cut_to_limit(exact);
  std::string folded;
  fold_into(exact, folded);
  if (folded.empty()) folded = exact;
  WordForms forms;
  forms.stop = kind != TokenKind::kNumber && is_stop_word(words_, exact, folded);
  forms.folded_hash = hash_word(folded);
  bytes = surface;
  forms.surface = static_cast<std::uint16_t>(surface.size());
  forms.exact = exact == surface ? WordForms::Part{0, forms.surface} : add_part(bytes, exact);
  forms.folded = folded == exact ? forms.exact : add_part(bytes, folded);
  std::string_view stem = folded;
  if (kind == TokenKind::kArabic && !forms.stop) {
    stem = stemmer_.stem(folded);
  } else if (const WordEntry* entry = words_.find(folded); entry && entry->is(kName)) {
    stem = entry->stem;
  }
  forms.stem = stem_part(bytes, forms.folded, folded, stem);
  return forms;
}

WordFormCache& WordFormCache::of_this_thread(std::uint64_t owner) {
  thread_local WordFormCache cache;
  if (cache.owner_ != owner) {
    cache.owner_ = owner;
    cache.slots_.assign(kSlots, {});
  }
  return cache;
}

std::uint64_t WordFormCache::next_owner() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

WordFormCache::Found WordFormCache::get(std::string_view surface, TokenKind kind,
                                        const WordFormMaker& maker) {
  const std::uint64_t hash = hash_word(surface) | 1;
  Slot& slot = slots_[(hash >> 1) & (kSlots - 1)];
  const auto made = [&] { return std::string_view(slot.bytes.data(), slot.size).substr(slot.forms.surface); };
  const bool hit = slot.hash == hash && slot.forms.surface == surface.size() &&
                   std::memcmp(slot.bytes.data(), surface.data(), surface.size()) == 0;
  if (hit) return {slot.forms, made()};
  uncached_ = maker.make(surface, kind, bytes_);
  if (bytes_.size() > slot.bytes.size())
    return {uncached_, std::string_view(bytes_).substr(uncached_.surface)};
  slot.hash = hash;
  slot.forms = uncached_;
  slot.size = static_cast<std::uint8_t>(bytes_.size());
  std::memcpy(slot.bytes.data(), bytes_.data(), bytes_.size());
  return {slot.forms, made()};
}

}  // namespace mahdar
