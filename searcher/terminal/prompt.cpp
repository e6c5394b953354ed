#include "searcher/terminal/prompt.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include "analyzers/text/visual_order.h"
#include "schema/field.h"
#include "searcher/commands/state_folder.h"
#include "searcher/query/query_caps.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/text_renderer.h"
#include "searcher/render/text_style.h"
#include "searcher/terminal/clipboard.h"
#include "searcher/terminal/columns.h"
#include "searcher/terminal/filter_choice.h"
#include "searcher/terminal/hit_file.h"
#include "searcher/terminal/line_input.h"
#include "searcher/terminal/page_layout.h"
#include "searcher/terminal/pager.h"
#include "searcher/terminal/terminal_size.h"

namespace mahdar {
namespace {

constexpr std::size_t kTypingColumns = 20;  ///< room for what will be typed behind the prompt

/// Empty where nothing can be kept.
std::string history_file() {
  const auto folder = state_folder();
  return folder.empty() ? std::string() : (folder / "history").string();
}

}  // namespace

Prompt::Prompt(Searcher& searcher, const SearchCommandLine& line, std::ostream& out)
    : searcher_(searcher), render_(line.render), visual_(line.bidi == BidiOrder::kVisual), out_(out) {
  render_.taxonomy = &searcher.taxonomy();
  page_.request = line.request;
}

ExitCode Prompt::run() {
  LineInput input(history_file());
  say(prompt_help());
  while (true) {
    out_.flush();
    const auto typed = input.read(prompt_text(), [this] {
      if (has_page_) show_page();
      out_.flush();
    });
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
      say(prompt_help());
      break;
    case Kind::kQuery:
      change([&](SearchRequest& request) { request.text = command.text; });
      break;
    case Kind::kClear:
      change([](SearchRequest& request) { request.filters.clear(); });
      break;
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
      say(prompt_usage(command.text));
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

void Prompt::change(const std::function<void(SearchRequest&)>& how) {
  SearchRequest request = page_.request;
  how(request);
  request.offset = 0;
  search(request);
}

void Prompt::search(const SearchRequest& request) {
  if (has_page_) earlier_.push_back(page_.request);
  if (request.offset == 0) starts_.clear();
  page_ = searcher_.search(request);
  has_page_ = true;
  show_page();
}

void Prompt::show_page() {
  RenderOptions options = render_;
  options.numbered_facets = true;
  TerminalSize room = terminal_size();
  const std::size_t prompt_lines = (line_width(prompt_text()) + kTypingColumns) / room.columns + 1;
  room.lines -= std::min(room.lines - 1, prompt_lines);
  PageLayout layout = lay_out(page_, options, room, visual_);
  for (const std::string& line : layout.lines) out_ << line << '\n';
  shown_ = layout.hits;
  values_ = std::move(layout.values);
}

void Prompt::narrow(const PromptCommand& command) {
  if (command.number == 0 || command.number > values_.size()) {
    if (has_page_ && command.number <= 99)
      say({"لا قيمة بهذا الرقم؛ للبحث عنه اكتب / قبله.",
           "There is no value of this number; to search for it write / before it."});
    else
      execute({PromptCommand::Kind::kQuery, command.text, 0});
    return;
  }
  const auto& [facet, value] = values_[command.number - 1];
  const auto filter = filter_for(facet, value, searcher_.taxonomy());
  if (!filter) {
    say({"لا يمكن التصفية بهذه القيمة.", "This value cannot be a filter."});
    return;
  }
  change([&](SearchRequest& request) { toggle(request.filters, *filter); });
}

void Prompt::filter(const std::string& text) {
  const auto filter = read_filter(text, searcher_.taxonomy());
  if (!filter) {
    out_ << without_controls(filter.error().to_string()) << '\n';
    return;
  }
  change([&](SearchRequest& request) { add(request.filters, *filter); });
}

void Prompt::remove_filter(std::size_t number) {
  if (number == 0 || number > page_.request.filters.size()) {
    say({"لا مرشح بهذا الرقم.", "There is no filter of this number."});
    return;
  }
  change([&](SearchRequest& request) {
    request.filters.erase(request.filters.begin() + static_cast<std::ptrdiff_t>(number) - 1);
  });
}

void Prompt::sort(const std::string& order) {
  change([&](SearchRequest& request) {
    request.sort = order == "newest"   ? SortOrder::kNewest
                   : order == "oldest" ? SortOrder::kOldest
                   : order == "round"  ? SortOrder::kRound
                                       : SortOrder::kRelevance;
  });
}

void Prompt::set_language(const std::string& language) {
  render_.english = language == "en";
  if (has_page_)
    show_page();
  else
    say(prompt_help());
}

const Hit* Prompt::hit_of(std::size_t number) {
  const std::size_t first = page_.request.offset + 1;
  if (has_page_ && number >= first && number < first + page_.hits.size()) return &page_.hits[number - first];
  say({"لا نتيجة بهذا الرقم.", "There is no hit of this number."});
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
    say({"لا شيء يُحفظ بعد.", "There is nothing to save yet."});
    return;
  }
  if (std::filesystem::exists(path)) {
    say({"الملف موجود؛ اختر اسماً آخر.", "The file exists; choose another name."});
    return;
  }
  const ResultPage all = all_hits();
  if (!save_hits(all, *format, render_, path)) {
    say({"تعذّرت الكتابة في الملف.", "The file could not be written."});
    return;
  }
  out_ << fmt::format("{} → {}\n", all.hits.size(), without_controls(path));
  if (const std::string note = relaxation_note(all, render_.english); !note.empty()) out_ << note << '\n';
  if (all.index_revision != page_.index_revision || all.index_generation != page_.index_generation)
    say({"تغيّر الفهرس بعد عرض النتائج: حُفظ ما فيه الآن.",
         "The index changed after these hits were shown: what it holds now was saved."});
}

ResultPage Prompt::all_hits() {
  if (page_.request.offset == 0 && page_.hits.size() >= page_.total) return page_;
  SearchRequest request = page_.request;
  request.offset = 0;
  request.limit = static_cast<std::uint32_t>(query_caps::kDeepestHit);
  return searcher_.search(request);
}

void Prompt::open_hit(std::size_t number) {
  const Hit* hit = hit_of(number);
  if (!hit) return;
  const auto view = searcher_.view(hit->article.id, page_.request.text);
  if (!view) {
    say({"لم يعد المقال في الفهرس.", "The article is no longer in the index."});
    return;
  }
  std::vector<ByteRange> marks;
  for (const MatchReason& match : view->matches) marks.push_back(match.range);
  std::ostringstream text;
  render_article(view->article, render_, text, marks);
  render_copies(searcher_.copies(hit->article.id), hit->article.id, render_, text);
  std::ostringstream lines;
  for (const std::string& line : wrapped_lines(text.str(), terminal_size().columns))
    lines << (visual_ ? visual_order(line, true) : line) << '\n';
  out_.flush();
  if (!show_in_pager(lines.str())) out_ << text.str();
}

void Prompt::turn_page(bool forward) {
  SearchRequest request = page_.request;
  if (forward) {
    if (!has_page_ || request.offset + shown_ >= page_.total) {
      say({"هذه آخر صفحة.", "This is the last page."});
      return;
    }
    starts_.push_back(request.offset);
    request.offset += static_cast<std::uint32_t>(shown_);
  } else {
    if (!has_page_ || request.offset == 0) {
      say({"هذه أول صفحة.", "This is the first page."});
      return;
    }
    while (!starts_.empty() && starts_.back() >= request.offset) starts_.pop_back();
    request.offset =
        starts_.empty() ? request.offset - std::min(request.offset, request.limit) : starts_.back();
  }
  search(request);
}

void Prompt::go_back() {
  if (earlier_.empty()) {
    say({"لا شيء قبل هذا.", "There is nothing before this."});
    return;
  }
  const SearchRequest request = earlier_.back();
  earlier_.pop_back();
  page_ = searcher_.search(request);
  show_page();
}

void Prompt::say(PromptText text) {
  for (const std::string& line :
       wrapped_lines(std::string(render_.english ? text.english : text.arabic), terminal_size().columns))
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
