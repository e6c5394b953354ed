#include "searcher/terminal/prompt.h"

#include <algorithm>

#include <fmt/format.h>

#include "schema/field.h"
#include "searcher/commands/state_folder.h"
#include "searcher/query/filter_values.h"
#include "searcher/render/text_renderer.h"
#include "searcher/terminal/line_input.h"

namespace mahdar {
namespace {

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
    : searcher_(searcher), line_(line), out_(out) {
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
  RenderOptions options = line_.render;
  options.taxonomy = &searcher_.taxonomy();
  options.numbered_facets = true;
  render_text(page_, options, out_);
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

void Prompt::open_hit(std::size_t number) {
  const std::size_t first = page_.request.offset + 1;
  if (!has_page_ || number < first || number >= first + page_.hits.size()) {
    say("لا نتيجة بهذا الرقم.", "There is no hit of this number.");
    return;
  }
  const std::string& id = page_.hits[number - first].article.id;
  if (const auto article = searcher_.article(id)) {
    RenderOptions options = line_.render;
    options.taxonomy = &searcher_.taxonomy();
    render_article(*article, options, out_);
  } else {
    say("لم يعد المقال في الفهرس.", "The article is no longer in the index.");
  }
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
  say("اكتب ما تبحث عنه. رقم: تصفية بقيمة (ومرة أخرى لإلغائها) · o 3 أو فتح 3: قراءة النتيجة · n التالي · p "
      "السابق · b رجوع · "
      "x مسح المرشحات · q خروج · /كلمات: بحث حرفي",
      "Type what you look for. A number narrows by that value (and again: undoes it) · o 3 opens a hit · n "
      "next · "
      "p previous · b back · x clear filters · q quit · /words takes the words literally");
}

void Prompt::say(std::string_view arabic, std::string_view english) {
  out_ << (line_.render.english ? english : arabic) << '\n';
}

std::string Prompt::prompt_text() const {
  std::string filters;
  for (const Filter& filter : page_.request.filters)
    filters += fmt::format(" [{}{}:{}]", filter.negated ? "-" : "", row(filter.field).name,
                           fmt::join(filter.values, ","));
  return fmt::format("{}{}> ", line_.render.english ? "search" : "بحث", filters);
}

}  // namespace mahdar
