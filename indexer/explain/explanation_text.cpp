#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analyzers/text/grapheme.h"
#include "indexer/explain/explanation.h"
#include "indexer/explain/source_text.h"

namespace mahdar {
namespace {

constexpr std::size_t kLabelWidth = 18;
constexpr std::size_t kMostEvidence = 5;
constexpr std::size_t kLongestQuote = 120;  ///< bytes

const std::map<std::string_view, std::string_view> kWords{
    {"day", "يوم"},           {"month", "شهر"},         {"year", "سنة"},
    {"meta", "بيانات الملف"}, {"url", "الرابط"},        {"text", "النص"},
    {"round", "الجولة"},      {"signature", "التوقيع"}, {"dateline", "صدر الخبر"},
    {"quoted", "نقلا عن"}};

std::string_view word(std::string_view id) {
  const auto found = kWords.find(id);
  return found == kWords.end() ? id : found->second;
}

/// Why a round that a text names is not the one it is about.
std::string_view why_not_about(RoundRole role) {
  if (role == RoundRole::kPast) return "جولة سابقة";
  if (role == RoundRole::kNext) return "جولة قادمة";
  return "تُذكر عرضا";
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
  Page(const RawArticle& raw, const Article& article, const Taxonomy& taxonomy)
      : article_(article), taxonomy_(taxonomy), source_(raw, article) {}

  void line(std::string_view label, std::string_view value) {
    const std::size_t width = display_width(label);
    out_ +=
        fmt::format("{}{}  {}\n", label, std::string(kLabelWidth - std::min(width, kLabelWidth), ' '), value);
  }

  void evidence(const std::vector<Evidence>& list) {
    for (std::size_t i = 0; i < std::min(list.size(), kMostEvidence); ++i) {
      const SourcePlace place = source_.place(list[i].range);
      out_ += fmt::format("{}  ← «{}» [{}, {}) {}\n", std::string(kLabelWidth, ' '), quoted(place.text),
                          place.range.begin, place.range.end, list[i].rule);
    }
  }

  std::string label_of(std::string_view id) const {
    const Entity* entity = taxonomy_.entity(id);
    if (entity == nullptr) entity = taxonomy_.country(id);
    return entity == nullptr ? std::string(id) : entity->label_ar;
  }

  std::string focus_label(std::string_view focus) const {
    if (focus == "several") return "أكثر من ضامن";
    return focus == "none" ? "لا أحد" : label_of(focus);
  }

  std::string round_label(int number) const {
    const Round* round = taxonomy_.round(number);
    return round == nullptr ? std::to_string(number) : round->label_ar;
  }

  void identity(const RawArticle& raw) {
    line("الملف", raw.record > 0 ? fmt::format("{}:{}", raw.path, raw.record) : raw.path);
    line("المعرف", article_.id);
    line("العنوان", article_.shown_title());
    if (!article_.url.empty()) line("الرابط", article_.url);
  }

  void date() {
    const DateInfo& date = article_.date;
    line("التاريخ", date.published.empty() ? std::string("غير معروف")
                                           : fmt::format("{} (من {}، الثقة {:.2f})", date.published,
                                                         word(date.basis), date.confidence));
    if (!date.event.empty()) line("يوم الحدث", date.event);
    evidence(date.evidence);
  }

  void source() {
    line("المصدر", article_.source.id.empty() ? std::string("غير معروف") : label_of(article_.source.id));
    if (!article_.source.agency.empty()) line("نقلا عن", label_of(article_.source.agency));
    evidence(article_.source.evidence);
  }

  void round() {
    std::string about;
    for (const int number : article_.round.about) about += (about.empty() ? "" : "، ") + round_label(number);
    line("الجولة",
         about.empty() ? "غير معروفة" : fmt::format("{} (الثقة {:.2f})", about, article_.round.confidence));
    evidence(article_.round.evidence);
    std::string mentioned;
    for (const RoundMention& mention : article_.round.mentioned)
      mentioned += (mentioned.empty() ? "" : "، ") + round_label(mention.round);
    if (!mentioned.empty()) line("جولات مذكورة", mentioned);
    if (about.empty()) passed_over();
  }

  void passed_over() {
    const std::vector<RoundMention>& list = article_.round.mentioned;
    for (std::size_t i = 0; i < std::min(list.size(), kMostEvidence); ++i) {
      const SourcePlace place = source_.place(list[i].range);
      out_ += fmt::format("{}  ✗ «{}» [{}, {}) {}: {}\n", std::string(kLabelWidth, ' '), quoted(place.text),
                          place.range.begin, place.range.end, round_label(list[i].round),
                          why_not_about(list[i].role));
    }
  }

  void guarantor() {
    std::string value = fmt::format("{} (الثقة {:.2f})", focus_label(article_.guarantor.focus),
                                    article_.guarantor.confidence);
    for (const auto& [id, score] : article_.guarantor.scores)
      value += fmt::format("، {} {:.2f}", label_of(id), score);
    line("الضامن", value);
    evidence(article_.guarantor.evidence);
  }

  template <typename Item, typename Label>
  void list(std::string_view label, const std::vector<Item>& items, Label&& label_of_item) {
    std::string value;
    for (const Item& item : items) value += (value.empty() ? "" : "، ") + label_of_item(item);
    if (!value.empty()) line(label, value);
  }

  void topics() {
    for (const TopicInfo& topic : article_.topics) {
      const Topic* known = taxonomy_.topic(topic.id);
      line("الموضوع", fmt::format("{} ({:.2f})", known == nullptr ? topic.id : known->label_ar, topic.score));
      evidence(topic.evidence);
    }
  }

  void framing() {
    for (const FramingInfo& way : article_.framing) {
      const Framing* known = taxonomy_.framing(way.id);
      line("التسمية", fmt::format("{} ({})", known == nullptr ? way.id : known->label_ar, way.count));
      evidence(way.evidence);
    }
  }

  void left_out(const std::vector<TextCut>& cuts) {
    if (!cuts.empty()) line("ما تُرك من النص", fmt::format("{}", cuts.size()));
    for (const TextCut& cut : cuts)
      out_ += fmt::format("{}  ✂ «{}» [{}, {}) {}\n", std::string(kLabelWidth, ' '),
                          quoted(source_.text(cut.range)), cut.range.begin, cut.range.end, cut.rule);
  }

  std::string take() { return std::move(out_); }

 private:
  const Article& article_;
  const Taxonomy& taxonomy_;
  SourceText source_;
  std::string out_;
};

}  // namespace

std::string explanation_to_text(const RawArticle& raw, const Article& article,
                                const std::vector<TextCut>& cuts, const Taxonomy& taxonomy) {
  Page page(raw, article, taxonomy);
  page.identity(raw);
  page.date();
  page.source();
  page.line("الكاتب", article.author);
  page.line("اللغة", article.language);
  page.line("الترميز", article.encoding);
  page.line("المواضع", raw.as_in_file ? "بايتات الملف" : "بايتات النص بعد فك ترميزه");
  page.round();
  page.guarantor();
  page.list("الدول", article.countries, [&](const CountryInfo& country) {
    return fmt::format("{} ({})", page.label_of(country.code), country.count);
  });
  page.list("المنظمات", article.organisations,
            [&](const OrganisationInfo& item) { return page.label_of(item.id); });
  page.list("الأشخاص", article.people, [&](const PersonInfo& person) { return page.label_of(person.id); });
  page.topics();
  page.framing();
  page.left_out(cuts);
  for (const AppliedCorrection& c : article.corrections)
    page.line("تصحيح",
              fmt::format("{}: {} ← {} ({}: {}; {})", c.field, c.detected, c.value, c.who, c.why, c.place));
  for (const std::string& warning : article.warnings) page.line("تنبيه", warning);
  return page.take();
}

}  // namespace mahdar
