#include "searcher/render/renderer.h"

#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/render/text_renderer.h"

using namespace mahdar;

namespace {

Hit sample_hit() {
  Hit hit;
  Article& a = hit.article;
  a.id = "r07 one";
  a.url = "https://example.org/a?x=1&y=2";
  a.path = "/archive/one.txt";
  a.text = "عنوان \"الخبر\" {7}\nنص\n";
  a.title_end = static_cast<std::uint32_t>(a.text.find('\n'));
  a.language = "ar";
  a.round.about = {7};
  a.round.mentioned = {{6, RoundRole::kPast, {}, ""}};
  a.round.confidence = 0.9;
  a.guarantor.focus = "russia";
  a.countries = {{"RU", 3, 0.5, {}}};
  a.topics = {{"demining", 2, {}}};
  a.people = {{"alexander-lavrentiev", "RU", 1, {}}};
  a.date.published = "2017-10-30";
  a.date.precision = "day";
  a.date.basis = "meta";
  a.source.id = "sana";
  hit.score = 12.5;
  hit.snippet = "قبل معتقلين بعد";
  hit.highlights = {{7, 21}};
  return hit;
}

ResultPage sample_page() {
  ResultPage page;
  page.request.text = "معتقلين";
  page.request.filters = {{Field::kRound, {"7", "8"}, false}, {Field::kCountry, {"US"}, true}};
  page.total = 1;
  page.hits.push_back(sample_hit());
  page.facets = {{Facet::kRound, {{"7", "الجولة السابعة", "Round 7", 1, true}}},
                 {Facet::kGuarantor, {{"russia", "روسيا", "Russia", 1, false}}}};
  page.diagnostics = {{"unclosed-quote", "the quote is never closed", "الاقتباس غير مغلق", 3, 4}};
  return page;
}

std::string rendered(const ResultPage& page, OutputFormat format, const RenderOptions& options = {}) {
  std::ostringstream out;
  render(page, format, options, out);
  return out.str();
}

}  // namespace

TEST_CASE("every format has a name and no other word is one") {
  for (const char* name : {"text", "json", "jsonl", "csv", "bibtex", "ris", "trec"})
    CHECK(output_format_named(name).has_value());
  CHECK_FALSE(output_format_named("xml"));
  CHECK_FALSE(output_format_named(""));
}

TEST_CASE("JSON has the contract's keys and values") {
  const auto json = nlohmann::json::parse(rendered(sample_page(), OutputFormat::kJson));
  CHECK(json["schema_version"] == 1);
  CHECK(json["query"]["filters"]["round"] == nlohmann::json({"7", "8"}));
  CHECK(json["query"]["filters"]["not"]["country"] == nlohmann::json::array({"US"}));
  CHECK(json["query"]["match"] == "all");
  CHECK(json["query"]["relaxed"].is_null());
  CHECK(json["suggestion"].is_null());
  const auto& hit = json["hits"][0];
  CHECK(hit["highlights"] == nlohmann::json::parse("[[7,21]]"));
  CHECK(hit["snippet"].get<std::string>().substr(7, 14) == "معتقلين");
  CHECK(hit["round"]["about"] == nlohmann::json::array({7}));
  CHECK(hit["round"]["mentioned"] == nlohmann::json::array({6}));
  CHECK(hit["guarantor"]["focus"] == "russia");
  CHECK(hit["countries"] == nlohmann::json::array({"RU"}));
  CHECK(json["facets"]["round"][0]["selected"] == true);
  CHECK(json["facets"]["round"][0]["label"] == "الجولة السابعة");
  CHECK(json["diagnostics"][0]["code"] == "unclosed-quote");
}

TEST_CASE("JSON survives bytes that are not UTF-8") {
  ResultPage page = sample_page();
  page.hits[0].snippet = "ab\xFF";
  CHECK(nlohmann::json::parse(rendered(page, OutputFormat::kJson))["hits"][0]["snippet"] == "ab\uFFFD");
}

TEST_CASE("JSON Lines gives one hit a line") {
  ResultPage page = sample_page();
  page.hits.push_back(sample_hit());
  std::istringstream lines(rendered(page, OutputFormat::kJsonl));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    CHECK(nlohmann::json::parse(line)["id"] == "r07 one");
  CHECK(count == 2);
}

TEST_CASE("CSV quotes quotes and defuses formulas") {
  ResultPage page = sample_page();
  page.hits[0].snippet = "=1+1";
  const std::string csv = rendered(page, OutputFormat::kCsv);
  CHECK(csv.find("\"عنوان \"\"الخبر\"\" {7}\"") != std::string::npos);
  CHECK(csv.find("\"'=1+1\"") != std::string::npos);
}

TEST_CASE("BibTeX escapes what TeX would run") {
  const std::string entry = rendered(sample_page(), OutputFormat::kBibtex);
  CHECK(entry.starts_with("@misc{mahdar:r07_one,\n"));
  CHECK(entry.find("\\{7\\}") != std::string::npos);
  CHECK(entry.find("date = {2017-10-30}") != std::string::npos);
  CHECK(entry.find("howpublished = {sana}") != std::string::npos);
  RenderOptions options;
  options.taxonomy = &Taxonomy::bundled();
  CHECK(rendered(sample_page(), OutputFormat::kBibtex, options).find("howpublished = {سانا}") !=
        std::string::npos);
}

TEST_CASE("RIS has type, date and end") {
  const std::string record = rendered(sample_page(), OutputFormat::kRis);
  CHECK(record.starts_with("TY  - NEWS\r\n"));
  CHECK(record.find("DA  - 2017/10/30/\r\n") != std::string::npos);
  CHECK(record.find("ER  - \r\n") != std::string::npos);
  ResultPage page = sample_page();
  page.hits[0].article.date.published = "2017-10";
  CHECK(rendered(page, OutputFormat::kRis).find("DA  - 2017/10//\r\n") != std::string::npos);
}

TEST_CASE("a hit and an article tell where an inferred date is from") {
  ResultPage page = sample_page();
  DateInfo& date = page.hits[0].article.date;
  RenderOptions english;
  english.english = true;
  const auto article = [&] {
    std::ostringstream out;
    render_article(page.hits[0].article, english, out, {});
    return out.str();
  };
  CHECK(rendered(page, OutputFormat::kText, english).find("2017-10-30 · ") != std::string::npos);
  CHECK(article().find("2017-10-30\n") != std::string::npos);
  date.basis = "round";
  CHECK(rendered(page, OutputFormat::kText, english).find("2017-10-30 (from the round) · ") !=
        std::string::npos);
  CHECK(rendered(page, OutputFormat::kText, {}).find("2017-10-30 (من تاريخ الجولة) · ") != std::string::npos);
  CHECK(article().find("2017-10-30 (from the round)\n") != std::string::npos);
}

TEST_CASE("a citation gives no inferred date for the article's own") {
  ResultPage page = sample_page();
  DateInfo& date = page.hits[0].article.date;
  RenderOptions english;
  english.english = true;
  const auto has = [&](OutputFormat format, std::string_view text, const RenderOptions& options) {
    return rendered(page, format, options).find(text) != std::string::npos;
  };
  const auto cites = [&] {
    return has(OutputFormat::kBibtex, "date = {2017-10-30}", english) &&
           has(OutputFormat::kBibtex, "year = {2017}", english) &&
           has(OutputFormat::kRis, "DA  - 2017/10/30/\r\nPY  - 2017\r\n", english);
  };
  for (const char* basis : {"meta", "url", "correction"}) {
    date.basis = basis;
    CHECK(cites());
    CHECK_FALSE(has(OutputFormat::kBibtex, "note = ", english));
  }
  date.basis = "text";
  date.confidence = 0.95;  // a dateline
  CHECK(cites());
  date.confidence = 0.74;
  CHECK(has(OutputFormat::kBibtex, "note = {inferred date (from the text): 2017-10-30}", english));
  date.basis = "round";
  for (const auto format : {OutputFormat::kBibtex, OutputFormat::kRis}) {
    CHECK(has(format, "inferred date (from the round): 2017-10-30", english));
    CHECK(has(format, "تاريخ مستنتج (من تاريخ الجولة): 2017-10-30", {}));
  }
  for (const char* field : {"\n  date = ", "year = "})
    CHECK_FALSE(has(OutputFormat::kBibtex, field, english));
  for (const char* field : {"DA  - ", "PY  - "}) CHECK_FALSE(has(OutputFormat::kRis, field, english));
  CHECK(has(OutputFormat::kJsonl, "\"date\":\"2017-10-30\",\"date_basis\":\"round\"", english));
  CHECK(has(OutputFormat::kCsv, "relaxed,date_basis\r\n", english));
  CHECK(has(OutputFormat::kCsv, ",\"round\"\r\n", english));
}

TEST_CASE("every format says how the query was relaxed, or leaves it to the log") {
  ResultPage page = sample_page();
  const auto has_note = [&](OutputFormat format, std::string_view note) {
    return rendered(page, format).find(note) != std::string::npos;
  };
  page.relaxed = Relaxation{"near", "'x@y' was searched", "جرى البحث عن قريب"};
  page.steps = {{"exact", 0, false}, {"near", 1, true}};
  for (const auto format : {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonl,
                            OutputFormat::kBibtex, OutputFormat::kRis})
    CHECK(has_note(format, "جرى البحث عن قريب"));
  CHECK(has_note(OutputFormat::kText, "كتابة قريبة 1 ✓"));
  CHECK(has_note(OutputFormat::kCsv, ",near,\"meta\"\r\n"));
  const auto json = nlohmann::json::parse(rendered(page, OutputFormat::kJson));
  CHECK(json["query"]["relaxed"] == "'x@y' was searched");
  CHECK(json["query"]["relaxation_steps"][1]["step"] == "near");
  CHECK(json["query"]["relaxation_steps"][1]["count"] == 1);
  CHECK(json["query"]["relaxation_steps"][1]["taken"] == true);
  // An '@' would begin an entry.
  CHECK(rendered(page, OutputFormat::kBibtex).starts_with("% 'x y' was searched (exactly as typed 0 → "));
  CHECK(rendered(page, OutputFormat::kTrec) == "1 Q0 r07%20one 1 12.500000 mahdar\n");
}

TEST_CASE("TREC lines have six words whatever the id") {
  RenderOptions options;
  options.query_id = "q1";
  CHECK(rendered(sample_page(), OutputFormat::kTrec, options) == "q1 Q0 r07%20one 1 12.500000 mahdar\n");
  ResultPage page = sample_page();
  page.request.offset = 10;
  CHECK(rendered(page, OutputFormat::kTrec, options).starts_with("q1 Q0 r07%20one 11 "));
}

TEST_CASE("text speaks the language and digits asked for") {
  RenderOptions options;
  CHECK(rendered(sample_page(), OutputFormat::kText, options).find("الجولة السابعة (1)") !=
        std::string::npos);
  options.english = true;
  const std::string english = rendered(sample_page(), OutputFormat::kText, options);
  CHECK(english.find("Round 7 (1)") != std::string::npos);
  CHECK(english.find("the quote is never closed") != std::string::npos);
  options.arabic_digits = true;
  CHECK(rendered(sample_page(), OutputFormat::kText, options).find("٢٠١٧-١٠-٣٠") != std::string::npos);
}

TEST_CASE("text colours highlights only when asked") {
  RenderOptions options;
  CHECK(rendered(sample_page(), OutputFormat::kText, options).find('\x1b') == std::string::npos);
  options.color = true;
  CHECK(rendered(sample_page(), OutputFormat::kText, options).find("\x1b[1;32mمعتقلين\x1b[0m") !=
        std::string::npos);
}

TEST_CASE("text of an article cannot steer the terminal") {
  ResultPage page = sample_page();
  page.hits[0].snippet = "a\x1b]0;title\x07z\u009Bq";
  page.hits[0].highlights.clear();
  const std::string text = rendered(page, OutputFormat::kText);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\u009B") == std::string::npos);
}

TEST_CASE("no format passes on what steers a terminal") {
  ResultPage page = sample_page();
  page.hits[0].article.text = "\x1b[31mعنوان\x07\nنص\n";
  page.hits[0].article.title_end = static_cast<std::uint32_t>(page.hits[0].article.text.find('\n'));
  page.hits[0].snippet = "قبل \x1b]0;x\x07 بعد";
  page.hits[0].highlights.clear();
  for (const OutputFormat format : {OutputFormat::kText, OutputFormat::kJson, OutputFormat::kJsonl,
                                    OutputFormat::kCsv, OutputFormat::kBibtex, OutputFormat::kRis})
    CHECK(rendered(page, format).find_first_of("\x1b\x07") == std::string::npos);
}

TEST_CASE("CSV of several queries has one header and tells whose each row is") {
  RenderOptions options;
  options.query_id = "q1";
  const std::string first = rendered(sample_page(), OutputFormat::kCsv, options);
  CHECK(first.starts_with("qid,id,date,"));
  CHECK(first.find("\r\n\"q1\",\"r07 one\",") != std::string::npos);
  options.query_id = "q2";
  options.csv_header = false;
  CHECK(rendered(sample_page(), OutputFormat::kCsv, options).starts_with("\"q2\",\"r07 one\","));
  CHECK(rendered(sample_page(), OutputFormat::kCsv).starts_with("id,date,"));
}

TEST_CASE("a total without hits agrees with its number") {
  struct Row {
    std::uint64_t total;
    const char* text;
  };
  for (const Row& row : {Row{0, "لا نتائج"}, Row{1, "نتيجة واحدة،"}, Row{2, "نتيجتان،"}, Row{5, "5 نتائج،"},
                         Row{11, "11 نتيجة،"}, Row{100, "100 نتيجة،"}, Row{103, "103 نتائج،"}}) {
    CAPTURE(row.total);
    ResultPage page;
    page.total = row.total;
    CHECK(rendered(page, OutputFormat::kText).starts_with(row.text));
  }
}

TEST_CASE("direction controls of an article end with their field") {
  ResultPage page = sample_page();
  Article& a = page.hits[0].article;
  a.text = "عنوان \u2067مفتوح \u202Eمقلوب\nنص\n";
  a.title_end = static_cast<std::uint32_t>(a.text.find('\n'));
  a.source.id = "\u2069\u202Bwire";
  RenderOptions options;
  for (const bool isolates : {false, true}) {
    options.isolates = isolates;
    const std::string text = rendered(page, OutputFormat::kText, options);
    const std::string open = isolates ? "\u2068" : "";
    const std::string end = isolates ? "\u2069" : "";
    CHECK(text.find(open + "عنوان \u2067مفتوح مقلوب\u2069" + end + "\n") != std::string::npos);
    CHECK(text.find(open + "\u202Bwire\u202C" + end) != std::string::npos);
  }
}
