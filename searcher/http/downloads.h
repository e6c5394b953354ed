#pragma once

#include "searcher/http/message.h"
#include "searcher/http/target.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// A search's newest hits as an Atom feed (RFC 4287). `base` is the address of the server, "http://host",
/// for the links. Throws IndexError.
HttpResponse atom_feed(Searcher& searcher, const Target& target, std::string_view base);

/// A search's hits, up to 1,000, as a file: /export.csv, .bib, .ris or .jsonl. `public_url`: the server's
/// public address, cited for articles without one of their own; may be empty. Throws IndexError.
HttpResponse export_file(Searcher& searcher, const Target& target, std::string_view public_url);

}  // namespace mahdar
