#include "indexer/write/stem_families.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/field.h"
#include "tests/unit/temporary_directory.h"

using namespace mahdar;

namespace {

Xapian::Document document_with(const std::vector<std::string>& stems) {
  Xapian::Document document;
  for (const auto& stem : stems) document.add_term(make_term(prefix::kStem, stem));
  document.add_term("وفود");
  document.add_term("Qid");
  return document;
}

std::vector<std::string> family(const Xapian::Database& database, const std::string& bones) {
  return {database.synonyms_begin(bones), database.synonyms_end(bones)};
}

}  // namespace

TEST_CASE("stems of one skeleton are found by it, also over several writes") {
  const TemporaryDirectory folder;
  Xapian::WritableDatabase database((folder.path() / "db").string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  StemFamilies families;
  families.add(document_with({"لغم", "الغام", "وفد", "2017"}));
  families.write(database);
  database.commit();
  CHECK(family(database, "لغم") == std::vector<std::string>{"الغام"});
  families.add(document_with({"لغوم", "الغام"}));
  families.write(database);
  database.commit();
  CHECK(family(database, "لغم") == std::vector<std::string>{"الغام", "لغوم"});
  CHECK(family(database, "وفد").empty());
  CHECK(family(database, "2017").empty());
}
