#include "searcher/http/server_state.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "searcher/http/server_limits.h"

namespace mahdar {
namespace {

/// The public address is a name it answers to as well.
std::vector<std::string> names_of(const ServeOptions& options) {
  std::vector<std::string> names = options.hosts;
  if (!options.public_url.empty())
    names.push_back(options.public_url.substr(options.public_url.find("//") + 2));
  return names;
}

}  // namespace

ServerState::ServerState(const ServeOptions& options, std::ostream& log_stream)
    : hosts(names_of(options)),
      public_url(options.public_url),
      answers(options.cache_bytes),
      log(log_stream),
      workers(options.workers ? options.workers : std::max(1U, std::thread::hardware_concurrency()),
              server_limits::kQueue,
              [db = options.db] { return std::make_unique<ServerWorker>(ServerWorker{db}); }) {}

}  // namespace mahdar
