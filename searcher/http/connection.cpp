#include "searcher/http/connection.h"

#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "searcher/http/gzip.h"
#include "searcher/http/server_limits.h"

namespace mahdar {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using Socket = asio::generic::stream_protocol::socket;
using Stream = beast::basic_stream<asio::generic::stream_protocol>;
using Clock = std::chrono::steady_clock;

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
  Connection(Socket socket, ServerState& server) : stream_(std::move(socket)), server_(server) {
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
    const bool taken = server_.workers.submit(
        [self = shared_from_this(), request = std::move(request)](ServerWorker& worker) mutable {
          self->work(request, worker, std::move(self));
        });
    if (taken) return;
    server_.metrics.turned_away();
    HttpResponse busy = plain_answer(503, "Too many requests just now; try again.\n");
    busy.set_header("Retry-After", "1");
    write(std::move(busy));
  }

  /// On a worker's thread.
  void work(const HttpRequest& request, ServerWorker& worker, std::shared_ptr<Connection> self) {
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

  HttpResponse answer(const HttpRequest& request, ServerWorker& worker, std::string& fault) {
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
  ServerState& server_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  http::response<http::string_body> message_;
  std::optional<http::response_serializer<http::string_body>> header_;
  bool keep_alive_ = false;
  bool head_ = false;
  unsigned version_ = 11;
};

}  // namespace

void serve_connection(Socket socket, ServerState& server) {
  const auto connection = std::make_shared<Connection>(std::move(socket), server);
  if (server.connections > server_limits::kConnections) {
    connection->turn_away();
  } else {
    connection->read();
  }
}

}  // namespace mahdar
