#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/article.h"
#include "schema/facet.h"

namespace mahdar::test {

/// An article of a test: what it says, and what is known about it.
struct Sample {
  std::string id;
  std::string title;
  std::string body;
  std::vector<int> rounds;
  std::vector<std::string> countries;
  std::string guarantor = "none";
  std::vector<std::string> topics;
  std::string source;
  std::string date;
  std::string copies = {};  ///< its group of near-duplicates
};

/// A small index in a folder of its own, laid out as the schema says, with the small taxonomy; gone with the
/// object.
class TestIndex {
 public:
  TestIndex();
  explicit TestIndex(const std::vector<Sample>& samples);
  ~TestIndex();
  TestIndex(const TestIndex&) = delete;
  TestIndex& operator=(const TestIndex&) = delete;

  const std::filesystem::path& root() const { return root_; }

  /// Adds articles and commits.
  void add(const std::vector<Sample>& samples);
  void remove(const std::string& id);
  /// Begins an empty generation and makes it the live one.
  void switch_generation();
  void set_metadata(std::string_view key, const std::string& value);

 private:
  void open(const std::string& generation);
  Xapian::Document document(const Sample& sample);

  std::filesystem::path root_;
  Xapian::WritableDatabase database_;
  FacetDictionary facets_;
};

/// The stored form of a sample.
Article article_of(const Sample& sample);

}  // namespace mahdar::test
