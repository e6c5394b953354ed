#include "searcher/command_options.h"

#include <sstream>
#include <vector>

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "searcher/query/vocabulary.h"

namespace mahdar {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

po::options_description filter_options() {
  po::options_description options("Filters (repeatable: OR within one, AND across)");
  options.add_options()  //
      ("round", po::value<Strings>()->value_name("N"),
       "7, 7-9, 7,8, none, or unknown: what somebody should look at")  //
      ("country", po::value<Strings>()->value_name("NAME"),
       "ISO code, English or Arabic name, or unknown")  //
      ("guarantor", po::value<Strings>()->value_name("NAME"),
       "guarantor the article is mainly about, several or none")                                   //
      ("topic", po::value<Strings>()->value_name("TOPIC"), "topic id or label, or unknown")        //
      ("source", po::value<Strings>()->value_name("NAME"), "outlet, or unknown")                   //
      ("person", po::value<Strings>()->value_name("NAME"), "person, in any spelling, or unknown")  //
      ("framing", po::value<Strings>()->value_name("ID"),
       "how the article names things: an id, the term itself or a telling part of it, or unknown")          //
      ("date", po::value<Strings>()->value_name("DATES"), "2017, 2017-10..2017-12 or unknown")              //
      ("from", po::value<std::string>()->value_name("DATE"), "earliest date: 2017-10-30, 2017-10 or 2017")  //
      ("to", po::value<std::string>()->value_name("DATE"), "latest date")                                   //
      ("not", po::value<Strings>()->value_name("FACET:VALUE"), "a value of a facet to exclude: source:sana");
  return options;
}

po::options_description general_options() {
  po::options_description options("Options");
  options.add_options()  //
      ("db", po::value<std::string>()->value_name("DIR"),
       "index directory (else $MAHDAR_DB, the first archive of the settings)")  //
      ("archive", po::value<std::string>()->value_name("NAME"),
       "an archive of the settings file, mahdar.toml")                                          //
      ("limit", po::value<std::int64_t>()->value_name("N")->default_value(10), "hits to give")  //
      ("offset", po::value<std::int64_t>()->value_name("N")->default_value(0), "hits to skip")  //
      ("sort", po::value<std::string>()->value_name("ORDER")->default_value("relevance"),
       "relevance, newest, oldest or round")                                                             //
      ("match", po::value<std::string>()->value_name("MODE")->default_value("all"), "all words or any")  //
      ("facets", po::value<std::string>()->value_name("LIST"), "facets to count: a list, all or none")   //
      ("format", po::value<std::string>()->value_name("NAME"),
       "text, json, jsonl, csv, bibtex, ris or trec")          //
      ("exact", "take every word as it is written")            //
      ("no-relax", "give nothing rather than something near")  //
      ("collapse", "one hit for all copies of a text")         //
      ("facets-count", po::value<std::string>()->value_name("UNIT")->default_value("articles"),
       "what facets count: articles or groups of copies")  //
      ("explain", "say why each hit matched")              //
      ("color", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
       "auto, always or never")                                                                            //
      ("digits", po::value<std::string>()->value_name("KIND")->default_value("latin"), "latin or arabic")  //
      ("lang", po::value<std::string>()->value_name("LANGUAGE")->default_value("ar"),
       "language of the text format: ar or en")  //
      ("bidi", po::value<std::string>()->value_name("ORDER")->default_value("logical"),
       "logical, or visual for terminals without bidi")  //
      ("queries", po::value<std::string>()->value_name("FILE"),
       "batch: file of 'qid TAB query' lines, - for standard input")  //
      ("listen", po::value<Strings>()->value_name("ADDRESS"),
       "serve: 127.0.0.1:8080, [::1]:8080 or unix:PATH; repeatable")  //
      ("host", po::value<Strings>()->value_name("NAME"),
       "serve: a name to answer to beside localhost; repeatable")  //
      ("public-url", po::value<std::string>()->value_name("URL"),
       "serve: its address from outside, https://archive.example.org/, for links in feeds and citations")  //
      ("workers", po::value<unsigned>()->value_name("N"), "serve: threads that search (else one a core)")  //
      ("cache", po::value<unsigned>()->value_name("MB"),
       "serve: answers kept to be given again (else 64)")  //
      ("help,h", "this text")                              //
      ("version", "version and exit");
  return options;
}

InputError unknown_option(std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  const std::u32string asked = code_points(name);
  unsigned least = name.size() > 4 ? 3 : 2;
  std::string nearest;
  const auto weigh = [&](const po::options_description& options) {
    for (const auto& option : options.options()) {
      const unsigned distance = edit_distance(asked, code_points(option->long_name()), least);
      if (distance >= least) continue;
      least = distance;
      nearest = option->long_name();
    }
  };
  weigh(filter_options());
  weigh(general_options());
  return {"", 0, fmt::format("there is no option --{}", name),
          nearest.empty()
              ? "a query that starts with '-' comes after '--'; see mahdar-search --help"
              : fmt::format("did you mean --{}? A query that starts with '-' comes after '--'", nearest)};
}

std::string help_text() {
  std::ostringstream text;
  text << "Usage: mahdar-search [FILTERS] [OPTIONS] QUERY\n"
          "       mahdar-search                          interactive, on a terminal\n"
          "       mahdar-search batch --queries FILE     one answer a line of 'qid TAB query'\n"
          "       mahdar-search show ID                  a whole article\n"
          "       mahdar-search similar ID               articles like it\n"
          "       mahdar-search watch QUERY              only what is new since the last watch of it\n"
          "       mahdar-search serve                    the web page and the JSON interface\n\n"
          "Query: words; \"phrase\"; =word and =\"exact phrase\"; -word; AND OR NOT ( ); word*; word~;\n"
          "       title: round: country: guarantor: topic: source: person: framing: date:2017-10..2017-12,\n"
          "       also عنوان: جولة: دولة: ضامن: موضوع: مصدر: شخص: تسمية: تاريخ:\n\n"
       << filter_options() << '\n'
       << general_options()
       << "\nExit codes: 0 hits, 1 no hit, 64 usage, 66 no index, 69 port taken, 70 a fault in the program,\n"
          "            73 no folder for what watch remembers, 74 index unreadable, 77 no permission,\n"
          "            78 index made by another version: mahdar-index rebuild\n"
          "The manual pages mahdar-search(1) and mahdar(5) tell more.\n";
  return text.str();
}

}  // namespace mahdar
