#include "searcher/render/trec_renderer.h"

#include <fmt/format.h>

namespace mahdar {
namespace {

std::string one_word(std::string_view id) {
  std::string word;
  for (const char c : id) {
    if (static_cast<unsigned char>(c) <= ' ')
      word += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      word += c;
  }
  return word;
}

}  // namespace

void render_trec(const ResultPage& page, std::string_view query_id, std::ostream& out) {
  std::uint32_t rank = page.request.offset;
  for (const Hit& hit : page.hits)
    out << fmt::format("{} Q0 {} {} {:.6f} mahdar\n", query_id.empty() ? "1" : query_id,
                       one_word(hit.article.id), ++rank, hit.score);
}

}  // namespace mahdar
