#include "searcher/match/reranker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "analyzers/text/skeleton.h"
#include "schema/field.h"
#include "schema/stored_article.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

constexpr std::uint16_t kNone = std::numeric_limits<std::uint16_t>::max();
constexpr std::size_t kReadBytes = 16384;  ///< of a text; what comes later matters little and costs time
constexpr std::size_t kNear = 8;           ///< words
constexpr std::size_t kLead = 20;          ///< words after the title
constexpr float kTitleWeight = 3;
constexpr float kLeadWeight = 2;

/// BM25's inverse document frequency as Xapian bends it to stay above zero.
double inverse_frequency(double articles, double holders) {
  const double odds = (articles - holders + 0.5) / (holders + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

}  // namespace

/// What the words of texts have of the query, found out once a word.
class Reranker::QueryWords {
 public:
  struct Word {
    std::uint16_t skeleton = kNone;
    std::vector<std::uint16_t> trigrams;
  };

  QueryWords(const Reranker& reranker, const ReadingWords& table)
      : table_(table), places_(table.words()), trigrams_(table.trigrams(), kNone) {
    for (const auto& [letters, number] : reranker.skeletons_)
      skeletons_.emplace_back(table.find_skeleton(letters), number);
    for (const auto& [run, number] : reranker.trigrams_)
      if (const auto found = table.find_trigram(run); found != ReadingWords::kNone) trigrams_[found] = number;
  }

  const ReadingWords* table() const { return &table_; }

  const Word& look_up(std::uint32_t number) {
    std::uint32_t& place = places_[number];
    if (place == 0) {
      words_.push_back(read(number));
      place = static_cast<std::uint32_t>(words_.size());
    }
    return words_[place - 1];
  }

 private:
  Word read(std::uint32_t number) const {
    Word word;
    for (const auto& [skeleton, of_query] : skeletons_)
      if (skeleton == table_.skeleton(number)) word.skeleton = of_query;
    table_.for_each_trigram(number, [&](std::uint32_t trigram) {
      if (trigrams_[trigram] != kNone) word.trigrams.push_back(trigrams_[trigram]);
    });
    return word;
  }

  const ReadingWords& table_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> places_;  ///< by number: place in words_ from 1 on; 0: not read yet
  std::vector<std::uint16_t> trigrams_;
  std::vector<std::pair<std::uint32_t, std::uint16_t>> skeletons_;
};

/// A text as far as the query goes.
struct Reranker::Reading {
  std::vector<std::uint16_t> words;    ///< skeletons of the query, or kNone, in order
  std::vector<std::size_t> sentences;  ///< where each begins
  std::vector<float> frequencies;      ///< by trigram, weighed by zone
  float length = 0;                    ///< weighed by zone
};

Reranker::Reranker(const std::vector<TargetWord>& words, const IndexView& view) : view_(view) {
  const double articles = view.database.get_doccount();
  std::vector<double> counts;
  for (const TargetWord& word : words) {
    const auto number = static_cast<std::uint16_t>(skeletons_.size());
    const auto [known, is_new] = skeletons_.try_emplace(skeleton(word.stem), number);
    if (is_new)
      rarity_.push_back(
          inverse_frequency(articles, view.database.get_termfreq(make_term(prefix::kStem, word.stem))));
    sequence_.push_back(known->second);
    for (const std::uint64_t run : trigrams_of(word.folded)) {
      const auto [trigram, fresh] = trigrams_.try_emplace(run, static_cast<std::uint16_t>(counts.size()));
      if (fresh) counts.push_back(0);
      counts[trigram->second] += 1;
    }
  }
  for (const double count : counts) repeats_.push_back(2 * count / (1 + count));
}

/// The article's words, as kept or read now.
std::shared_ptr<const ArticleReading> Reranker::article(Xapian::docid id, ReadingStore& store) const {
  ReadingStore::Key key{view_.generation, view_.revision, id};
  if (view_.memory != nullptr && view_.memory->columns.content(id) != 0)
    key.content = view_.memory->columns.content(id);
  if (auto kept = store.find(key)) return kept;
  const Article article =
      decode_article_head(view_.database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data());
  const TokenStream tokens =
      view_.knowledge.analyzer.analyze(std::string_view(article.text).substr(0, kReadBytes));
  return store.keep(key, tokens, article.title_end);
}

Reranker::Reading Reranker::read(const ArticleReading& article, QueryWords& words) const {
  Reading reading;
  reading.words.reserve(article.words.size());
  reading.frequencies.resize(repeats_.size());
  for (std::size_t i = 0; i < article.words.size(); ++i) {
    float weight = kTitleWeight;
    if (i >= article.title_words) weight = i < article.title_words + kLead ? kLeadWeight : 1;
    reading.length += weight;
    if ((article.words[i] & ArticleReading::kSentence) != 0) reading.sentences.push_back(i);
    const QueryWords::Word& word = words.look_up(article.words[i] & ~ArticleReading::kSentence);
    reading.words.push_back(word.skeleton);
    for (const std::uint16_t trigram : word.trigrams) reading.frequencies[trigram] += weight;
  }
  return reading;
}

/// Readings of the best `depth`; fewer where time runs out.
std::vector<Reranker::Reading> Reranker::read_all(const std::vector<ScoredArticle>& best, std::size_t depth,
                                                  std::chrono::steady_clock::time_point deadline) const {
  ReadingStore own;
  ReadingStore& store = view_.readings != nullptr ? *view_.readings : own;
  std::vector<std::shared_ptr<const ArticleReading>> articles;
  for (std::size_t i = 0; i < depth; ++i) {
    if (std::chrono::steady_clock::now() > deadline) return {};
    articles.push_back(article(best[i].id, store));
  }
  const auto lock = store.lock();
  std::optional<QueryWords> words;
  std::vector<Reading> readings;
  for (const auto& article : articles) {
    if (!words || words->table() != article->table.get()) words.emplace(*this, *article->table);
    readings.push_back(read(*article, *words));
  }
  return readings;
}

/// The most of the query that stands in one sentence.
double Reranker::sentence_score(const Reading& reading) const {
  double best = 0;
  double sum = 0;
  std::vector<bool> seen(rarity_.size());
  auto next_sentence = reading.sentences.begin();
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    if (next_sentence != reading.sentences.end() && *next_sentence == i) {
      ++next_sentence;
      sum = 0;
      seen.assign(seen.size(), false);
    }
    const std::uint16_t word = reading.words[i];
    if (word == kNone || seen[word]) continue;
    seen[word] = true;
    sum += rarity_[word];
    best = std::max(best, sum);
  }
  return best;
}

/// Neighbours of the query that stand near each other in the text, in either order.
double Reranker::neighbour_score(const Reading& reading) const {
  std::vector<std::vector<std::size_t>> places(rarity_.size());
  for (std::size_t i = 0; i < reading.words.size(); ++i)
    if (reading.words[i] != kNone) places[reading.words[i]].push_back(i);
  double score = 0;
  for (std::size_t i = 0; i + 1 < sequence_.size(); ++i) {
    const std::uint16_t first = sequence_[i];
    const std::uint16_t second = sequence_[i + 1];
    if (first == second) continue;
    double nearness = 0;
    for (const std::size_t a : places[first])
      for (const std::size_t b : places[second]) {
        const std::size_t distance = a > b ? a - b : b - a;
        if (distance <= kNear) nearness += 1 / static_cast<double>(distance);
      }
    score += std::min(rarity_[first], rarity_[second]) * nearness / (1 + nearness);
  }
  return score;
}

/// BM25 over trigrams; how common one is, the candidates themselves tell.
std::vector<double> Reranker::trigram_scores(const std::vector<Reading>& readings) const {
  const auto count = static_cast<double>(readings.size());
  double mean_length = 0;
  for (const Reading& reading : readings) mean_length += reading.length / count;
  std::vector<double> scores(readings.size());
  for (std::size_t trigram = 0; trigram < repeats_.size(); ++trigram) {
    const auto holders = static_cast<double>(
        std::ranges::count_if(readings, [&](const Reading& r) { return r.frequencies[trigram] > 0; }));
    const double weight = inverse_frequency(count, holders) * repeats_[trigram];
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const double frequency = readings[i].frequencies[trigram];
      const double norm = 1 - ranking::kLength + ranking::kLength * readings[i].length / mean_length;
      scores[i] +=
          weight * (ranking::kSaturation + 1) * frequency / (ranking::kSaturation * norm + frequency);
    }
  }
  return scores;
}

void Reranker::rerank(std::vector<ScoredArticle>& best,
                      std::chrono::steady_clock::time_point deadline) const {
  const std::size_t depth = std::min(best.size(), kDepth);
  if (depth < 2 || sequence_.empty()) return;
  const std::vector<Reading> readings = read_all(best, depth, deadline);
  if (readings.size() < depth) return;
  const std::vector<double> trigrams = trigram_scores(readings);
  for (std::size_t i = 0; i < depth; ++i)
    best[i].score += ranking::kTrigrams * trigrams[i] + ranking::kSentence * sentence_score(readings[i]) +
                     ranking::kNeighbours * neighbour_score(readings[i]);
  std::stable_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(depth),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
}

}  // namespace mahdar
