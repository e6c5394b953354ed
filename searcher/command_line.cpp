#include "searcher/command_line.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "schema/index_layout.h"
#include "schema/settings.h"
#include "searcher/command_options.h"
#include "searcher/http/public_url.h"
#include "searcher/query/filter_values.h"

namespace mahdar {
namespace {

namespace po = boost::program_options;

constexpr std::array kFilterFields{Field::kRound,  Field::kCountry, Field::kGuarantor, Field::kTopic,
                                   Field::kSource, Field::kPerson,  Field::kFraming,   Field::kDate};
constexpr std::uint32_t kMaxWindow = 1000;

using Strings = std::vector<std::string>;

Unexpected usage(std::string message, std::string remedy = "see mahdar-search --help") {
  return Unexpected(InputError{"", 0, std::move(message), std::move(remedy)});
}

/// One of the listed words, by its place.
Result<std::size_t> choice(const po::variables_map& given, const std::string& option, const Strings& words) {
  const auto& word = given[option].as<std::string>();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  return usage(fmt::format("--{} cannot be '{}'", option, word),
               fmt::format("give one of: {}", fmt::join(words, ", ")));
}

Result<std::vector<Facet>> parse_facets(const std::string& list) {
  const SearchRequest all;
  if (list == "all") return all.facets;
  std::vector<Facet> facets;
  if (list == "none") return facets;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    const auto facet = facet_named(name);
    if (!facet)
      return usage(fmt::format("there is no facet '{}'", name),
                   "the facets are round, guarantor, country, topic, source, month, person, framing");
    facets.push_back(*facet);
  }
  return facets;
}

Result<SearchCommand> command_of(Strings& words, bool on_terminal) {
  if (words.empty()) return on_terminal ? SearchCommand::kInteractive : SearchCommand::kSearch;
  const std::string first = words.front();
  const auto take = [&](SearchCommand command) {
    words.erase(words.begin());
    return command;
  };
  if (first == "batch") return take(SearchCommand::kBatch);
  if (first == "show") return take(SearchCommand::kShow);
  if (first == "similar") return take(SearchCommand::kSimilar);
  if (first == "watch") return take(SearchCommand::kWatch);
  if (first == "serve") return take(SearchCommand::kServe);
  return SearchCommand::kSearch;
}

/// Reads the options that choose among words.
Result<void> read_choices(const po::variables_map& given, SearchCommandLine& line) {
  const auto sort = choice(given, "sort", {"relevance", "newest", "oldest", "round"});
  if (!sort) return Unexpected(sort.error());
  const auto match = choice(given, "match", {"all", "any"});
  if (!match) return Unexpected(match.error());
  const auto color = choice(given, "color", {"auto", "always", "never"});
  if (!color) return Unexpected(color.error());
  const auto digits = choice(given, "digits", {"latin", "arabic"});
  if (!digits) return Unexpected(digits.error());
  const auto language = choice(given, "lang", {"ar", "en"});
  if (!language) return Unexpected(language.error());
  const auto bidi = choice(given, "bidi", {"logical", "visual"});
  if (!bidi) return Unexpected(bidi.error());
  line.request.sort = static_cast<SortOrder>(*sort);
  line.request.match = static_cast<MatchMode>(*match);
  line.color = static_cast<When>(*color);
  line.render.arabic_digits = *digits == 1;
  line.render.english = *language == 1;
  line.bidi = static_cast<BidiOrder>(*bidi);
  return {};
}

/// A number of hits; the window is checked with both of them.
Result<std::uint32_t> hits_of(const po::variables_map& given, const std::string& option) {
  const auto value = given[option].as<std::int64_t>();
  if (value < 0)
    return usage(fmt::format("--{} cannot be '{}'", option, value),
                 fmt::format("give a number from 0 to {}", kMaxWindow));
  return static_cast<std::uint32_t>(std::min<std::int64_t>(value, kMaxWindow + 1));
}

Result<void> read_request(const po::variables_map& given, SearchCommandLine& line) {
  SearchRequest& request = line.request;
  const auto limit = hits_of(given, "limit");
  if (!limit) return Unexpected(limit.error());
  const auto offset = hits_of(given, "offset");
  if (!offset) return Unexpected(offset.error());
  request.limit = *limit;
  request.offset = *offset;
  if (std::uint64_t{request.limit} + request.offset > kMaxWindow)
    return usage("--offset and --limit together reach beyond 1000 hits", "narrow the search by a filter");
  request.exact = given.count("exact") > 0;
  request.relax = given.count("no-relax") == 0;
  request.collapse = given.count("collapse") > 0;
  const auto unit = choice(given, "facets-count", {"articles", "groups"});
  if (!unit) return Unexpected(unit.error());
  request.count_groups = *unit == 1;
  request.explain = given.count("explain") > 0;
  line.render.explain = request.explain;
  if (given.count("facets")) {
    auto facets = parse_facets(given["facets"].as<std::string>());
    if (!facets) return Unexpected(facets.error());
    request.facets = std::move(*facets);
  } else if (line.command == SearchCommand::kBatch) {
    request.facets.clear();
  }
  return {};
}

Result<void> read_format(const po::variables_map& given, SearchCommandLine& line) {
  const std::string fallback = line.command == SearchCommand::kBatch ? "trec" : "text";
  const std::string name = given.count("format") ? given["format"].as<std::string>() : fallback;
  const auto format = output_format_named(name);
  if (!format)
    return usage(fmt::format("--format cannot be '{}'", name),
                 "give one of: text, json, jsonl, csv, bibtex, ris, trec");
  line.format = *format;
  if (line.format == OutputFormat::kTrec) line.request.snippet_graphemes = 0;
  return {};
}

void read_filters(const po::variables_map& given, SearchCommandLine& line) {
  for (const Field field : kFilterFields) {
    const std::string name(row(field).name);
    if (given.count(name))
      for (const std::string& text : given[name].as<Strings>()) line.filters.push_back({field, text});
  }
  if (given.count("not")) line.excluded = given["not"].as<Strings>();
  if (given.count("from")) line.from = given["from"].as<std::string>();
  if (given.count("to")) line.to = given["to"].as<std::string>();
}

Result<void> read_serve(const po::variables_map& given, SearchCommandLine& line) {
  line.serve.db = line.db;
  if (given.count("listen")) line.serve.listen = given["listen"].as<Strings>();
  if (given.count("host")) line.serve.hosts = given["host"].as<Strings>();
  if (given.count("public-url")) {
    auto url = read_public_url(given["public-url"].as<std::string>());
    if (!url) return Unexpected(url.error());
    line.serve.public_url = std::move(*url);
  }
  if (given.count("workers")) line.serve.workers = std::min(given["workers"].as<unsigned>(), 256U);
  if (given.count("cache")) line.serve.cache_bytes = std::size_t{given["cache"].as<unsigned>()} << 20;
  return {};
}

Result<void> read_words(Strings words, const po::variables_map& given, SearchCommandLine& line) {
  const std::string text = fmt::format("{}", fmt::join(words, " "));
  switch (line.command) {
    case SearchCommand::kShow:
    case SearchCommand::kSimilar:
      if (words.size() != 1) return usage("name one article by its id", "mahdar-search show ID");
      line.id = text;
      return {};
    case SearchCommand::kBatch:
      if (!words.empty()) return usage(fmt::format("batch takes no query, but '{}' was given", text));
      if (!given.count("queries")) return usage("batch needs --queries FILE");
      line.queries = given["queries"].as<std::string>();
      return {};
    case SearchCommand::kServe:
      if (!words.empty())
        return usage(fmt::format("serve takes no query, but '{}' was given", text),
                     "write =serve for the word");
      return read_serve(given, line);
    case SearchCommand::kWatch:
      if (!given["limit"].defaulted() || !given["offset"].defaulted())
        return usage("watch prints all that is new: it takes no --limit and no --offset");
      [[fallthrough]];
    default:
      line.request.text = text;
      return {};
  }
}

bool asks_for_something(const SearchCommandLine& line) {
  return line.request.text.find_first_not_of(" \t\r\n") != std::string::npos || !line.filters.empty() ||
         !line.excluded.empty() || !line.from.empty() || !line.to.empty();
}

/// --db, else the archive named, else $MAHDAR_DB, else the settings' first archive, else the usual place.
Result<std::filesystem::path> index_of(const po::variables_map& given) {
  if (given.count("db")) return std::filesystem::path(given["db"].as<std::string>());
  if (!given.count("archive") && std::getenv("MAHDAR_DB") != nullptr) return IndexLayout::default_root();
  const auto settings = Settings::load();
  if (!settings) return Unexpected(settings.error());
  if (given.count("archive")) {
    const auto& name = given["archive"].as<std::string>();
    if (const ArchiveSettings* archive = settings->find(name)) return archive->db;
    return usage(fmt::format("the settings know no archive '{}'", name),
                 "name it in mahdar.toml, or give --db");
  }
  return settings->archives.empty() ? IndexLayout::default_root() : settings->archives.front().db;
}

/// Reads everything that stands in the options; the words and the command are known already.
Result<void> read_options(const po::variables_map& given, SearchCommandLine& line) {
  auto db = index_of(given);
  if (!db) return Unexpected(db.error());
  line.db = std::move(*db);
  read_filters(given, line);
  return read_choices(given, line).and_then([&] { return read_format(given, line); }).and_then([&] {
    return read_request(given, line);
  });
}

Result<SearchCommandLine> read_line(const po::variables_map& given, bool on_terminal) {
  SearchCommandLine line;
  if (given.count("help") || given.count("version")) {
    line.command = given.count("help") ? SearchCommand::kHelp : SearchCommand::kVersion;
    return line;
  }
  Strings words = given.count("query") ? given["query"].as<Strings>() : Strings{};
  const auto command = command_of(words, on_terminal);
  if (!command) return Unexpected(command.error());
  line.command = *command;
  if (auto read = read_options(given, line); !read) return Unexpected(read.error());
  if (auto read = read_words(std::move(words), given, line); !read) return Unexpected(read.error());
  if (line.command == SearchCommand::kInteractive && asks_for_something(line))
    line.command = SearchCommand::kSearch;
  const bool asks = line.command == SearchCommand::kSearch || line.command == SearchCommand::kWatch;
  if (asks && !asks_for_something(line)) return usage("no query and no filter was given");
  return line;
}

}  // namespace

Result<SearchCommandLine> parse_command_line(const Strings& arguments, bool on_terminal) {
  po::options_description hidden;
  hidden.add_options()("query", po::value<Strings>());
  po::options_description all;
  all.add(filter_options()).add(general_options()).add(hidden);
  po::positional_options_description positional;
  positional.add("query", -1);
  try {
    po::variables_map given;
    po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), given);
    return read_line(given, on_terminal);
  } catch (const po::unknown_option& error) {
    return Unexpected(unknown_option(error.get_option_name()));
  } catch (const po::error& error) {
    return usage(error.what(), "a query that starts with '-' comes after '--'; see mahdar-search --help");
  }
}

Result<SearchRequest> complete_request(const SearchCommandLine& line, const Taxonomy& taxonomy) {
  SearchRequest request = line.request;
  const auto add = [&](Result<Filter> filter) -> Result<void> {
    if (!filter) return Unexpected(filter.error());
    for (Filter& known : request.filters)
      if (known.field == filter->field && known.negated == filter->negated && known.field != Field::kDate) {
        known.values.insert(known.values.end(), filter->values.begin(), filter->values.end());
        return {};
      }
    request.filters.push_back(std::move(*filter));
    return {};
  };
  for (const FilterText& filter : line.filters)
    if (auto added = add(parse_filter(filter.field, filter.text, taxonomy)); !added)
      return Unexpected(added.error());
  for (const std::string& text : line.excluded)
    if (auto added = add(parse_negated_filter(text, taxonomy)); !added) return Unexpected(added.error());
  if (!line.from.empty() || !line.to.empty())
    if (auto added = add(parse_filter(Field::kDate, line.from + ".." + line.to, taxonomy)); !added)
      return Unexpected(added.error());
  return request;
}

}  // namespace mahdar
