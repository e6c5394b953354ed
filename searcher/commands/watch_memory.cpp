#include "searcher/commands/watch_memory.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/checksum.h"

namespace mahdar {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno ? errno : EIO, std::generic_category(), file.string());
}

}  // namespace

WatchMemory::WatchMemory(std::filesystem::path file, std::string index, std::string query)
    : file_(std::move(file)), index_(std::move(index)), query_(std::move(query)) {
  const std::string lock_file = file_.string() + ".lock";
  lock_ = open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0) fail(lock_file);
  while (flock(lock_, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int reason = errno;
    close(lock_);
    errno = reason;
    fail(lock_file);
  }
  try {
    read();
  } catch (...) {
    close(lock_);
    throw;
  }
}

WatchMemory::~WatchMemory() {
  close(lock_);
}

void WatchMemory::read() {
  if (!std::filesystem::exists(file_)) return;
  errno = 0;
  std::ifstream in(file_);
  if (!in) fail(file_);
  try {
    const auto json = nlohmann::json::parse(in);
    generation_ = json.at("generation").get<std::string>();
    revision_ = json.at("revision").get<std::uint64_t>();
    seen_ = json.at("seen").get<std::map<std::string, std::string>>();
  } catch (const nlohmann::json::exception&) {
    throw std::runtime_error(
        fmt::format("{}: damaged; remove it, and the next watch prints everything again", file_.string()));
  }
}

bool WatchMemory::has_state(const std::string& generation, std::uint64_t revision) const {
  return !generation_.empty() && generation == generation_ && revision == revision_;
}

void WatchMemory::set_state(std::string generation, std::uint64_t revision) {
  generation_ = std::move(generation);
  revision_ = revision;
}

bool WatchMemory::has_seen(const Article& article) const {
  const auto known = seen_.find(article.id);
  return known != seen_.end() && known->second == checksum_hex(article.text);
}

void WatchMemory::add(const Article& article) {
  seen_[article.id] = checksum_hex(article.text);
}

void WatchMemory::save() const {
  const nlohmann::ordered_json json{{"index", index_},
                                    {"query", query_},
                                    {"generation", generation_},
                                    {"revision", revision_},
                                    {"seen", seen_}};
  const std::string beside = file_.string() + ".new";
  errno = 0;
  {
    std::ofstream out(beside, std::ios::trunc);
    // Paths and queries may hold bytes that are no UTF-8.
    out << json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    out.close();
    if (!out) fail(beside);
  }
  std::filesystem::rename(beside, file_);
}

}  // namespace mahdar
