#include "searcher/match/knowledge.h"

#include <stdexcept>
#include <vector>

#include "schema/index_stamp.h"
#include "schema/taxonomy_record.h"

namespace mahdar {

Knowledge::Knowledge(const Taxonomy& bundled)
    : taxonomy(bundled), analyzer(taxonomy), gazetteer(taxonomy, analyzer), rounds(taxonomy, analyzer) {}

Knowledge::Knowledge(std::unique_ptr<const Taxonomy> own)
    : owned(std::move(own)),
      taxonomy(*owned),
      analyzer(taxonomy),
      gazetteer(taxonomy, analyzer),
      rounds(taxonomy, analyzer) {}

std::unique_ptr<const Knowledge> load_knowledge(const Xapian::Database& database,
                                                const std::string& taxonomy_hash) {
  const Taxonomy& bundled = Taxonomy::bundled();
  if (taxonomy_hash == bundled.hash()) return std::make_unique<Knowledge>(bundled);
  const auto texts = decode_taxonomy(database.get_metadata(std::string(metadata::kTaxonomy)));
  if (texts.empty()) throw std::runtime_error("the index keeps no taxonomy");
  auto taxonomy = Taxonomy::parse(texts);
  if (!taxonomy) throw std::runtime_error("the index's taxonomy is damaged: " + taxonomy.error().to_string());
  return std::make_unique<Knowledge>(std::make_unique<const Taxonomy>(std::move(*taxonomy)));
}

}  // namespace mahdar
