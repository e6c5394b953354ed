#include "searcher/http/router.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include <fmt/format.h>

#include "schema/checksum.h"
#include "schema/embedded.h"
#include "schema/version.h"
#include "searcher/http/api.h"
#include "searcher/http/downloads.h"
#include "searcher/http/gzip.h"
#include "searcher/web/pages.h"

namespace mahdar {
namespace {

constexpr std::size_t kWorthCompressing = 1024;

constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

template <HttpResponse (*handler)(Searcher&, const Target&)>
HttpResponse of_index(const HttpRequest&, const Target& target, RouteContext& context) {
  return handler(context.searcher, target);
}

HttpResponse file(const HttpRequest&, const Target& target, RouteContext&) {
  return asset(target);
}

HttpResponse feed(const HttpRequest& request, const Target& target, RouteContext& context) {
  return atom_feed(context.searcher, target,
                   context.public_url.empty() ? "http://" + request.host : std::string(context.public_url));
}

HttpResponse download(const HttpRequest&, const Target& target, RouteContext& context) {
  return export_file(context.searcher, target, context.public_url);
}

/// An article's page has one address, whatever search led to it.
HttpResponse article(const HttpRequest&, const Target& target, RouteContext& context) {
  HttpResponse response = page_article(context.searcher, target);
  if (response.status() == 200 && !context.public_url.empty()) {
    const std::string id = target.path.substr(std::string_view("/article/").size());
    response.set_header(
        "Link", fmt::format("<{}/article/{}>; rel=\"canonical\"", context.public_url, percent_encoded(id)));
  }
  return response;
}

HttpResponse health(const HttpRequest&, const Target&, RouteContext& context) {
  context.searcher.state();  // throws where the index is not there
  return {200, "text/plain; charset=utf-8", "ok\n"};
}

HttpResponse metrics(const HttpRequest&, const Target&, RouteContext& context) {
  std::string text = context.metrics.to_text(context.searcher.state());
  if (context.answers != nullptr) text += context.answers->to_text();
  return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text)};
}

HttpResponse openapi(const HttpRequest&, const Target&, RouteContext&) {
  for (const auto& file : embedded::mahdar_searcher())
    if (file.name == "openapi.json")
      return {200, "application/json; charset=utf-8", std::string(file.content)};
  return json_error(404, "not found");
}

constexpr std::array kRoutes{
    Route{"/", false, of_index<page_search>},
    Route{"/article/", true, article},
    Route{"/assets/", true, file},
    Route{"/api/search", false, of_index<api_search>},
    Route{"/api/facet", false, of_index<api_facet>},
    Route{"/api/suggest", false, of_index<api_suggest>},
    Route{"/api/article/", true, of_index<api_article>},
    Route{"/api/similar/", true, of_index<api_similar>},
    Route{"/api/rounds", false, of_index<api_rounds>},
    Route{"/feed.atom", false, feed},
    Route{"/export.csv", false, download},
    Route{"/export.bib", false, download},
    Route{"/export.ris", false, download},
    Route{"/export.jsonl", false, download},
    Route{"/healthz", false, health, false},
    Route{"/metrics", false, metrics, false},
    Route{"/openapi.json", false, openapi},
};

const Route* find_route(std::string_view path) {
  for (const Route& row : kRoutes)
    if (row.prefix ? path.size() > row.path.size() && path.starts_with(row.path) : path == row.path)
      return &row;
  return nullptr;
}

/// Names the state of the index, the program and the whole question; the feed's links hold the Host too.
std::string entity_tag(const HttpRequest& request, const IndexState& state) {
  const std::string question = fmt::format("{} {} {} {} {}", kProgramVersion, state.generation,
                                           state.revision, request.host, request.target);
  return "W/\"" + checksum_hex(question) + '"';
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  // Weak comparison: "W/" says nothing (RFC 9110, 8.8.3.2).
  tag.remove_prefix(2);
  return if_none_match.find(tag) != std::string_view::npos;
}

void secure(HttpResponse& response) {
  response.set_header("Content-Security-Policy", kPolicy);
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
}

void compress(const HttpRequest& request, HttpResponse& response) {
  if (response.body().size() < kWorthCompressing || !response.header("Content-Encoding").empty()) return;
  response.set_header("Vary", "Accept-Encoding");
  if (!request.accepts_gzip) return;
  response.set_body(gzip(response.body()));
  response.set_header("Content-Encoding", "gzip");
}

/// What is wrong with a request before its target is looked up; none where nothing is.
std::optional<HttpResponse> refusal(const HttpRequest& request, const RouteContext& context) {
  if (!context.hosts.allows(request.host))
    return HttpResponse(421, "text/plain; charset=utf-8",
                        "This server does not answer to that name; start it with --host NAME.\n");
  if (request.method != "GET" && request.method != "HEAD") {
    HttpResponse response(405, "text/plain; charset=utf-8", "Only GET and HEAD are answered.\n");
    response.set_header("Allow", "GET, HEAD");
    return response;
  }
  if (request.target.size() > kMaxTargetBytes)
    return HttpResponse(414, "text/plain; charset=utf-8", "The address is too long.\n");
  return std::nullopt;
}

/// The answer of a route that depends on nothing but the index, as made before for the same state of it.
HttpResponse answer_by_index(const Route& row, const HttpRequest& request, const Target& target,
                             RouteContext& context) {
  const std::string tag = entity_tag(request, context.searcher.state());
  const std::string key = tag + (request.accepts_gzip ? "gzip" : "");
  const auto start = std::chrono::steady_clock::now();
  HttpResponse response;
  if (!request.if_none_match.empty() && has_tag(request.if_none_match, tag)) {
    response.set_status(304);
  } else if (const auto kept = context.answers != nullptr ? context.answers->find(key) : nullptr) {
    return *kept;
  } else {
    response = row.answer(request, target, context);
  }
  if (response.status() != 200 && response.status() != 304) return response;
  response.set_header("ETag", tag);
  if (response.header("Cache-Control").empty()) response.set_header("Cache-Control", "no-cache");
  compress(request, response);
  if (context.answers != nullptr)
    context.answers->keep(key, response, std::chrono::steady_clock::now() - start);
  return response;
}

HttpResponse answer(const HttpRequest& request, RouteContext& context) {
  if (auto refused = refusal(request, context)) return std::move(*refused);
  const auto target = parse_target(request.target);
  if (!target) return {400, "text/plain; charset=utf-8", "The address is not well formed.\n"};
  const Route* row = find_route(target->path);
  if (row == nullptr) return {404, "text/plain; charset=utf-8", "There is nothing here.\n"};
  if (row->cached) return answer_by_index(*row, request, *target, context);
  HttpResponse response = row->answer(request, *target, context);
  response.set_header("Cache-Control", "no-store");
  return response;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

HttpResponse plain_answer(int status, std::string_view text) {
  HttpResponse response(status, "text/plain; charset=utf-8", std::string(text));
  secure(response);
  return response;
}

HttpResponse route(const HttpRequest& request, RouteContext& context, std::string* fault) {
  HttpResponse response;
  try {
    response = answer(request, context);
    compress(request, response);
  } catch (const IndexError& error) {
    if (fault) *fault = error.what();
    response = HttpResponse(503, "text/plain; charset=utf-8", "The index cannot be read just now.\n");
    response.set_header("Retry-After", "10");
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    if (fault) *fault = error.what();
    response = HttpResponse(500, "text/plain; charset=utf-8", "Something went wrong here.\n");
  }
  secure(response);
  return response;
}

}  // namespace mahdar
