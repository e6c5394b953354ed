#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// The index is absent, damaged, or made by another version.
class IndexError : public std::runtime_error {
 public:
  enum class Kind { kMissing, kStale, kUnreadable, kPermission };
  IndexError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Answers searches over one index. Follows commits and generation switches: every call sees one consistent
/// state and is rerun where a writer changed the index under it. One object a thread.
class Searcher {
 public:
  /// Throws IndexError.
  explicit Searcher(const std::filesystem::path& index_root);
  ~Searcher();

  /// Never throws for what the user typed: broken syntax gives diagnostics. Throws IndexError.
  ResultPage search(const SearchRequest& request);

  /// The stored article, with evidence; none where there is no such id. Throws IndexError.
  std::optional<Article> article(const std::string& id);

  /// Articles like this one, best first, as a result page without facets; none where there is no such id.
  std::optional<ResultPage> similar(const std::string& id, std::uint32_t limit);

  /// The taxonomy the index was made with.
  const Taxonomy& taxonomy() const;

 private:
  struct Session;
  std::unique_ptr<Session> session_;
};

}  // namespace mahdar
