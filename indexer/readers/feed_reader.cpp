#include "indexer/readers/feed_reader.h"

#include <array>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/decoded_input.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/page_blocks.h"
#include "indexer/readers/rfc822_date.h"

namespace mahdar {
namespace {

constexpr std::string_view kRemedy = "correct or remove the item; the others are not affected";
constexpr std::string_view kDamagedRemedy =
    "correct it there or fetch the feed again; the items before it are kept";

/// The encoding an XML declaration names, or empty.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 256);
  if (head.find("<?xml") == std::string_view::npos) return {};
  const auto at = head.find("encoding=");
  if (at == std::string_view::npos || at + 10 >= head.size()) return {};
  const auto end = head.find(head[at + 9], at + 10);
  return end == std::string_view::npos ? std::string() : std::string(head.substr(at + 10, end - at - 10));
}

/// All text below an element; markup that stands in it as elements (Atom's xhtml) is kept as markup.
std::string content_of(const pugi::xml_node& node) {
  if (!node.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; }))
    return node.text().get();
  struct Writer final : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
      text.append(static_cast<const char*>(data), size);
    }
  } writer;
  for (const pugi::xml_node& child : node.children()) child.print(writer, "", pugi::format_raw);
  return std::move(writer.text);
}

std::string first_of(const pugi::xml_node& item, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (const pugi::xml_node child = item.child(name)) {
      std::string text = content_of(child);
      if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
    }
  return {};
}

/// Feeds carry text, and markup as text; a lone '<' of running text is harmless to the parser of pages.
std::string plain_text(const std::string& text) {
  std::string plain;
  for (const PageBlock& block :
       page_blocks(HtmlDocument("<html><body><div>" + text + "</div></body></html>")))
    plain += block.text + '\n';
  return plain;
}

std::string plain_line(const std::string& text) {
  std::string line = plain_text(text);
  for (char& c : line)
    if (c == '\n') c = ' ';
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// The address of the item's page: RSS's link, or the href of Atom's.
std::string address_of(const pugi::xml_node& item) {
  for (const pugi::xml_node& link : item.children("link")) {
    const std::string_view relation = link.attribute("rel").as_string("alternate");
    if (relation == "alternate" && link.attribute("href")) return link.attribute("href").value();
    if (!link.text().empty()) return link.text().get();
  }
  const pugi::xml_node guid = item.child("guid");
  const std::string_view written = guid.text().get();
  const bool is_address = std::string_view(guid.attribute("isPermaLink").value()) != "false";
  return is_address && written.starts_with("http") ? std::string(written) : std::string();
}

struct Feed {
  pugi::xml_node root;  ///< holds the items
  const char* item = nullptr;
  std::string title;
  std::string language;
};

Feed feed_of(const pugi::xml_document& document) {
  Feed feed;
  if (const pugi::xml_node rss = document.child("rss")) {
    feed.root = rss.child("channel");
    feed.item = "item";
    feed.title = feed.root.child("title").text().get();
    feed.language = feed.root.child("language").text().get();
  } else if (const pugi::xml_node rdf = document.child("rdf:RDF")) {
    feed.root = rdf;
    feed.item = "item";
    feed.title = rdf.child("channel").child("title").text().get();
    feed.language = rdf.child("channel").child("dc:language").text().get();
  } else if (const pugi::xml_node atom = document.child("feed")) {
    feed.root = atom;
    feed.item = "entry";
    feed.title = atom.child("title").text().get();
    feed.language = atom.attribute("xml:lang").value();
  }
  return feed;
}

RawArticle article_of(const pugi::xml_node& item, const Feed& feed, RawArticle article) {
  article.url = address_of(item);
  if (article.url.empty()) article.id = first_of(item, {"guid", "id"});
  article.title = plain_line(first_of(item, {"title"}));
  article.text = plain_text(first_of(item, {"content:encoded", "content", "description", "summary"}));
  article.date = iso_date(first_of(item, {"pubDate", "dc:date", "published", "updated"}));
  article.version =
      first_of(item, {"updated", "atom:updated", "dcterms:modified", "pubDate", "dc:date", "published"});
  article.source = item.child("source").child("title").text().get();
  if (article.source.empty()) article.source = first_of(item, {"dc:publisher"});
  if (article.source.empty()) article.source = plain_line(feed.title);
  article.author = plain_line(first_of(item, {"dc:creator"}));
  if (article.author.empty()) article.author = item.child("author").child("name").text().get();
  article.language = feed.language;
  cap_text(article);
  return article;
}

/// Where the markup that begins at `at`, a '<', ends: behind its '>'; npos where it does not.
std::size_t end_of_markup(std::string_view xml, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWithoutTags{
      {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
  for (const auto& [begin, end] : kWithoutTags) {
    if (!xml.substr(at).starts_with(begin)) continue;
    const auto found = xml.find(end, at + begin.size());
    return found == std::string_view::npos ? found : found + end.size();
  }
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote == 0 && c == '>') return at + 1;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  return std::string_view::npos;
}

/// Whether the element that begins at `at`, a '<', is closed. What is read is known to be well nested.
bool is_closed(std::string_view xml, std::size_t at) {
  for (std::size_t depth = 0; at != std::string_view::npos; at = xml.find('<', at)) {
    const auto end = end_of_markup(xml, at);
    if (end == std::string_view::npos) return false;
    const std::string_view markup = xml.substr(at, end - at);
    if (markup[1] == '/') {
      --depth;
    } else if (markup[1] != '!' && markup[1] != '?' && !markup.ends_with("/>")) {
      ++depth;
    }
    if (depth == 0) return true;
    at = end;
  }
  return false;
}

/// Where parsing failed.
struct Fault {
  pugi::xml_node item;  ///< the one that is not closed, or null
  bool at_end = false;  ///< the file ends in the middle, rather than that something in it is wrong
};

/// Half a sentence may say the opposite of the whole one, and half an address is another's. The parser does
/// not tell what it met closed, and has written over what it read: `bytes` are decoded once more.
Fault fault_in(const Feed& feed, const pugi::xml_parse_result& parsed, std::string_view bytes,
               const ReadOrigin& origin) {
  Fault fault;
  const auto input = decode_input(bytes, origin, declared_encoding(bytes));
  std::string_view read = input ? std::string_view(input->utf8) : std::string_view();
  const auto stopped = static_cast<std::size_t>(parsed.offset);
  fault.at_end = stopped + 1 >= read.size();
  if (!fault.at_end) {
    const auto begin = read.rfind('<', stopped > 0 ? stopped - 1 : 0);
    fault.at_end = begin != std::string_view::npos && end_of_markup(read, begin) == std::string_view::npos;
    read = read.substr(0, stopped);
  }
  const pugi::xml_node last = feed.root.last_child();
  const auto name = last.offset_debug();
  const bool is_item = feed.item != nullptr && last.name() == std::string_view(feed.item);
  if (is_item && (name < 1 || !is_closed(read, static_cast<std::size_t>(name) - 1))) fault.item = last;
  return fault;
}

}  // namespace

void FeedReader::read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const {
  auto input = decode_input(bytes, origin, declared_encoding(bytes));
  if (!input) {
    sink(Unexpected(std::move(input.error())));
    return;
  }
  pugi::xml_document document;
  const auto parsed = document.load_buffer_inplace(input->utf8.data(), input->utf8.size(),
                                                   pugi::parse_default, pugi::encoding_utf8);
  const Feed feed = feed_of(document);
  const Fault fault = parsed ? Fault() : fault_in(feed, parsed, bytes, origin);
  if (feed.root.empty() && (feed.item == nullptr || !fault.at_end)) {
    const std::string why =
        parsed ? "neither RSS nor Atom" : fmt::format("not a feed: {}", parsed.description());
    sink(Unexpected({origin.path, 0, why, "take it out of the source, or give it another ending"}));
    return;
  }
  std::uint64_t record = 0;
  for (const pugi::xml_node& item : feed.root.children(feed.item)) {
    if (item == fault.item) break;
    RawArticle article = input->article;
    article.record = ++record;
    article = article_of(item, feed, std::move(article));
    if (has_words(article)) {
      sink(std::move(article));
    } else {
      sink(Unexpected(
          {origin.path, 0, fmt::format("item {} has neither title nor text", record), std::string(kRemedy)}));
    }
  }
  if (!parsed)
    sink(Unexpected({origin.path, 0,
                     fmt::format("cut or damaged at byte {}: {}", parsed.offset, parsed.description()),
                     std::string(fault.at_end ? kCutFeedRemedy : kDamagedRemedy)}));
}

}  // namespace mahdar
