#include "analyzers/about/annotator.h"

#include <string>
#include <utility>

#include "analyzers/about/author.h"
#include "analyzers/about/date_finder.h"
#include "analyzers/about/date_lexicon.h"
#include "analyzers/about/date_resolver.h"
#include "analyzers/about/day_cues.h"
#include "analyzers/about/framing_detector.h"
#include "analyzers/about/guarantor_focus.h"
#include "analyzers/about/language.h"
#include "analyzers/about/mention_counter.h"
#include "analyzers/about/outlet_names.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/round_detector.h"
#include "analyzers/about/source_detector.h"
#include "analyzers/about/topic_detector.h"
#include "analyzers/about/written_date.h"
#include "analyzers/about/zoned_text.h"
#include "analyzers/text/printable.h"

namespace mahdar {
namespace {

constexpr std::size_t kShownBytes = 60;  // of what is cited in a warning

OutletNames outlets_of(const Taxonomy& taxonomy) {
  OutletNames names;
  for (const Entity& entity : taxonomy.entities()) {
    if (entity.kind != EntityKind::kSource) continue;
    names.add(entity.label_ar);
    names.add(entity.label_en);
    for (const std::string& name : entity.names) names.add(name);
    for (const std::string& name : entity.datelines) names.add(name);
  }
  return names;
}

std::vector<TextSegment> segments_in_source(const ZonedText& zoned, std::uint32_t text_offset) {
  std::vector<TextSegment> segments = zoned.segments;
  for (TextSegment& segment : segments) segment.origin += text_offset;
  return segments;
}

std::vector<TextCut> cuts_in_source(std::vector<TextCut> cuts, std::uint32_t text_offset) {
  for (TextCut& cut : cuts) {
    cut.range.begin += text_offset;
    cut.range.end += text_offset;
  }
  return cuts;
}

/// The day an article speaks of, as precisely as it is known.
const std::string& speaking_date(const DateInfo& date) {
  return date.published.empty() ? date.event : date.published;
}

}  // namespace

struct Annotator::Detectors {
  Detectors(const Taxonomy& world, const Analyzer& words)
      : taxonomy(world),
        analyzer(words),
        outlets(outlets_of(world)),
        gazetteer(world, words),
        rounds(world, words),
        guarantors(world, words),
        mentions(world),
        topics(world, words),
        framing(world, words),
        sources(world) {
    gazetteer.mark_words(marks);
    DateLexicon::instance().mark_words(marks);
    DayCueFinder::instance().mark_words(marks);
    rounds.mark_words(marks);
    guarantors.mark_words(marks);
    topics.mark_words(marks);
    framing.mark_words(marks);
    sources.mark_words(marks);
  }

  const Taxonomy& taxonomy;
  const Analyzer& analyzer;
  OutletNames outlets;
  Gazetteer gazetteer;
  RoundDetector rounds;
  GuarantorFocus guarantors;
  MentionCounter mentions;
  TopicDetector topics;
  FramingDetector framing;
  SourceDetector sources;
  WordMarks marks;
};

Annotator::Annotator(const Taxonomy& taxonomy, const Analyzer& analyzer)
    : detectors_(std::make_unique<const Detectors>(taxonomy, analyzer)) {}

Annotator::~Annotator() = default;

AnnotatedArticle Annotator::annotate(const RawArticle& raw) const {
  const ZonedText zoned = zone_text(raw, detectors_->outlets);
  AnnotatedArticle result;
  result.article = std::make_unique<Article>();
  Article& article = *result.article;
  article.id = raw.id;
  article.url = raw.url;
  article.path = raw.path;
  article.encoding = raw.encoding;
  article.author = author_of(raw.author);
  article.warnings = raw.warnings;
  article.text = zoned.text;
  article.title_end = zoned.title_end;
  article.segments = segments_in_source(zoned, raw.text_offset);
  result.cuts = cuts_in_source(zoned.cuts, raw.text_offset);
  article.language = language_of(article.text, raw.language);

  result.tokens = detectors_->analyzer.analyze(article.text, detectors_->marks);
  result.tokens.list_marks();
  result.entities = detectors_->gazetteer.find(result.tokens);
  const std::vector<DateMention> dates = find_dates(result.tokens);
  const Reading reading{raw, zoned, result.tokens, result.entities, dates, detectors_->taxonomy};

  if (!raw.date.empty() && read_written_date(raw.date).empty())
    article.warnings.push_back("date not understood: " + printable(raw.date.substr(0, kShownBytes)));
  const DateBeforeRounds before = date_before_rounds(reading);
  article.round = detectors_->rounds.detect(reading, before.day);
  article.date = resolve_date(reading, article.round, before);
  article.source = detectors_->sources.detect(reading);
  const std::string& date = speaking_date(article.date);
  article.guarantor = detectors_->guarantors.judge(reading, date);
  Mentions mentions = detectors_->mentions.count(reading, article.round, date);
  article.countries = std::move(mentions.countries);
  article.organisations = std::move(mentions.organisations);
  article.people = std::move(mentions.people);
  article.topics = detectors_->topics.detect(reading);
  article.framing = detectors_->framing.detect(reading);
  return result;
}

}  // namespace mahdar
