#include "searcher/match/index_session.h"

#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

#include "schema/index_stamp.h"
#include "schema/watchdog.h"
#include "searcher/match/searcher.h"

namespace mahdar {
namespace {

constexpr int kReopenings = 3;
/// Commits that may overtake one search; each is a reason to read again, none a sign of damage.
constexpr int kCommitsOutrun = 50;
/// A lone search is answered sooner by Xapian than all columns are read.
constexpr unsigned kSearchesBeforeMemory = 1;

[[noreturn]] void throw_missing(const IndexLayout& layout) {
  throw IndexError(IndexError::Kind::kMissing, "no index at " + layout.root().string() +
                                                   ": make one with mahdar-index update --db " +
                                                   layout.root().string() + " SOURCE...");
}

[[noreturn]] void throw_forbidden(const IndexLayout& layout) {
  throw IndexError(IndexError::Kind::kPermission,
                   "no permission to read the index at " + layout.root().string());
}

[[noreturn]] void throw_unreadable(const IndexLayout& layout, const std::string& why) {
  throw IndexError(IndexError::Kind::kUnreadable,
                   "the index at " + layout.root().string() + " cannot be read: " + why +
                       " (check it with mahdar-index verify, or make it anew with mahdar-index rebuild)");
}

}  // namespace

IndexSession::IndexSession(IndexLayout layout, std::shared_ptr<IndexMemory> memory)
    : layout_(std::move(layout)), memory_(std::move(memory)) {
  run_erased([](const IndexView&) {});
  searches_at_revision_ = 0;
}

std::string IndexSession::current_generation() const {
  try {
    if (auto name = layout_.current()) return *name;
  } catch (const std::filesystem::filesystem_error& error) {
    if (error.code() == std::errc::permission_denied) throw_forbidden(layout_);
    throw_unreadable(layout_, error.what());
  } catch (const std::runtime_error& error) {
    throw_unreadable(layout_, error.what());
  }
  throw_missing(layout_);
}

void IndexSession::open(const std::string& generation) {
  const auto directory = layout_.generation_dir(generation);
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) {
    if (error == std::errc::permission_denied) throw_forbidden(layout_);
    throw Xapian::DatabaseOpeningError("the folder " + directory.string() + " is missing");
  }
  if (::access((directory / "iamglass").c_str(), R_OK) != 0 && errno == EACCES) throw_forbidden(layout_);
  // Never let Xapian guess the backend: a text file in its place could name programs to run.
  database_.emplace(directory.string(), Xapian::DB_BACKEND_GLASS);
  generation_ = generation;
  read_metadata();
}

void IndexSession::read_metadata() {
  revision_ = database_->get_revision();
  check_stamp();
  const std::string dictionary = database_->get_metadata(std::string(metadata::kFacetDictionary));
  dictionary_ = dictionary.empty() ? FacetDictionary() : FacetDictionary::parse(dictionary);
  of_revision_.reset();
  searches_at_revision_ = 0;
}

void IndexSession::check_stamp() {
  const std::string bytes = database_->get_metadata(std::string(metadata::kStamp));
  if (bytes.empty()) throw std::runtime_error("it has no stamp");
  const IndexStamp stamp = IndexStamp::parse(bytes);
  const auto stale = [&](const std::string& why) {
    throw IndexError(IndexError::Kind::kStale, "the index at " + layout_.root().string() +
                                                   " was made by another version (" + why +
                                                   "): make it anew with mahdar-index rebuild");
  };
  IndexStamp own = stamp;
  own.schema = kSchemaVersion;
  // The layout comes first: of an index laid out otherwise nothing else can be read.
  if (const auto why = own.difference(stamp); !why.empty()) stale(why);
  if (!knowledge_ || taxonomy_hash_ != stamp.taxonomy) {
    knowledge_ = load_knowledge(*database_, stamp.taxonomy);
    taxonomy_hash_ = stamp.taxonomy;
  }
  own.analyzer = knowledge_->analyzer.fingerprint();
  if (const auto why = own.difference(stamp); !why.empty()) stale(why);
}

/// Brings the session to the newest state of the live generation.
void IndexSession::follow() {
  const std::string live = current_generation();
  if (!database_ || live != generation_) {
    open(live);
  } else if (database_->reopen() && database_->get_revision() != revision_) {
    read_metadata();
  }
}

IndexView IndexSession::view() {
  if (!of_revision_)
    of_revision_ = searches_at_revision_ < kSearchesBeforeMemory
                       ? memory_->of(generation_, revision_)
                       : memory_->read(generation_, revision_, *database_, dictionary_.size());
  ++searches_at_revision_;
  return {*database_,
          *knowledge_,
          dictionary_,
          of_revision_.get(),
          of_revision_ ? &memory_->readings() : nullptr,
          generation_,
          revision_};
}

void IndexSession::run_erased(const std::function<void(const IndexView&)>& work) {
  for (int attempt = 0;; ++attempt) {
    try {
      const Watchdog watchdog;
      follow();
      return work(view());
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt > kCommitsOutrun) throw_unreadable(layout_, error.get_msg());
    } catch (const Xapian::DatabaseError& error) {
      if (attempt > kReopenings) throw_unreadable(layout_, error.get_msg());
      if (attempt == kReopenings) database_.reset();
    } catch (const IndexError&) {
      throw;
    } catch (const Xapian::LogicError&) {
      throw;  // a fault of the program, not of the index
    } catch (const Xapian::Error& error) {
      if (attempt > 0) throw_unreadable(layout_, error.get_msg());
      database_.reset();
    } catch (const std::length_error& error) {
      if (attempt > 0) throw_unreadable(layout_, error.what());
      database_.reset();
    } catch (const std::runtime_error& error) {
      // Damaged metadata or records; a first look may have met a commit half way.
      if (attempt > 0) throw_unreadable(layout_, error.what());
      database_.reset();
    }
  }
}

}  // namespace mahdar
