#pragma once

#include <boost/asio/generic/stream_protocol.hpp>

#include "searcher/http/server_state.h"

namespace mahdar {

/// Serves what comes over `socket`, request after request, until the client goes or is too slow; with more
/// than server_limits::kConnections open it answers 503 and closes. Returns at once: everything happens in
/// handlers of `server.io`, the searching on its workers. On the thread of `server.io` only.
void serve_connection(boost::asio::generic::stream_protocol::socket socket, ServerState& server);

}  // namespace mahdar
