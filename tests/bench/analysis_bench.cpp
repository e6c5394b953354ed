// MB of text a second on one core: ICU's word segmentation as the yardstick, the analyzer, the annotator with
// all its detectors, and the sketches that near-duplicates are found by. usage: analysis_bench ARTICLES.jsonl

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "analyzers/about/annotator.h"
#include "analyzers/about/copy_sketch.h"
#include "analyzers/text/analyzer.h"
#include "tests/bench/stopwatch.h"

namespace {

using mahdar::bench::Stopwatch;

std::vector<mahdar::RawArticle> read_articles(const char* path) {
  std::vector<mahdar::RawArticle> articles;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    mahdar::RawArticle raw;
    raw.title = json.value("title", "");
    raw.text = json.value("text", "");
    articles.push_back(std::move(raw));
  }
  return articles;
}

std::size_t icu_words(icu::BreakIterator& words, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words.setText(utext, status);
  std::size_t count = 0;
  while (words.next() != icu::BreakIterator::DONE) count += words.getRuleStatus() != UBRK_WORD_NONE;
  utext_close(utext);
  return count;
}

template <typename Work>
double best_rate(double megabytes, Work&& work) {
  double best = 0;
  for (int run = 0; run < 5; ++run) {
    const Stopwatch watch;
    work();
    best = std::max(best, megabytes / watch.seconds());
  }
  return best;
}

using Articles = std::vector<mahdar::RawArticle>;

/// What annotate() analyzes: title and text without their boilerplate.
std::vector<std::string> texts_of(const Articles& articles, const mahdar::Annotator& annotator) {
  std::vector<std::string> texts;
  for (const auto& a : articles) texts.push_back(annotator.annotate(a).article->text);
  return texts;
}

double megabytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();
  return static_cast<double>(bytes) / 1e6;
}

/// MB a second, all of the same texts.
struct Rates {
  double megabytes = 0;
  double icu = 0, analyze = 0, annotate = 0, sketch = 0;
};

Rates measure(const Articles& articles, std::size_t& sink) {
  const auto& taxonomy = mahdar::Taxonomy::bundled();
  const mahdar::Analyzer analyzer(taxonomy);
  const mahdar::Annotator annotator(taxonomy, analyzer);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("ar"), status));
  const std::vector<std::string> texts = texts_of(articles, annotator);
  Rates rates;
  const double megabytes = rates.megabytes = megabytes_of(texts);
  rates.icu = best_rate(megabytes, [&] {
    for (const auto& text : texts) sink += icu_words(*words, text);
  });
  rates.analyze = best_rate(megabytes, [&] {
    for (const auto& text : texts) sink += analyzer.analyze(text).size();
  });
  rates.annotate = best_rate(megabytes, [&] {
    for (const auto& a : articles) sink += annotator.annotate(a).tokens.size();
  });
  std::vector<mahdar::TokenStream> analyzed;
  for (const auto& text : texts) analyzed.push_back(analyzer.analyze(text));
  rates.sketch = best_rate(megabytes, [&] {
    for (const auto& tokens : analyzed) sink += mahdar::sketch_of(tokens, 0).runs;
  });
  return rates;
}

void print(const Rates& rates) {
  const auto line = [&](const char* what, double rate) {
    std::printf("  %-44s %7.1f MB/s  %5.2f\n", what, rate, rate / rates.icu);
  };
  line("ICU word segmentation (yardstick)", rates.icu);
  line("analyze: tokens, folding, stems", rates.analyze);
  line("annotate: the same with all detectors", rates.annotate);
  line("sketches for near-duplicates, analysis done", rates.sketch);
  const double detectors = rates.analyze / rates.annotate - 1, sketches = rates.analyze / rates.sketch;
  std::printf("  times as long as analysis: detectors %.2f, sketches %.2f, together %.2f\n", detectors,
              sketches, detectors + sketches);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: analysis_bench ARTICLES.jsonl\n");
    return 64;
  }
  const Articles articles = read_articles(argv[1]);
  std::size_t sink = 0;
  const Rates rates = measure(articles, sink);
  std::printf("%zu articles, %.1f MB of text, one core, best of 5\n", articles.size(), rates.megabytes);
  print(rates);
  return sink == 0;
}
