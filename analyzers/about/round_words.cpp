#include "analyzers/about/round_words.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "analyzers/about/cue_file.h"
#include "analyzers/about/proclitic_forms.h"
#include "analyzers/text/token_gap.h"

namespace mahdar {
namespace {

constexpr std::pair<std::string_view, std::uint64_t> kSections[] = {
    {"own", kOwnCue},
    {"held", kHeldCue},
    {"past", kPastCue},
    {"next", kNextCue},
    {"past adjectives", kPastAdjective},
    {"next adjectives", kNextAdjective},
    {"own adjectives", kOwnAdjective},
    {"this", kThisWord},
    {"last", kLastWord},
    {"negation", kNegation},
    {"predicates", kPredicate},
    {"this year", kWithinTime},
    {"transparent", kTransparent},
    {"counted", kCounted},
    {"owner stops", kOwnerStop},
    {"from", kFromWord},
    {"until", kUntilWord},
    {"in", kInWord},
    {"numbered sign", kArticleAlone},
    {"after", kAfterWord},
    {"right after", kRightAfterWord},
    {"hypothetical", kHypothetical},
    {"agreed", kAgreed},
    {"first time", kFirstTime},
    {"documents", kDocument},
    {"aside", kAside},
    {"outcomes", kOutcome},
    {"long times", kLongTime},
    {"preparing", kPreparing},
    {"between rounds", kBetweenRounds},
    {"before", kBeforeWord},
    {"sittings", kSitting},
    {"times", kHeadTimes | kHeadFeminine | kHeadDefinite},
};

constexpr std::uint64_t kProvesProcess = kProcessWord | kFormatWord;

bool joins(const Token& before, const Token& token) {
  if (token.gap == Gap::kParagraph || token.gap == Gap::kSentence) return false;
  return token.gap != Gap::kClause || !holds_comma(text_between(before, token));
}

std::uint64_t kinds_of(const HeadForm& form, bool edition) {
  std::uint64_t kinds = form.number == HeadNumber::kSingular ? kHeadSingular
                        : form.number == HeadNumber::kDual   ? kHeadDual
                                                             : kHeadPlural;
  if (form.gender == Gender::kFeminine) kinds |= kHeadFeminine;
  if (form.definite) kinds |= kHeadDefinite;
  if (form.owned) kinds |= kHeadOwned;
  return edition ? kinds | kHeadEdition : kinds;
}

/// Behind the first word of a phrase. Few phrases have more; inlined, each single word would pay for the
/// loop.
[[gnu::noinline]] void mark_rest(std::span<std::uint64_t> phrase, std::uint64_t kinds) {
  for (std::uint64_t& word : phrase.subspan(1)) word |= kinds;
}

}  // namespace

RoundWords::RoundWords(const Taxonomy& taxonomy, const Analyzer& analyzer, int max_value)
    : max_value_(max_value) {
  for (const NumberPhrase& number : arabic_number_phrases()) {
    if (number.value > max_value_ + 1) continue;
    add(analyzer, number.words, {0, number.value, number.kind, number.gender, number.definite});
  }
  add_heads(taxonomy.process(), analyzer);
  add_process(taxonomy.process(), analyzer);
  add_cues(analyzer);
  trie_.build();
  known_.clear();
}

void RoundWords::add(const Analyzer& analyzer, std::string_view phrase, Entry entry) {
  const TokenStream words = analyzer.analyze(phrase);
  if (words.size() == 0) return;
  std::vector<std::uint64_t> hashes;
  for (const Token& word : words.tokens()) hashes.push_back(word.hash);
  if ((entry.kinds & kProvesProcess) != 0) {
    process_.push_back(hashes.front());
    for (const std::string& form : proclitic_forms(words[0].folded)) process_.push_back(hash_word(form));
  }
  // One visit a phrase, however many things it does.
  const auto [known, fresh] = known_.emplace(hashes, entries_.size());
  if (!fresh) {
    Entry& merged = entries_[known->second];
    merged.kinds |= entry.kinds;
    if (merged.value != 0 || entry.value == 0) return;
    entry.kinds = merged.kinds;
    merged = entry;
    return;
  }
  trie_.add(hashes, static_cast<std::uint32_t>(entries_.size()));
  for (const std::string& form : proclitic_forms(words[0].folded))
    trie_.add_alias(hash_word(form), hashes.front());
  entries_.push_back(entry);
}

void RoundWords::add_heads(const Process& process, const Analyzer& analyzer) {
  const CueSections cues = bundled_cues("round_cues.txt");
  const std::vector<std::string>& editions = cues.at("editions");
  std::set<std::string, std::less<>> known;  // forms the taxonomy lists beside the noun they belong to
  const auto add_all = [&](const std::string& head, bool edition) {
    for (const HeadForm& form : head_forms(head))
      if (known.insert(form.word).second) add(analyzer, form.word, {kinds_of(form, edition)});
  };
  for (const std::string& head : editions) add_all(head, true);
  std::vector<std::string> heads = process.heads;
  std::stable_sort(heads.begin(), heads.end(),
                   [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  for (const std::string& head : heads)
    if (!known.contains(head)) add_all(head, false);
}

void RoundWords::add_process(const Process& process, const Analyzer& analyzer) {
  for (const std::string& name : process.names) add(analyzer, name, {kProcessWord});
  for (const std::string& phrase : process.format) add(analyzer, phrase, {kFormatWord});
  for (const std::string& word : process.subject) add(analyzer, word, {kSubjectWord});
  for (const RivalProcess& rival : process.rivals)
    for (const std::string& name : rival.names) add(analyzer, name, {kRivalWord});
}

void RoundWords::add_cues(const Analyzer& analyzer) {
  const CueSections cues = bundled_cues("round_cues.txt");
  for (const auto& [section, kinds] : kSections) {
    const auto found = cues.find(section);
    if (found == cues.end()) continue;
    for (const std::string& phrase : found->second) add(analyzer, phrase, {kinds});
  }
}

void RoundWords::mark_words(WordMarks& marks) const {
  trie_.mark_words(marks);
  for (const std::uint64_t word : process_) marks.add_word(word, bit_of(PhraseMark::kProcess));
}

bool RoundWords::figure(const Token& token, NumberMark& mark) const {
  if (token.kind != TokenKind::kNumber || token.folded.empty() || token.folded.size() > 2) return false;
  int value = 0;
  for (const char c : token.folded) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  if (value < 1 || value > max_value_) return false;
  mark.value = value;
  mark.digits = true;
  mark.definite = token.surface.find("ل") != std::string_view::npos;
  return true;
}

bool RoundWords::names_process(const TokenStream& tokens) const {
  bool named = false;
  for_each_marked(tokens, PhraseMark::kProcess, [&](std::uint32_t i) {
    trie_.match(tokens.tokens(), i, joins, [&](std::uint32_t value, std::uint32_t, bool) {
      named = named || (entries_[value].kinds & kProvesProcess) != 0;
    });
  });
  return named;
}

MarkedText RoundWords::mark(const Reading& reading) const {
  const TokenStream& tokens = reading.tokens;
  MarkedText marked;
  marked.kinds.assign(tokens.size(), kNoRoundWord);
  auto date = reading.dates.begin();
  std::size_t free_from = 0;
  std::size_t next = 0;
  for (const Token& token : tokens.tokens()) {
    const std::size_t i = next++;
    if (!trie_.may_begin(token) && token.kind != TokenKind::kNumber) continue;
    while (date != reading.dates.end() && date->first_token + date->token_count <= i) ++date;
    const bool in_date = date != reading.dates.end() && date->first_token <= i;
    NumberMark number;
    if (figure(token, number)) number.count = 1;
    trie_.match(tokens.tokens(), i, joins, [&](std::uint32_t value, std::uint32_t count, bool aliased) {
      const Entry& entry = entries_[value];
      marked.kinds[i] |= entry.kinds;
      if (count > 1) mark_rest(std::span(marked.kinds).subspan(i, count), entry.kinds);
      if (entry.value != 0 && (count > number.count || (count == number.count && !aliased)))
        number = {0, count, entry.value, entry.kind, entry.gender, entry.definite, false};
    });
    if (number.count == 0 || in_date || i < free_from || number.value > max_value_) continue;
    number.first = static_cast<std::uint32_t>(i);
    free_from = i + number.count;
    marked.numbers.push_back(number);
  }
  return marked;
}

}  // namespace mahdar
