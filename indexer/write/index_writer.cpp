#include "indexer/write/index_writer.h"

#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/write/generation.h"
#include "schema/field.h"
#include "schema/index_stamp.h"

namespace mahdar {
namespace {

std::uint64_t number_of(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

IndexWriter::IndexWriter(std::filesystem::path dir, SharedFacets& facets, const BatchBounds& bounds)
    : dir_(std::move(dir)),
      facets_(facets),
      facets_written_(facets.size()),
      bounds_(bounds),
      database_(open_generation_for_writing(dir_)),
      batch_(number_of(database_.get_metadata(std::string(metadata::kBatch))) + 1) {
  guard_.watch(database_);
}

std::optional<Xapian::docid> IndexWriter::find(const std::string& id_term) const {
  const auto first = database_.postlist_begin(id_term);
  if (first == database_.postlist_end(id_term)) return std::nullopt;
  return *first;
}

template <typename Work>
void IndexWriter::writing(Work&& work) {
  try {
    work();
  } catch (const Xapian::DatabaseCorruptError&) {
    throw;  // no matter of room
  } catch (const Xapian::DatabaseError& e) {
    report_failure(e.get_description());
  } catch (const std::system_error& e) {
    report_failure(e.what());
  }
}

void IndexWriter::touch(std::size_t text_bytes) {
  if (!in_batch_) {
    database_.begin_transaction();
    batch_start_ = std::chrono::steady_clock::now();
  }
  in_batch_ = true;
  ++batch_changes_;
  batch_bytes_ += text_bytes;
}

void IndexWriter::add(BuiltArticle&& article) {
  writing([&] {
    touch(article.text_bytes);
    put_copy(database_.add_document(*article.document), *article.document);
    families_.add(*article.document);
  });
}

void IndexWriter::replace(Xapian::docid document, BuiltArticle&& article) {
  writing([&] {
    touch(article.text_bytes);
    copies_.leave(database_, document);
    database_.replace_document(document, *article.document);
    put_copy(document, *article.document);
    families_.add(*article.document);
  });
}

void IndexWriter::remove(Xapian::docid document) {
  writing([&] {
    touch(0);
    copies_.leave(database_, document);
    database_.delete_document(document);
  });
}

void IndexWriter::set_metadata(const std::string& key, const std::string& value) {
  writing([&] {
    touch(0);
    database_.set_metadata(key, value);
  });
}

void IndexWriter::put_copy(Xapian::docid document, const Xapian::Document& content) {
  copies_.put(document, CopySketch::parse(content.get_value(slot::kSketch)));
}

bool IndexWriter::batch_is_full() const {
  return in_batch_ && (batch_changes_ >= bounds_.changes || batch_bytes_ >= bounds_.text_bytes ||
                       std::chrono::steady_clock::now() - batch_start_ >= bounds_.age);
}

void IndexWriter::commit(const BeforeCommit& before) {
  if (!in_batch_) return;
  before();
  writing([&] {
    copies_.settle(database_);
    families_.write(database_);
    if (facets_.size() > facets_written_) {
      facets_written_ = facets_.size();
      database_.set_metadata(std::string(metadata::kFacetDictionary), facets_.serialize());
    }
    database_.set_metadata(std::string(metadata::kBatch), std::to_string(batch_));
    database_.commit_transaction();
    sync_directory(dir_);
  });
  ++batch_;
  in_batch_ = false;
  batch_changes_ = 0;
  batch_bytes_ = 0;
}

/// A commit may throw although it landed, and a writer that threw may drop what it is given next, or write a
/// revision of its own without the batch: what is on disk is the only truth.
void IndexWriter::report_failure(const std::string& what) {
  std::string outcome;
  try {
    const Xapian::Database reopened = open_generation(dir_);
    outcome = number_of(reopened.get_metadata(std::string(metadata::kBatch))) >= batch_
                  ? "the last batch was written all the same"
                  : "the last batch was not written, everything before it was";
  } catch (const Xapian::Error& e) {
    outcome = "and the index cannot be read back: " + e.get_description();
  }
  throw CommandError(
      ExitCode::kIoError,
      fmt::format(
          "writing the index failed: {}; {}. Make room or mend the disk, then run the same command again",
          what, outcome));
}

}  // namespace mahdar
