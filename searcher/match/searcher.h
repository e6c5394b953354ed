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

class IndexMemory;

/// Which state of an index an answer comes from.
struct IndexState {
  std::string generation;
  std::uint64_t revision = 0;
  std::uint64_t articles = 0;
};

/// A whole article and the words in it that a query asks for.
struct ArticleView {
  Article article;
  std::vector<MatchReason> matches;  ///< ascending by range
};

/// How a text may go on.
struct Completion {
  std::string text;   ///< the whole query then
  std::string kind;   ///< "word", or the field of the value it names: "person", "topic", …
  std::string label;  ///< Arabic; the word itself for words
  std::string label_en;
  std::uint64_t articles = 0;  ///< that have it
};

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
  /// `memory`, if given, is shared by the searchers of one index. Throws IndexError.
  explicit Searcher(const std::filesystem::path& index_root, std::shared_ptr<IndexMemory> memory = nullptr);
  ~Searcher();

  /// Never throws for what the user typed: broken syntax gives diagnostics. Throws IndexError.
  ResultPage search(const SearchRequest& request);

  /// The stored article, with evidence; none where there is no such id. Throws IndexError.
  std::optional<Article> article(const std::string& id);

  /// The near-duplicates of an article, itself among them, the first by date first; empty where it has none.
  /// Throws IndexError.
  std::vector<ArticleCopy> copies(const std::string& id);

  /// Articles like this one, best first, as a result page without facets; none where there is no such id.
  std::optional<ResultPage> similar(const std::string& id, std::uint32_t limit);

  /// The article with the words marked that `text`, a query, asks for; none where there is no such id.
  std::optional<ArticleView> view(const std::string& id, const std::string& text);

  /// Values and words of the index that begin with the last word of `text`, values first, most frequent
  /// first.
  std::vector<Completion> complete(const std::string& text, std::size_t limit);

  /// The newest state; cheap. Throws IndexError.
  IndexState state();

  /// The taxonomy the index was made with.
  const Taxonomy& taxonomy() const;

 private:
  struct Session;
  std::unique_ptr<Session> session_;
};

}  // namespace mahdar
