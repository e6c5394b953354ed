#include "searcher/terminal/prompt.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "analyzers/text/visual_order.h"
#include "schema/field.h"
#include "searcher/commands/state_folder.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/query_caps.h"
#include "searcher/render/text_renderer.h"
#include "searcher/render/text_style.h"
#include "searcher/terminal/clipboard.h"
#include "searcher/terminal/columns.h"
#include "searcher/terminal/line_input.h"
#include "searcher/terminal/pager.h"

namespace mahdar {
namespace {

constexpr std::size_t kUsualColumns = 80;
constexpr std::size_t kWideColumns = 110;  ///< from here on the facets stand beside the hits
constexpr std::size_t kPanelColumns = 36;

std::size_t terminal_columns() {
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kUsualColumns;
}

std::vector<std::string> lines_of(const std::string& text, std::size_t columns) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    for (std::string& part : wrapped(line, columns)) lines.push_back(std::move(part));
  return lines;
}

/// Empty where nothing can be kept.
std::string history_file() {
  const auto folder = state_folder();
  return folder.empty() ? std::string() : (folder / "history").string();
}

std::optional<Filter> filter_for(Facet facet, const std::string& value, const Taxonomy& taxonomy) {
  if (facet == Facet::kMonth) {
    const auto filter = parse_filter(Field::kDate, value, taxonomy);
    return filter ? std::optional(*filter) : std::nullopt;
  }
  const auto field = field_named(facet_name(facet));
  return field ? std::optional(Filter{*field, {value}, false}) : std::nullopt;
}

/// Adds the value, or takes it away where it is chosen already.
void toggle(std::vector<Filter>& filters, const Filter& chosen) {
  const auto same = std::find_if(filters.begin(), filters.end(),
                                 [&](const Filter& f) { return f.field == chosen.field && !f.negated; });
  if (same == filters.end()) {
    filters.push_back(chosen);
    return;
  }
  if (chosen.field == Field::kDate) {
    if (*same == chosen)
      filters.erase(same);
    else
      *same = chosen;
    return;
  }
  const auto value = std::find(same->values.begin(), same->values.end(), chosen.values.front());
  if (value == same->values.end())
    same->values.push_back(chosen.values.front());
  else
    same->values.erase(value);
  if (same->values.empty()) filters.erase(same);
}

}  // namespace

Prompt::Prompt(Searcher& searcher, const SearchCommandLine& line, std::ostream& out)
    : searcher_(searcher), render_(line.render), visual_(line.bidi == BidiOrder::kVisual), out_(out) {
  render_.taxonomy = &searcher.taxonomy();
  page_.request = line.request;
}

ExitCode Prompt::run() {
  LineInput input(history_file());
  show_help();
  while (true) {
    out_.flush();
    const auto typed = input.read(prompt_text());
    if (!typed || !execute(parse_prompt_line(*typed))) return ExitCode::kDone;
  }
}

bool Prompt::execute(const PromptCommand& command) {
  using Kind = PromptCommand::Kind;
  switch (command.kind) {
    case Kind::kQuit:
      return false;
    case Kind::kNothing:
      break;
    case Kind::kHelp:
      show_help();
      break;
    case Kind::kQuery: {
      SearchRequest request = page_.request;
      request.text = command.text;
      request.offset = 0;
      search(std::move(request));
      break;
    }
    case Kind::kClear: {
      SearchRequest request = page_.request;
      request.filters.clear();
      request.offset = 0;
      search(std::move(request));
      break;
    }
    case Kind::kNarrow:
      narrow(command);
      break;
    case Kind::kFilter:
      filter(command.text);
      break;
    case Kind::kRemove:
      remove_filter(command.number);
      break;
    case Kind::kSort:
      sort(command.text);
      break;
    case Kind::kLanguage:
      set_language(command.text);
      break;
    case Kind::kCopy:
      copy_id(command.number);
      break;
    case Kind::kExport:
      export_to(command.text);
      break;
    case Kind::kMisused:
      say_what_it_takes(command.text);
      break;
    case Kind::kOpen:
      open_hit(command.number);
      break;
    case Kind::kNext:
    case Kind::kPrevious:
      turn_page(command.kind == Kind::kNext);
      break;
    case Kind::kBack:
      go_back();
      break;
  }
  return true;
}

void Prompt::search(SearchRequest request) {
  if (has_page_) earlier_.push_back(page_.request);
  page_ = searcher_.search(request);
  has_page_ = true;
  show_page();
}

void Prompt::show_page() {
  RenderOptions options = render_;
  options.numbered_facets = true;
  const std::size_t columns = terminal_columns();
  std::ostringstream text;
  if (columns < kWideColumns) {
    render_text(page_, options, text);
    for (const std::string& line : lines_of(text.str(), columns)) out_ << line << '\n';
    return;
  }
  // A line that fills the last column makes some terminals break it.
  const std::size_t hit_columns = columns - kPanelColumns - 3;
  ResultPage hits = page_;
  hits.facets.clear();
  render_text(hits, options, text);
  std::ostringstream panel;
  render_facet_panel(page_, options, panel);
  for (const std::string& line : beside(lines_of(text.str(), hit_columns), hit_columns,
                                        lines_of(panel.str(), kPanelColumns), kPanelColumns, visual_))
    out_ << line << '\n';
}

void Prompt::narrow(const PromptCommand& command) {
  const auto values = numbered_facet_values(page_);
  if (command.number == 0 || command.number > values.size()) {
    if (has_page_ && command.number <= 99)
      say("لا قيمة بهذا الرقم؛ للبحث عنه اكتب / قبله.",
          "There is no value of this number; to search for it write / before it.");
    else
      execute({PromptCommand::Kind::kQuery, command.text, 0});
    return;
  }
  const auto& [facet, value] = values[command.number - 1];
  const auto filter = filter_for(facet, value, searcher_.taxonomy());
  if (!filter) {
    say("لا يمكن التصفية بهذه القيمة.", "This value cannot be a filter.");
    return;
  }
  SearchRequest request = page_.request;
  toggle(request.filters, *filter);
  request.offset = 0;
  search(std::move(request));
}

void Prompt::filter(const std::string& text) {
  const bool negated = text.starts_with('-');
  const std::size_t colon = text.find(':');
  const auto field = field_named(std::string_view(text).substr(0, colon));
  const auto filter = negated ? parse_negated_filter(text.substr(1), searcher_.taxonomy())
                              : parse_filter(*field, text.substr(colon + 1), searcher_.taxonomy());
  if (!filter) {
    out_ << without_controls(filter.error().to_string()) << '\n';
    return;
  }
  SearchRequest request = page_.request;
  const auto same = std::ranges::find(request.filters, *filter);
  const auto others = std::ranges::find_if(
      request.filters, [&](const Filter& f) { return f.field == filter->field && f.negated == negated; });
  if (same != request.filters.end()) {
    request.filters.erase(same);
  } else if (others == request.filters.end()) {
    request.filters.push_back(*filter);
  } else if (filter->field == Field::kDate) {
    *others = *filter;
  } else if (filter->values.size() == 1 && !negated) {
    toggle(request.filters, *filter);
  } else {
    for (const std::string& value : filter->values)
      if (std::ranges::find(others->values, value) == others->values.end()) others->values.push_back(value);
  }
  request.offset = 0;
  search(std::move(request));
}

void Prompt::remove_filter(std::size_t number) {
  SearchRequest request = page_.request;
  if (number == 0 || number > request.filters.size()) {
    say("لا مرشح بهذا الرقم.", "There is no filter of this number.");
    return;
  }
  request.filters.erase(request.filters.begin() + static_cast<std::ptrdiff_t>(number) - 1);
  request.offset = 0;
  search(std::move(request));
}

void Prompt::sort(const std::string& order) {
  SearchRequest request = page_.request;
  request.sort = order == "newest"   ? SortOrder::kNewest
                 : order == "oldest" ? SortOrder::kOldest
                 : order == "round"  ? SortOrder::kRound
                                     : SortOrder::kRelevance;
  request.offset = 0;
  search(std::move(request));
}

void Prompt::set_language(const std::string& language) {
  render_.english = language == "en";
  if (has_page_)
    show_page();
  else
    show_help();
}

const Hit* Prompt::hit_of(std::size_t number) {
  const std::size_t first = page_.request.offset + 1;
  if (has_page_ && number >= first && number < first + page_.hits.size()) return &page_.hits[number - first];
  say("لا نتيجة بهذا الرقم.", "There is no hit of this number.");
  return nullptr;
}

void Prompt::copy_id(std::size_t number) {
  const Hit* hit = hit_of(number);
  if (!hit) return;
  if (render_.isolates && !visual_) out_ << clipboard_sequence(hit->article.id);
  out_ << without_controls(hit->article.id) << '\n';
}

void Prompt::export_to(const std::string& path) {
  const auto format = export_format(path);
  if (!has_page_ || !format) {
    say("لا شيء يُحفظ بعد.", "There is nothing to save yet.");
    return;
  }
  if (std::filesystem::exists(path)) {
    say("الملف موجود؛ اختر اسماً آخر.", "The file exists; choose another name.");
    return;
  }
  SearchRequest request = page_.request;
  request.offset = 0;
  request.limit = static_cast<std::uint32_t>(query_caps::kDeepestHit);
  const ResultPage all = searcher_.search(request);
  RenderOptions options = render_;
  options.color = options.isolates = false;
  std::ofstream file(path);
  render(all, *format, options, file);
  file.close();
  if (!file) {
    say("تعذّرت الكتابة في الملف.", "The file could not be written.");
    return;
  }
  out_ << fmt::format("{} → {}\n", all.hits.size(), without_controls(path));
}

void Prompt::open_hit(std::size_t number) {
  const Hit* hit = hit_of(number);
  if (!hit) return;
  const auto view = searcher_.view(hit->article.id, page_.request.text);
  if (!view) {
    say("لم يعد المقال في الفهرس.", "The article is no longer in the index.");
    return;
  }
  std::vector<ByteRange> marks;
  for (const MatchReason& match : view->matches) marks.push_back(match.range);
  std::ostringstream text;
  render_article(view->article, render_, text, marks);
  render_copies(searcher_.copies(hit->article.id), hit->article.id, render_, text);
  std::ostringstream lines;
  for (const std::string& line : lines_of(text.str(), terminal_columns()))
    lines << (visual_ ? visual_order(line, true) : line) << '\n';
  out_.flush();
  if (!show_in_pager(lines.str())) out_ << text.str();
}

void Prompt::turn_page(bool forward) {
  SearchRequest request = page_.request;
  if (forward) {
    if (!has_page_ || request.offset + page_.hits.size() >= page_.total) {
      say("هذه آخر صفحة.", "This is the last page.");
      return;
    }
    request.offset += request.limit;
  } else {
    if (!has_page_ || request.offset == 0) {
      say("هذه أول صفحة.", "This is the first page.");
      return;
    }
    request.offset -= std::min(request.offset, request.limit);
  }
  search(std::move(request));
}

void Prompt::go_back() {
  if (earlier_.empty()) {
    say("لا شيء قبل هذا.", "There is nothing before this.");
    return;
  }
  const SearchRequest request = earlier_.back();
  earlier_.pop_back();
  page_ = searcher_.search(request);
  show_page();
}

void Prompt::show_help() {
  say("اكتب ما تبحث عنه. رقم أو جولة:7 : تصفية (ومرة أخرى لإلغائها) · -مصدر:sana : استبعاد · حذف 1: إزالة "
      "مرشح · "
      "x مسح المرشحات\n"
      "فتح 3: قراءة النتيجة · نسخ 3: معرّفها · n التالي · p السابق · b رجوع · فرز الأحدث (الأقدم، الجولة، "
      "الصلة)\n"
      "حفظ hits.csv (json jsonl bib ris trec txt) · لغة en · q خروج · /كلمات: بحث حرفي · ? هذه المساعدة",
      "Type what you look for. A number or round:7 narrows (and again: undoes it) · -source:sana excludes · "
      "r 1 removes a filter · x clears them\n"
      "o 3 opens a hit · c 3 copies its id · n next · p previous · b back · s newest (oldest, round, "
      "relevance)\n"
      "w hits.csv saves all hits (json jsonl bib ris trec txt) · lang ar · q quit · /words takes the words "
      "literally · ? this help");
}

void Prompt::say_what_it_takes(std::string_view command) {
  if (command == "w" || command == "save")
    say("w تحفظ في ملف ينتهي اسمه بأحد: csv json jsonl bib ris trec txt. للبحث عن الكلمات اكتب / قبلها.",
        "w saves to a file that ends in csv json jsonl bib ris trec or txt. To search for the words write / "
        "before them.");
  else if (command == "s" || command == "sort")
    say("s ترتّب: newest أو oldest أو round أو relevance. للبحث عن الكلمات اكتب / قبلها.",
        "s sorts: newest, oldest, round or relevance. To search for the words write / before them.");
  else
    say("lang تختار اللغة: ar أو en. للبحث عن الكلمات اكتب / قبلها.",
        "lang chooses the language: ar or en. To search for the words write / before them.");
}

void Prompt::say(std::string_view arabic, std::string_view english) {
  for (const std::string& line :
       lines_of(std::string(render_.english ? english : arabic), terminal_columns()))
    out_ << line << '\n';
}

std::string Prompt::prompt_text() const {
  std::string filters;
  for (const Filter& filter : page_.request.filters)
    filters += fmt::format(" [{}{}:{}]", filter.negated ? "-" : "", row(filter.field).name,
                           fmt::join(filter.values, ","));
  return fmt::format("{}{}> ", render_.english ? "search" : "بحث", filters);
}

}  // namespace mahdar
