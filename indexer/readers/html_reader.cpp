#include "indexer/readers/html_reader.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "indexer/readers/decoded_input.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/page_blocks.h"
#include "indexer/readers/page_metadata.h"

namespace mahdar {
namespace {

constexpr std::size_t kCharsetWindow = 4096;

void fill(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

/// The text without a first paragraph that only repeats the title.
void drop_repeated_title(std::string& text, std::string_view title) {
  if (!title.empty() && text.starts_with(title) && text.size() > title.size() && text[title.size()] == '\n')
    text.erase(0, title.size() + 1);
}

}  // namespace

std::string declared_charset(std::string_view head) {
  std::string lower(head.substr(0, kCharsetWindow));
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (std::size_t at = 0; (at = lower.find("charset", at)) != std::string::npos;) {
    at = lower.find_first_not_of(" \t\r\n", at + 7);
    if (at == std::string::npos) return {};
    if (lower[at] != '=') continue;
    at = lower.find_first_not_of(" \t\r\n\"'", at + 1);
    if (at == std::string::npos) return {};
    const auto end = lower.find_first_of(" \t\r\n\"';/>", at);
    return lower.substr(at, end == std::string::npos ? 0 : end - at);
  }
  return {};
}

void read_page(std::string_view utf8, RawArticle& article) {
  const HtmlDocument page(utf8);
  PageMetadata says = page_metadata(page);
  std::string text = main_text(page);
  if (says.body.size() > text.size()) text = std::move(says.body);
  fill(article.title, std::move(says.title));
  fill(article.url, std::move(says.url));
  fill(article.date, std::move(says.date));
  fill(article.version, std::move(says.modified));
  fill(article.source, std::move(says.source));
  fill(article.author, std::move(says.author));
  fill(article.language, std::move(says.language));
  drop_repeated_title(text, article.title);
  article.text = std::move(text);
}

void HtmlReader::read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const {
  auto input = decode_input(bytes, origin, declared_charset(bytes));
  if (!input) {
    sink(Unexpected(std::move(input.error())));
    return;
  }
  RawArticle article = std::move(input->article);
  read_page(input->utf8, article);
  cap_text(article);
  if (!has_words(article)) {
    sink(Unexpected({origin.path, 0, "no text in the page",
                     "save it again with its text, or take it out of the source"}));
    return;
  }
  sink(std::move(article));
}

}  // namespace mahdar
