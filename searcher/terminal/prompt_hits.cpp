// What the prompt does with the hits it shows: open, copy, save.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include "analyzers/text/visual_order.h"
#include "searcher/query/query_caps.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/render/text_renderer.h"
#include "searcher/render/text_style.h"
#include "searcher/terminal/clipboard.h"
#include "searcher/terminal/columns.h"
#include "searcher/terminal/hit_file.h"
#include "searcher/terminal/pager.h"
#include "searcher/terminal/prompt.h"
#include "searcher/terminal/terminal_size.h"

namespace mahdar {

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

}  // namespace mahdar
