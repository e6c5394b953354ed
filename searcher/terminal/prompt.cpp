#include "searcher/terminal/prompt.h"

#include <algorithm>

#include <fmt/format.h>

#include "schema/field.h"
#include "searcher/commands/state_folder.h"
#include "searcher/render/text_style.h"
#include "searcher/terminal/columns.h"
#include "searcher/terminal/facet_list.h"
#include "searcher/terminal/filter_choice.h"
#include "searcher/terminal/line_input.h"
#include "searcher/terminal/page_layout.h"
#include "searcher/terminal/terminal_size.h"

namespace mahdar {
namespace {

constexpr std::size_t kTypingColumns = 20;  ///< room for what will be typed behind the prompt

/// The order --sort calls so; by relevance for any other name.
SortOrder sort_order_named(std::string_view name) {
  if (name == "newest") return SortOrder::kNewest;
  if (name == "oldest") return SortOrder::kOldest;
  return name == "round" ? SortOrder::kRound : SortOrder::kRelevance;
}

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
    case Kind::kValues:
      list_values(command.text);
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

void Prompt::list_values(const std::string& facet) {
  PageLayout list = list_facet(page_, facet_named(facet).value(), render_, terminal_size().columns);
  if (list.values.empty()) {
    say({"لا قيم له في هذه النتائج.", "These hits have no values of it."});
    return;
  }
  for (const std::string& line : list.lines) out_ << line << '\n';
  values_ = std::move(list.values);
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
  change([&](SearchRequest& request) { request.sort = sort_order_named(order); });
}

void Prompt::set_language(const std::string& language) {
  render_.english = language == "en";
  if (has_page_)
    show_page();
  else
    say(prompt_help());
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
