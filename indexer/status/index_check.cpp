#include "indexer/status/index_check.h"

#include <exception>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "analyzers/text/printable.h"
#include "indexer/write/source_state.h"
#include "schema/facet.h"
#include "schema/field.h"
#include "schema/index_stamp.h"
#include "schema/stored_article.h"
#include "schema/watchdog.h"

namespace mahdar {
namespace {

constexpr std::size_t kHashBytes = 16;

/// Runs a step; a damaged database may throw nearly anything while it is read.
template <typename Step>
void guarded(std::string_view what, CheckReport& report, Step&& step) {
  try {
    step();
  } catch (const Xapian::Error& e) {
    report.find(fmt::format("{}: {}", what, e.get_description()));
  } catch (const std::exception& e) {
    report.find(fmt::format("{}: {}", what, e.what()));
  }
}

/// Of what Xapian's check says, a line that is no heading ("postlist:") and no praise of a table.
bool is_complaint(std::string_view line) {
  return !line.empty() && line.back() != ':' && !line.ends_with("checked OK");
}

class ArticleCheck {
 public:
  ArticleCheck(const Xapian::Database& database, CheckReport& report) : database_(database), report_(report) {
    files_.insert(make_term(prefix::kFile, file_key("-")));
    for (const auto& [path, record] : load_file_records(database))
      files_.insert(make_term(prefix::kFile, file_key(path)));
    const std::string stored = database.get_metadata(std::string(metadata::kFacetDictionary));
    if (!stored.empty()) facets_ = FacetDictionary::parse(stored).size();
  }

  void check(Xapian::docid number) {
    const Xapian::Document document = database_.get_document(number);
    const std::string data = document.get_data();
    if (!stored_article_is_sound(data))
      return find(number, "the stored article is damaged: its checksum is wrong");
    const Article article = decode_article(data);
    if (term_with_prefix(database_, number, prefix::kId) != make_term(prefix::kId, article.id))
      find(number, fmt::format("its id term is not that of \"{}\"", article.id));
    if (!files_.contains(term_with_prefix(database_, number, prefix::kFile)))
      find(number, fmt::format("no record of the file it came from ({})", article.path));
    if (document.get_value(slot::kContentHash).size() != kHashBytes)
      find(number, "its content hash is damaged");
    check_facets(number, document.get_value(slot::kFacets));
  }

 private:
  void check_facets(Xapian::docid number, const std::string& packed) {
    std::size_t count = 0;
    bool unknown = false;
    unpack_facets(packed, [&](FacetOrdinal ordinal) {
      ++count;
      unknown = unknown || ordinal >= facets_;
    });
    if (count == 0 || unknown) find(number, "its facets are damaged");
  }

  void find(Xapian::docid number, std::string_view what) {
    report_.find(fmt::format("document {}: {}", number, what));
  }

  const Xapian::Database& database_;
  CheckReport& report_;
  std::set<std::string> files_;
  std::size_t facets_ = 0;
};

}  // namespace

void CheckReport::find(std::string_view finding) {
  findings.push_back(printable(finding));
}

void check_database_files(const std::filesystem::path& dir, CheckReport& report) {
  guarded("database files", report, [&] {
    std::ostringstream said;
    const std::size_t errors = Xapian::Database::check(dir.string(), 0, &said);
    if (errors == 0) return;
    report.find(fmt::format("database files: {} errors", errors));
    std::istringstream lines(said.str());
    for (std::string line; std::getline(lines, line);)
      if (is_complaint(line)) report.find("database files: " + line);
  });
}

void check_articles(const Xapian::Database& database, CheckReport& report) {
  guarded("articles", report, [&] {
    ArticleCheck check(database, report);
    for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at) {
      ++report.articles;
      const Watchdog watchdog;
      guarded(fmt::format("document {}", *at), report, [&] { check.check(*at); });
    }
  });
}

void check_state(const Xapian::Database& database, CheckReport& report) {
  guarded("state of the sources", report, [&] {
    for (const auto& [path, record] : load_file_records(database)) {
      const Xapian::doccount held = database.get_termfreq(make_term(prefix::kFile, file_key(path)));
      if (record.complete && held != record.articles)
        report.find(fmt::format("{}: the index holds {} articles of it, its record says {}", path, held,
                                record.articles));
    }
  });
  guarded("ids", report, [&] {
    const std::string ids(prefix::kId);
    for (auto term = database.allterms_begin(ids); term != database.allterms_end(ids); ++term)
      if (term.get_termfreq() != 1)
        report.find(fmt::format("{} articles have the id term {}", term.get_termfreq(), *term));
  });
}

}  // namespace mahdar
