#pragma once

#include <span>
#include <string_view>

#include "searcher/http/answer_cache.h"
#include "searcher/http/host_list.h"
#include "searcher/http/message.h"
#include "searcher/http/metrics.h"
#include "searcher/http/target.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// Longest target answered; a longer one gets 414.
inline constexpr std::size_t kMaxTargetBytes = 6144;

/// What the routes work with. One searcher a thread; the rest is shared.
struct RouteContext {
  Searcher& searcher;
  const HostList& hosts;
  const Metrics& metrics;
  AnswerCache* answers = nullptr;  ///< null: none are kept
  std::string_view public_url;  ///< "https://host", for links out of the page; empty: of the request's Host
};

/// One row of the table of routes; for the documentation and its test.
struct Route {
  std::string_view path;
  bool prefix = false;  ///< whether something follows the path
  HttpResponse (*answer)(const HttpRequest& request, const Target& target, RouteContext& context) = nullptr;
  bool cached = true;  ///< whether the answer depends on nothing but the target and the index
};

std::span<const Route> routes();

/// The whole answer to a request, without a socket: 421 for a foreign Host, 405 for other methods than GET
/// and HEAD, 414, 400, 404; 304 where the client's copy is of this state of the index; compressed where the
/// client takes it; with the headers that keep a browser from doing anything it was not asked for. The
/// body of a HEAD answer is left for the connection to drop. Never throws but for memory; where the index
/// fails the answer is 503 and `fault`, if given, tells why.
HttpResponse route(const HttpRequest& request, RouteContext& context, std::string* fault = nullptr);

/// An answer without an index, with the same headers: for what goes wrong before or beside a route.
HttpResponse plain_answer(int status, std::string_view text);

}  // namespace mahdar
