#include "tests/unit/analyzers/read_text.h"

#include <utility>

namespace mahdar::test {

namespace {

RawArticle raw_of(std::string text, std::string title) {
  RawArticle raw;
  raw.title = std::move(title);
  raw.text = std::move(text);
  return raw;
}

const Gazetteer& gazetteer() {
  static const Gazetteer kGazetteer(ReadText::taxonomy(), ReadText::analyzer());
  return kGazetteer;
}

}  // namespace

const Analyzer& ReadText::analyzer() {
  static const Analyzer kAnalyzer(taxonomy());
  return kAnalyzer;
}

ReadText::ReadText(std::string text, std::string title)
    : raw_(raw_of(std::move(text), std::move(title))),
      zoned_(zone_text(raw_)),
      tokens_(analyzer().analyze(zoned_.text)),
      entities_(gazetteer().find(tokens_)),
      dates_(find_dates(tokens_)),
      reading_{raw_, zoned_, tokens_, entities_, dates_, taxonomy()} {}

}  // namespace mahdar::test
