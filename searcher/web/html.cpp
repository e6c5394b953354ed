#include "searcher/web/html.h"

#include "searcher/highlight/excerpt.h"
#include "searcher/render/html_text.h"

namespace mahdar {

void Html::begin(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const auto& [name, value] : attributes) {
    if (value.empty() && name != "value" && name != "alt") continue;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_escaped(out_, value);
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  open_.push_back(tag);
  return *this;
}

Html& Html::close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

Html& Html::leaf(std::string_view tag, Attributes attributes, std::string_view content) {
  // A browser isolates an element by controls of its own, whose end isolates left open in it would take.
  return open(tag, attributes).text(in_pairs(content)).close();
}

Html& Html::single(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  return *this;
}

std::string Html::take() {
  while (!open_.empty()) close();
  return "<!doctype html>\n" + std::move(out_) + '\n';
}

}  // namespace mahdar
