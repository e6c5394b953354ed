#include "analyzers/about/speech_lexicon.h"

#include <array>

namespace mahdar {
namespace {

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    if (end != 0) words.emplace_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return words;
}

}  // namespace

SpeechLexicon::SpeechLexicon(const Analyzer& analyzer) {
  const CueSections sections = bundled_cues("speech_verbs.txt");
  const auto each = [&](const char* name, const auto& add) {
    for (const std::string& line : sections.at(name)) add(line);
  };
  each("says", [&](std::string_view line) { add_perfect(analyzer, line, SpeechCue::kSays); });
  each("says now", [&](std::string_view line) { add_imperfect(analyzer, line, SpeechCue::kSays); });
  each("acts", [&](std::string_view line) { add_perfect(analyzer, line, SpeechCue::kActs); });
  each("acts now", [&](std::string_view line) { add_imperfect(analyzer, line, SpeechCue::kActs); });
  each("attends", [&](std::string_view line) { add_perfect(analyzer, line, SpeechCue::kAttends); });
  each("attends now", [&](std::string_view line) { add_imperfect(analyzer, line, SpeechCue::kAttends); });
  each("says before a name", [&](std::string_view line) {
    for (const std::string& form : words_of(line))
      add_words(analyzer, form, SpeechCue::kSaysBeforeName, false);
  });
  constexpr std::array<std::pair<const char*, SpeechCue>, 14> kPlain = {
      {{"saying", SpeechCue::kSaying},
       {"his words", SpeechCue::kHisWords},
       {"according to", SpeechCue::kAccording},
       {"that", SpeechCue::kThat},
       {"that he", SpeechCue::kThatHe},
       {"turns away", SpeechCue::kTurn},
       {"the same one", SpeechCue::kSameOne},
       {"passed over", SpeechCue::kPassedOver},
       {"joint", SpeechCue::kJoint},
       {"counterpart", SpeechCue::kCounterpart},
       {"the statement", SpeechCue::kStatement},
       {"issues", SpeechCue::kIssues},
       {"media", SpeechCue::kMedia},
       {"told before", SpeechCue::kToldBefore}}};
  for (const auto& [name, cue] : kPlain) {
    const SpeechCue plain = cue;
    each(name, [&](std::string_view line) { add_words(analyzer, line, plain, true); });
  }
  each("office", [&](std::string_view line) {
    for (const char* particle : {"", "و"})
      offices_.insert(hash_word(analyzer.fold(std::string(particle) + std::string(line))));
  });
  each("accuses", [&](std::string_view line) {
    for (const std::string& form : words_of(line))
      for (const char* particle : {"", "و"}) accusations_.insert(hash_word(analyzer.fold(particle + form)));
  });
  each("sport", [&](std::string_view line) {
    for (const std::string& form : words_of(line)) sport_.insert(hash_word(analyzer.fold(form)));
  });
  trie_.build();
}

void SpeechLexicon::mark_words(WordMarks& marks) const {
  trie_.mark_words(marks);
  const auto mark_all = [&](const auto& words, PhraseMark mark) {
    for (const std::uint64_t word : words) marks.add_word(word, bit_of(mark));
  };
  mark_all(joint_, PhraseMark::kJoint);
  mark_all(offices_, PhraseMark::kOffice);
  mark_all(accusations_, PhraseMark::kAccusation);
  mark_all(sport_, PhraseMark::kSport);
}

std::vector<SpeechLexicon::Match> SpeechLexicon::find(const TokenStream& tokens) const {
  std::vector<Match> matches(tokens.size());
  const auto joins = [](const Token&, const Token& token) { return token.gap >= Gap::kClause; };
  for_each_marked(tokens, trie_.phrase_mark(), [&](std::uint32_t i) {
    Match& match = matches[i];
    trie_.match(tokens.tokens(), i, joins, [&](std::uint32_t value, std::uint32_t words, bool) {
      const Entry& entry = entries_[value];
      if (words > match.words)
        match = {static_cast<std::uint16_t>(words), entry.cue, entry.joined_and, entry.agrees};
    });
  });
  return matches;
}

void SpeechLexicon::add_words(const Analyzer& analyzer, std::string_view words, SpeechCue cue, bool particles,
                              bool agrees) {
  for (const std::string_view particle : {"", "و", "ف"}) {
    const std::string phrase = std::string(particle) + std::string(words);
    std::vector<std::uint64_t> hashes;
    for (const std::string& word : words_of(phrase)) hashes.push_back(hash_word(analyzer.fold(word)));
    if (hashes.empty()) return;
    trie_.add(hashes, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({cue, !particle.empty(), agrees});
    if (cue == SpeechCue::kJoint) joint_.push_back(hashes.front());
    if (!particles) return;
  }
}

void SpeechLexicon::add_perfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue) {
  const std::vector<std::string> forms = words_of(line);
  const auto agrees = [&](const std::string& form) {
    return form.ends_with("وا") || form == forms.front() + "ا" || form == forms.front() + "تا";
  };
  for (const std::string& form : forms) add_words(analyzer, form, cue, true, agrees(form));
  if (forms.size() > 1) return;
  for (const char* ending : {"ت", "ا", "وا", "تا"}) {
    const std::string form = forms.front() + ending;
    add_words(analyzer, form, cue, true, agrees(form));
  }
}

void SpeechLexicon::add_imperfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue) {
  constexpr std::string_view kHe = "ي";
  const std::string tail(line.substr(kHe.size()));
  for (const char* person : {"ي", "ت"}) {
    for (const char* future : {"", "س"}) {
      const std::string form = std::string(future) + person + tail;
      add_words(analyzer, form, cue, true);
      for (const char* ending : {"ان", "ون"}) add_words(analyzer, form + ending, cue, true, true);
    }
  }
}

}  // namespace mahdar
