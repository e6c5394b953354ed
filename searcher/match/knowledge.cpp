#include "searcher/match/knowledge.h"

#include <stdexcept>
#include <vector>

#include "schema/index_stamp.h"

namespace mahdar {

Knowledge::Knowledge(const Taxonomy& bundled)
    : taxonomy(bundled), analyzer(taxonomy), gazetteer(taxonomy, analyzer) {}

Knowledge::Knowledge(std::unique_ptr<const Taxonomy> own)
    : owned(std::move(own)), taxonomy(*owned), analyzer(taxonomy), gazetteer(taxonomy, analyzer) {}

std::unique_ptr<const Knowledge> load_knowledge(const Xapian::Database& database,
                                                const std::string& taxonomy_hash) {
  const Taxonomy& bundled = Taxonomy::bundled();
  if (taxonomy_hash == bundled.hash()) return std::make_unique<Knowledge>(bundled);
  std::vector<Taxonomy::SourceText> texts;
  const std::string prefix(metadata::kTaxonomyPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const std::string text = database.get_metadata(*key);
    const auto line_end = text.find('\n');
    if (line_end == std::string::npos) throw std::runtime_error("the index's taxonomy is damaged");
    texts.push_back({text.substr(0, line_end), text.substr(line_end + 1)});
  }
  if (texts.empty()) throw std::runtime_error("the index keeps no taxonomy");
  auto taxonomy = Taxonomy::parse(texts);
  if (!taxonomy) throw std::runtime_error("the index's taxonomy is damaged: " + taxonomy.error().to_string());
  return std::make_unique<Knowledge>(std::make_unique<const Taxonomy>(std::move(*taxonomy)));
}

}  // namespace mahdar
