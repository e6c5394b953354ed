#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzers/about/rule_label.h"
#include "analyzers/text/grapheme.h"
#include "indexer/explain/explanation.h"
#include "indexer/explain/source_text.h"
#include "schema/value_words.h"

namespace mahdar {
namespace {

constexpr std::size_t kLabelWidth = 18;
constexpr std::size_t kMostEvidence = 5;
constexpr std::size_t kLongestQuote = 120;  ///< bytes

struct Said {
  std::string_view arabic;
  std::string_view english;
};

/// What a date rests on.
const std::map<std::string_view, Said> kBases{{"meta", {"بيانات الملف", "the file's own data"}},
                                              {"url", {"الرابط", "the address"}},
                                              {"text", {"النص", "the text"}},
                                              {"round", {"الجولة", "the round"}},
                                              {"correction", {"تصحيح يدوي", "a correction"}}};

/// Why a round that a text names is not the one it is about.
Said why_not_about(RoundRole role) {
  if (role == RoundRole::kPast) return {"جولة سابقة", "a past round"};
  if (role == RoundRole::kNext) return {"جولة قادمة", "a coming round"};
  return {"تُذكر عرضا", "named in passing"};
}

/// On one line and not too long, cut between characters.
std::string quoted(std::string_view text) {
  std::size_t end = std::min(text.size(), kLongestQuote);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::string quote(text.substr(0, end));
  if (end < text.size()) quote += "…";
  std::ranges::replace(quote, '\n', ' ');
  return quote;
}

class Page {
 public:
  Page(const RawArticle& raw, const Article& article, const Taxonomy& taxonomy, bool english)
      : article_(article), taxonomy_(taxonomy), source_(raw, article), english_(english) {}

  void line(Said title, std::string_view value) {
    const std::string_view label = say(title);
    const std::size_t width = display_width(label);
    out_ +=
        fmt::format("{}{}  {}\n", label, std::string(kLabelWidth - std::min(width, kLabelWidth), ' '), value);
  }

  /// "[0, 12)", of a title that stands apart from the text with a word that says so.
  std::string where(const SourcePlace& place) const {
    return fmt::format("{}[{}, {})", place.in_title ? say("في العنوان ", "in the title ") : "",
                       place.range.begin, place.range.end);
  }

  void evidence(const std::vector<Evidence>& list) {
    for (std::size_t i = 0; i < std::min(list.size(), kMostEvidence); ++i) {
      const SourcePlace place = source_.place(list[i].range);
      out_ += fmt::format("{}  ← «{}» {} {}\n", std::string(kLabelWidth, ' '), quoted(place.text),
                          where(place), rule_name(list[i].rule));
    }
  }

  std::string label_of(std::string_view id) const {
    const Entity* entity = taxonomy_.entity(id);
    if (entity == nullptr) entity = taxonomy_.country(id);
    return entity == nullptr ? std::string(id) : say(entity->label_ar, entity->label_en);
  }

  std::string focus_label(std::string_view focus) const {
    if (focus == "several") return say("أكثر من ضامن", "several");
    return focus == "none" ? say("لا أحد", "none") : label_of(focus);
  }

  std::string round_label(int number) const {
    const Round* round = taxonomy_.round(number);
    return round == nullptr ? std::to_string(number) : say(round->label_ar, round->label_en);
  }

  void identity(const RawArticle& raw) {
    line({"الملف", "file"}, raw.record > 0 ? fmt::format("{}:{}", raw.path, raw.record) : raw.path);
    line({"المعرف", "id"}, article_.id);
    line({"العنوان", "title"}, article_.shown_title());
    if (!article_.url.empty()) line({"الرابط", "url"}, article_.url);
  }

  void date() {
    const DateInfo& date = article_.date;
    line({"التاريخ", "date"},
         date.published.empty()
             ? say("غير معروف", "unknown")
             : fmt::format("{} ({} {}{} {:.2f})", date.published, say("من", "from"), basis(date.basis),
                           say("، الثقة", ", confidence"), date.confidence));
    if (!date.event.empty()) line({"يوم الحدث", "day of the event"}, date.event);
    evidence(date.evidence);
  }

  void source() {
    line({"المصدر", "source"},
         article_.source.id.empty() ? say("غير معروف", "unknown") : label_of(article_.source.id));
    if (!article_.source.agency.empty()) line({"نقلا عن", "agency"}, label_of(article_.source.agency));
    evidence(article_.source.evidence);
  }

  void round() {
    std::string about;
    for (const int number : article_.round.about)
      about += (about.empty() ? "" : comma()) + round_label(number);
    if (about.empty() && absent_round(article_.round) == kNone) about = say("لا جولة", "none");
    line({"الجولة", "round"},
         about.empty() ? say("غير معروفة", "unknown")
                       : fmt::format("{} ({} {:.2f})", about, confidence(), article_.round.confidence));
    evidence(article_.round.evidence);
    std::string mentioned;
    for (const RoundMention& mention : article_.round.mentioned)
      mentioned += (mentioned.empty() ? "" : comma()) + round_label(mention.round);
    if (!mentioned.empty()) line({"جولات مذكورة", "rounds mentioned"}, mentioned);
    if (article_.round.about.empty()) passed_over();
  }

  void passed_over() {
    const std::vector<RoundMention>& list = article_.round.mentioned;
    for (std::size_t i = 0; i < std::min(list.size(), kMostEvidence); ++i) {
      const SourcePlace place = source_.place(list[i].range);
      out_ += fmt::format("{}  ✗ «{}» {} {}: {}\n", std::string(kLabelWidth, ' '), quoted(place.text),
                          where(place), round_label(list[i].round), say(why_not_about(list[i].role)));
    }
  }

  void guarantor() {
    std::string value = fmt::format("{} ({} {:.2f})", focus_label(article_.guarantor.focus), confidence(),
                                    article_.guarantor.confidence);
    for (const auto& [id, score] : article_.guarantor.scores)
      value += fmt::format("{}{} {:.2f}", comma(), label_of(id), score);
    line({"الضامن", "guarantor"}, value);
    evidence(article_.guarantor.evidence);
  }

  template <typename Item, typename Label>
  void list(Said label, const std::vector<Item>& items, Label&& label_of_item) {
    std::string value;
    for (const Item& item : items) value += (value.empty() ? "" : comma()) + label_of_item(item);
    if (!value.empty()) line(label, value);
  }

  void topics() {
    for (const TopicInfo& topic : article_.topics) {
      const Topic* known = taxonomy_.topic(topic.id);
      line({"الموضوع", "topic"},
           fmt::format("{} ({:.2f})", known == nullptr ? topic.id : say(known->label_ar, known->label_en),
                       topic.score));
      evidence(topic.evidence);
    }
  }

  void framing() {
    for (const FramingInfo& way : article_.framing) {
      const Framing* known = taxonomy_.framing(way.id);
      line({"التسمية", "framing"},
           fmt::format("{} ({})", known == nullptr ? way.id : say(known->label_ar, known->label_en),
                       way.count));
      evidence(way.evidence);
    }
  }

  void left_out(const std::vector<TextCut>& cuts) {
    if (!cuts.empty()) line({"ما تُرك من النص", "left out"}, fmt::format("{}", cuts.size()));
    for (const TextCut& cut : cuts)
      out_ +=
          fmt::format("{}  ✂ «{}» [{}, {}) {}\n", std::string(kLabelWidth, ' '),
                      quoted(source_.text(cut.range)), cut.range.begin, cut.range.end, rule_name(cut.rule));
  }

  std::string say(std::string_view arabic, std::string_view english) const {
    return std::string(english_ ? english : arabic);
  }

  std::string take() { return std::move(out_); }

 private:
  std::string_view say(Said said) const { return english_ ? said.english : said.arabic; }
  std::string comma() const { return english_ ? ", " : "، "; }
  std::string_view confidence() const { return english_ ? "confidence" : "الثقة"; }

  std::string_view basis(std::string_view id) const {
    const auto found = kBases.find(id);
    return found == kBases.end() ? id : say(found->second);
  }

  std::string_view rule_name(std::string_view rule) const {
    const std::string_view label = detector_rule_label(rule, english_);
    return label.empty() ? rule : label;
  }

  const Article& article_;
  const Taxonomy& taxonomy_;
  SourceText source_;
  bool english_;
  std::string out_;
};

}  // namespace

std::string explanation_to_text(const RawArticle& raw, const Article& article,
                                const std::vector<TextCut>& cuts, const Taxonomy& taxonomy, bool english) {
  Page page(raw, article, taxonomy, english);
  page.identity(raw);
  page.date();
  page.source();
  page.line({"الكاتب", "author"}, article.author);
  page.line({"اللغة", "language"}, article.language);
  page.line({"الترميز", "encoding"}, article.encoding);
  page.line({"المواضع", "places"},
            raw.as_in_file ? page.say("بايتات الملف", "bytes of the file")
                           : page.say("بايتات النص بعد فك ترميزه", "bytes of the text once decoded"));
  page.round();
  page.guarantor();
  page.list({"الدول", "countries"}, article.countries, [&](const CountryInfo& country) {
    return fmt::format("{} ({})", page.label_of(country.code), country.count);
  });
  page.list({"المنظمات", "organisations"}, article.organisations,
            [&](const OrganisationInfo& item) { return page.label_of(item.id); });
  page.list({"الأشخاص", "people"}, article.people,
            [&](const PersonInfo& person) { return page.label_of(person.id); });
  page.topics();
  page.framing();
  page.left_out(cuts);
  for (const AppliedCorrection& c : article.corrections)
    page.line({"تصحيح", "corrected"},
              fmt::format("{}: {} ← {} ({}: {}; {})", c.field, c.detected, c.value, c.who, c.why, c.place));
  for (const std::string& warning : article.warnings) page.line({"تنبيه", "warning"}, warning);
  return page.take();
}

}  // namespace mahdar
