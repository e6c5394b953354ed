#include "analyzers/about/source_mentions.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "analyzers/about/word_phrases.h"
#include "analyzers/text/token_gap.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

namespace {

enum class Cue : std::uint32_t { kQuotes, kReceives, kCopy, kOwn };

Cue cue_named(std::string_view name) {
  if (name == "quotes") return Cue::kQuotes;
  if (name == "receives") return Cue::kReceives;
  if (name == "copy") return Cue::kCopy;
  if (name == "own") return Cue::kOwn;
  throw std::logic_error("source_cues.tsv: unknown role " + std::string(name));
}

bool joins(const Token&, const Token& token) {
  return token.gap == Gap::kSpace || token.gap == Gap::kJoined;
}

bool holds_one(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Reads the surroundings of one mention of an outlet.
class Surroundings {
 public:
  Surroundings(const Reading& reading, const PhraseTrie& cues, const EntityMatch& match)
      : reading_(reading), tokens_(reading.tokens), zoned_(reading.zoned), cues_(cues), match_(match) {
    const std::uint32_t start = match.first_token > kSight ? match.first_token - kSight : 0;
    const std::uint32_t stop = std::min(size() - 1, behind() + kSight);
    for (first_ = match.first_token; first_ > start && tokens_[first_].gap != Gap::kParagraph;) --first_;
    for (last_ = behind() - 1; last_ < stop && tokens_[last_ + 1].gap != Gap::kParagraph;) ++last_;
  }

  std::optional<SourceRole> role() const {
    const bool title = zoned_.zone_at(match_.range.begin) == Zone::kTitle && !zoned_.paragraphs.empty() &&
                       zoned_.paragraphs.front().zone == Zone::kTitle;
    if (!title && fills_line()) return SourceRole::kSignature;
    if (!title && closes_text()) return SourceRole::kSignature;
    if (!title && in_dateline()) return SourceRole::kDateline;
    if (match_.form == FormKind::kDateline) return std::nullopt;
    if (in_formula()) return SourceRole::kFormula;
    if (cued_before(Cue::kQuotes, kReach)) return SourceRole::kQuoted;
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t kReach = 6;   ///< tokens between a cue and the name
  static constexpr std::uint32_t kSight = 16;  ///< tokens read on either side

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  std::uint32_t behind() const { return match_.first_token + match_.token_count; }

  std::string_view text_before(std::uint32_t token) const {
    return token == 0 || token >= size() ? std::string_view()
                                         : text_between(tokens_[token - 1], tokens_[token]);
  }

  /// "بلدي نيوز", "بلدي نيوز - (عمر الحسن)".
  bool fills_line() const {
    constexpr std::uint32_t kReporter = 4;
    if (match_.first_token != first_) return false;
    if (behind() == last_ + 1) return true;
    return last_ + 1 - behind() <= kReporter &&
           holds_one(text_before(behind()), {"-", "–", "—", "|", "/", "("});
  }

  /// "(سانا)" behind the last sentence.
  bool closes_text() const {
    if (behind() != size()) return false;
    const std::string_view before = text_before(match_.first_token);
    return holds_one(before, {"(", ".", "/", "-", "–", "—", "[", "*"}) ||
           tokens_[match_.first_token].gap <= Gap::kSentence;
  }

  /// "دمشق-سانا" as a whole line; a date may stand in it.
  bool ends_dateline_of_its_own() const {
    constexpr std::uint32_t kWordsBefore = 3;
    if (behind() != last_ + 1 || match_.first_token == first_) return false;
    std::uint32_t before = match_.first_token - first_;
    const auto& dates = reading_.dates;
    auto date = std::partition_point(dates.begin(), dates.end(),
                                     [&](const DateMention& d) { return d.first_token < first_; });
    for (; date != dates.end() && date->first_token < match_.first_token; ++date)
      before -= std::min(before, date->token_count);
    const bool dated = before < match_.first_token - first_;
    return before <= kWordsBefore &&
           (dated || holds_one(text_before(match_.first_token), {"-", "–", "—", "/", "(", ":", "|"}));
  }

  /// Among the first words of a paragraph, set off on both sides.
  bool in_dateline() const {
    constexpr std::uint32_t kWordsBefore = 5;
    if (ends_dateline_of_its_own()) return true;
    if (match_.first_token - first_ > kWordsBefore || behind() > last_) return false;
    const bool begins = match_.first_token == first_;
    if (!begins && !holds_one(text_before(match_.first_token), {"-", "–", "—", "/", "(", "،", ":", "|"}))
      return false;
    const std::string_view after = text_before(behind());
    if (holds_one(after, {"-", "–", "—", "/", ":", "|"})) return true;
    return !begins && holds_one(after, {")", "."}) && short_opening();
  }

  /// No verb finds room in what stands before "(رويترز)": two words.
  bool short_opening() const { return match_.first_token - first_ <= 3; }

  bool in_formula() const {
    constexpr std::uint32_t kClose = 2;
    if (cued_before(Cue::kOwn, kClose)) return true;
    return cued_before(Cue::kReceives, kClose) && cued_behind(Cue::kCopy, kClose);
  }

  bool has_cue(std::uint32_t token, Cue cue) const {
    bool found = false;
    cues_.match(tokens_.tokens(), token, joins, [&](std::uint32_t value, std::uint32_t, bool) {
      found = found || value == static_cast<std::uint32_t>(cue);
    });
    return found;
  }

  /// Also in the name's own first word: "لوكالة إنترفاكس".
  bool cued_before(Cue cue, std::uint32_t reach) const {
    for (std::uint32_t i = match_.first_token;; --i) {
      if (has_cue(i, cue)) return true;
      const bool stops = i == first_ || match_.first_token - i >= reach || tokens_[i].gap <= Gap::kSentence;
      if (stops) return false;
    }
  }

  bool cued_behind(Cue cue, std::uint32_t reach) const {
    for (std::uint32_t i = behind(); i <= last_ && i < behind() + reach; ++i)
      if (has_cue(i, cue)) return true;
    return false;
  }

  const Reading& reading_;
  const TokenStream& tokens_;
  const ZonedText& zoned_;
  const PhraseTrie& cues_;
  const EntityMatch& match_;
  std::uint32_t first_ = 0;  ///< of the paragraph, as far as it is in sight
  std::uint32_t last_ = 0;
};

}  // namespace

PhraseTrie source_cues() {
  PhraseTrie trie(PhraseMark::kSourceCue);
  for (const std::string_view line : word_list("source_cues.tsv")) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 2) throw std::logic_error("source_cues.tsv: wrong row: " + std::string(line));
    add_phrases(trie, fields[1], static_cast<std::uint32_t>(cue_named(fields[0])), true);
  }
  trie.build();
  return trie;
}

std::vector<SourceMention> find_source_mentions(const Reading& reading, const PhraseTrie& cues) {
  std::vector<SourceMention> mentions;
  for (const EntityMatch& match : reading.entities) {
    if (match.entity->kind != EntityKind::kSource) continue;
    if (const auto role = Surroundings(reading, cues, match).role())
      mentions.push_back({match.entity, *role, match.range});
  }
  return mentions;
}

}  // namespace mahdar
