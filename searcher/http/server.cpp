#include "searcher/http/server.h"

#include <charconv>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <vector>

#include <boost/asio.hpp>
#include <fmt/format.h>

#include "searcher/http/connection.h"
#include "searcher/http/server_state.h"
#include "searcher/match/searcher.h"

namespace mahdar {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Socket = asio::generic::stream_protocol::socket;

/// Takes connections of one address until the io context stops.
template <typename Protocol>
class Listener {
 public:
  /// Throws boost::system::system_error where the address cannot be had.
  Listener(const typename Protocol::endpoint& endpoint, ServerState& server)
      : acceptor_(server.io), pause_(server.io), server_(server) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
  }

  void accept() {
    auto socket = std::make_shared<Socket>(server_.io);
    acceptor_.async_accept(*socket, [this, socket](error_code error) {
      if (error == asio::error::operation_aborted) return;
      if (error) return wait();  // out of file descriptors: trying at once would spin
      serve_connection(std::move(*socket), server_);
      accept();
    });
  }

  auto local_endpoint() const { return acceptor_.local_endpoint(); }

 private:
  void wait() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this](error_code error) {
      if (!error) accept();
    });
  }

  asio::basic_socket_acceptor<Protocol> acceptor_;
  asio::steady_timer pause_;
  ServerState& server_;
};

constexpr std::string_view kUnix = "unix:";

/// "ADDRESS:PORT" as an endpoint; none where it is not one.
std::optional<asio::ip::tcp::endpoint> tcp_endpoint(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string address(text.substr(0, colon));
  if (address.size() > 2 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  if (address == "localhost") address = "127.0.0.1";
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  error_code error;
  const auto ip = asio::ip::make_address(address, error);
  if (error || failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return asio::ip::tcp::endpoint(ip, port);
}

/// A socket file that no server listens on any more would be in the way.
void remove_stale_socket(const std::string& path, asio::io_context& io) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISSOCK(status.st_mode)) return;
  asio::local::stream_protocol::socket probe(io);
  error_code error;
  probe.connect(path, error);
  if (error == asio::error::connection_refused) std::filesystem::remove(path);
}

using TcpListeners = std::vector<std::unique_ptr<Listener<asio::ip::tcp>>>;
using UnixListeners = std::vector<std::unique_ptr<Listener<asio::local::stream_protocol>>>;

/// Listens on one address; kDone where that works.
ExitCode listen_on(const std::string& address, ServerState& server, TcpListeners& tcp, UnixListeners& local) {
  try {
    if (address.starts_with(kUnix)) {
      const std::string path = address.substr(kUnix.size());
      remove_stale_socket(path, server.io);
      local.push_back(std::make_unique<Listener<asio::local::stream_protocol>>(path, server));
      server.log << "listening on " << address << std::endl;
      return ExitCode::kDone;
    }
    const auto endpoint = tcp_endpoint(address);
    if (!endpoint) {
      server.log << fmt::format(
          "mahdar-search: --listen cannot be '{}' (give ADDRESS:PORT as 127.0.0.1:8080, or unix:PATH)\n",
          address);
      return ExitCode::kUsage;
    }
    tcp.push_back(std::make_unique<Listener<asio::ip::tcp>>(*endpoint, server));
    const auto bound = tcp.back()->local_endpoint();
    server.log << fmt::format("listening on http://{}:{}/",
                              bound.address().is_v6() ? "[" + bound.address().to_string() + "]"
                                                      : bound.address().to_string(),
                              bound.port())
               << std::endl;
    return ExitCode::kDone;
  } catch (const boost::system::system_error& error) {
    server.log << fmt::format("mahdar-search: cannot listen on {}: {}\n", address, error.code().message());
    return error.code() == boost::system::errc::permission_denied ? ExitCode::kPermission
                                                                  : ExitCode::kUnavailable;
  }
}

}  // namespace

ExitCode serve(const ServeOptions& options, std::ostream& log) {
  const Searcher probe(options.db);  // a missing or stale index is told at once, not request by request
  ServerState server(options, log);
  // Before anyone is told that it listens, and may tell it to stop.
  asio::signal_set signals(server.io, SIGINT, SIGTERM);
  signals.async_wait([&](error_code, int) { server.io.stop(); });
  TcpListeners tcp;
  UnixListeners local;
  for (const std::string& address : options.listen)
    if (const ExitCode code = listen_on(address, server, tcp, local); code != ExitCode::kDone) return code;
  for (auto& listener : tcp) listener->accept();
  for (auto& listener : local) listener->accept();
  server.io.run();
  for (const std::string& address : options.listen)
    if (address.starts_with(kUnix)) std::filesystem::remove(address.substr(kUnix.size()));
  return ExitCode::kDone;
}

}  // namespace mahdar
