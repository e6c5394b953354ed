#include "searcher/http/server.h"

#include <charconv>
#include <chrono>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include "searcher/http/gzip.h"
#include "searcher/http/router.h"
#include "searcher/http/worker_pool.h"
#include "searcher/match/index_memory.h"

namespace mahdar {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using Socket = asio::generic::stream_protocol::socket;
using Stream = beast::basic_stream<asio::generic::stream_protocol>;
using Clock = std::chrono::steady_clock;

/// What a thread that searches owns. The searcher is made for its first request, again where that failed.
struct Worker {
  std::filesystem::path db;
  std::unique_ptr<Searcher> searcher = nullptr;
};

/// The public address is a name it answers to as well.
std::vector<std::string> names_of(const ServeOptions& options) {
  std::vector<std::string> names = options.hosts;
  if (!options.public_url.empty())
    names.push_back(options.public_url.substr(options.public_url.find("//") + 2));
  return names;
}

/// What all connections share.
struct Server {
  Server(const ServeOptions& options, std::ostream& log_stream)
      : hosts(names_of(options)),
        public_url(options.public_url),
        answers(options.cache_bytes),
        log(log_stream),
        workers(options.workers ? options.workers : std::max(1U, std::thread::hardware_concurrency()),
                server_limits::kQueue, [db = options.db] { return std::make_unique<Worker>(Worker{db}); }) {}

  HostList hosts;
  std::string public_url;
  Metrics metrics;
  AnswerCache answers;
  std::shared_ptr<IndexMemory> memory = std::make_shared<IndexMemory>();
  std::ostream& log;  // only the thread of `io` writes to it
  std::size_t connections = 0;
  asio::io_context io{1};      // its handlers hold connections, which count themselves out above
  WorkerPool<Worker> workers;  // last: it must stop before what its jobs use goes
};

HttpRequest read_request(const http::request<http::empty_body>& message) {
  HttpRequest request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.host = std::string(message[http::field::host]);
  request.if_none_match = std::string(message[http::field::if_none_match]);
  request.accepts_gzip = accepts_gzip(std::string_view(message[http::field::accept_encoding].data(),
                                                       message[http::field::accept_encoding].size()));
  return request;
}

http::response<http::string_body> to_message(HttpResponse response, bool head, bool keep_alive,
                                             unsigned version) {
  http::response<http::string_body> message(static_cast<http::status>(response.status()), version);
  for (const auto& [name, value] : response.headers()) message.set(name, value);
  message.keep_alive(keep_alive);
  if (response.status() == 304) return message;
  message.content_length(response.body().size());
  if (!head) message.body() = response.body();
  return message;
}

/// One connection: reads a request, has it answered, writes the answer, and again.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket, Server& server) : stream_(std::move(socket)), server_(server) {
    ++server_.connections;
    server_.metrics.connection_opened();
  }
  ~Connection() {
    --server_.connections;
    server_.metrics.connection_closed();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(server_limits::kHeaderBytes);
    parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // it is never read
    stream_.expires_after(std::chrono::seconds(server_limits::kSeconds));
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->on_read(error); });
  }

  /// Answers without reading.
  void turn_away() {
    HttpResponse busy = plain_answer(503, "Too many connections; try again.\n");
    busy.set_header("Retry-After", "1");
    finish(std::move(busy));
  }

 private:
  void on_read(error_code error) {
    if (error == beast::error::timeout) return server_.metrics.connection_timed_out();
    if (error == http::error::header_limit) return refuse_long_header();
    if (error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
      return finish(plain_answer(400, "That is no HTTP request.\n"));
    if (error) return;
    const auto& message = parser_->get();
    if (message.version() == 11 && message.count(http::field::host) != 1)
      return finish(plain_answer(400, "A request names one Host.\n"));
    keep_alive_ = message.keep_alive();
    version_ = message.version();
    // A body is never read; what follows it could not be told from another request.
    const bool has_body = !parser_->is_done();
    if (has_body) keep_alive_ = false;
    dispatch(read_request(message));
  }

  void refuse_long_header() {
    const auto data = buffer_.data();
    const std::string_view begin(static_cast<const char*>(data.data()), data.size());
    if (parser_->get().target().empty() && begin.find("\r\n") == std::string_view::npos)
      return finish(plain_answer(414, "The address is too long.\n"));
    finish(plain_answer(431, "The header is too long.\n"));
  }

  void dispatch(HttpRequest request) {
    head_ = request.method == "HEAD";
    stream_.expires_never();
    const bool taken =
        server_.workers.submit([self = shared_from_this(), request = std::move(request)](
                                   Worker& worker) mutable { self->work(request, worker, std::move(self)); });
    if (taken) return;
    server_.metrics.turned_away();
    HttpResponse busy = plain_answer(503, "Too many requests just now; try again.\n");
    busy.set_header("Retry-After", "1");
    write(std::move(busy));
  }

  /// On a worker's thread.
  void work(const HttpRequest& request, Worker& worker, std::shared_ptr<Connection> self) {
    const auto start = Clock::now();
    std::string fault;
    HttpResponse response = answer(request, worker, fault);
    server_.metrics.count_answer(response.status(),
                                 std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start));
    asio::post(server_.io, [self = std::move(self), response = std::move(response), fault]() mutable {
      if (!fault.empty()) self->server_.log << "mahdar-search: " << fault << std::endl;
      self->write(std::move(response));
    });
  }

  HttpResponse answer(const HttpRequest& request, Worker& worker, std::string& fault) {
    try {
      if (!worker.searcher) worker.searcher = std::make_unique<Searcher>(worker.db, server_.memory);
      RouteContext context{*worker.searcher, server_.hosts, server_.metrics, &server_.answers,
                           server_.public_url};
      return route(request, context, &fault);
    } catch (const std::exception& error) {
      fault = error.what();
      return plain_answer(503, "The index cannot be read just now.\n");
    }
  }

  /// The last answer on this connection.
  void finish(HttpResponse response) {
    keep_alive_ = false;
    head_ = false;
    server_.metrics.count_answer(response.status(), {});
    write(std::move(response));
  }

  void write(HttpResponse response) {
    message_ = to_message(std::move(response), head_, keep_alive_, version_);
    stream_.expires_after(std::chrono::seconds(server_limits::kSeconds));
    const auto done = [self = shared_from_this()](error_code error, std::size_t) { self->on_written(error); };
    if (!head_) return http::async_write(stream_, message_, done);
    header_.emplace(message_);
    http::async_write_header(stream_, *header_, done);
  }

  void on_written(error_code error) {
    if (error == beast::error::timeout) return server_.metrics.connection_timed_out();
    if (error) return;
    if (keep_alive_) return read();
    stream_.socket().shutdown(Socket::shutdown_send, error);
    drain();
  }

  /// Reads off what the client still sends: closing over unread bytes would reset the connection and take the
  /// answer with it.
  void drain() {
    buffer_.consume(buffer_.size());
    stream_.async_read_some(buffer_.prepare(server_limits::kHeaderBytes),
                            [self = shared_from_this()](error_code error, std::size_t) {
                              if (!error) self->drain();
                            });
  }

  Stream stream_;
  Server& server_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  http::response<http::string_body> message_;
  std::optional<http::response_serializer<http::string_body>> header_;
  bool keep_alive_ = false;
  bool head_ = false;
  unsigned version_ = 11;
};

/// Takes connections of one address until the io context stops.
template <typename Protocol>
class Listener {
 public:
  /// Throws boost::system::system_error where the address cannot be had.
  Listener(const typename Protocol::endpoint& endpoint, Server& server)
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
      const auto connection = std::make_shared<Connection>(std::move(*socket), server_);
      if (server_.connections > server_limits::kConnections) {
        connection->turn_away();
      } else {
        connection->read();
      }
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
  Server& server_;
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
ExitCode listen_on(const std::string& address, Server& server, TcpListeners& tcp, UnixListeners& local) {
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
  Server server(options, log);
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
