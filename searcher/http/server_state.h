#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include <boost/asio/io_context.hpp>

#include "searcher/http/router.h"
#include "searcher/http/serve_options.h"
#include "searcher/http/worker_pool.h"
#include "searcher/match/index_memory.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// What a thread that searches owns. The searcher is made for its first request, again where that failed.
struct ServerWorker {
  std::filesystem::path db;
  std::unique_ptr<Searcher> searcher = nullptr;
};

/// What all connections of a server share. Everything but `metrics`, `answers` and `memory` belongs to the
/// thread that runs `io`.
struct ServerState {
  /// Starts the workers. `log_stream` must outlive it.
  ServerState(const ServeOptions& options, std::ostream& log_stream);

  HostList hosts;
  std::string public_url;
  Metrics metrics;
  AnswerCache answers;
  std::shared_ptr<IndexMemory> memory = std::make_shared<IndexMemory>();
  std::ostream& log;
  std::size_t connections = 0;
  boost::asio::io_context io{1};     // its handlers hold connections, which count themselves out above
  WorkerPool<ServerWorker> workers;  // last: it must stop before what its jobs use goes
};

}  // namespace mahdar
