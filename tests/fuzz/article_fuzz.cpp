// Every reader on any bytes, and the annotator on what they find: the first byte chooses the reader.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/about/annotator.h"
#include "analyzers/text/encoding.h"
#include "indexer/readers/reader.h"
#include "schema/stored_article.h"

namespace {

void check(const mahdar::Article& article) {
  if (article.title_end > article.text.size()) std::abort();
  const auto inside = [&](const mahdar::ByteRange& r) {
    return r.begin <= r.end && r.end <= article.text.size();
  };
  for (const auto& e : article.round.evidence)
    if (!inside(e.range)) std::abort();
  for (const auto& e : article.guarantor.evidence)
    if (!inside(e.range)) std::abort();
  for (const auto& topic : article.topics)
    for (const auto& e : topic.evidence)
      if (!inside(e.range)) std::abort();
  if (!mahdar::stored_article_is_sound(mahdar::encode_article(article))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const mahdar::Analyzer analyzer(mahdar::Taxonomy::bundled());
  static const mahdar::Annotator annotator(mahdar::Taxonomy::bundled(), analyzer);
  constexpr mahdar::FileKind kKinds[] = {mahdar::FileKind::kText, mahdar::FileKind::kHtml};
  if (size == 0) return 0;
  const mahdar::FileKind kind = kKinds[data[0] % 2];
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);

  mahdar::reader_for(kind).read(bytes, {"fuzz", 1}, [](mahdar::Result<mahdar::RawArticle> raw) {
    if (!raw) {
      if (raw.error().message.empty()) std::abort();
      return;
    }
    if (!mahdar::is_valid_utf8(raw->text)) std::abort();
    check(*annotator.annotate(*raw).article);
  });
  return 0;
}
