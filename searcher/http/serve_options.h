#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace mahdar {

/// How the server is to run.
struct ServeOptions {
  std::filesystem::path db;
  std::vector<std::string> listen{"127.0.0.1:8080"};  ///< "ADDRESS:PORT", "[IPV6]:PORT" or "unix:PATH"
  std::vector<std::string> hosts;  ///< names it answers to beside those of the loopback interface
  std::string public_url;  ///< "https://host[:port]" it is reached under from outside; empty: as asked
  unsigned workers = 0;    ///< threads that search; 0: one a core
  std::size_t cache_bytes = std::size_t{64} << 20;  ///< answers kept to be given again; 0: none
};

}  // namespace mahdar
