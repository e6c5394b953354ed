#include "indexer/command_line.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/commands/command.h"
#include "indexer/nearest_name.h"
#include "indexer/number_option.h"
#include "schema/index_layout.h"
#include "schema/settings.h"
#include "schema/version.h"

namespace mahdar {
namespace {

namespace po = boost::program_options;

enum Takes : unsigned {
  kDb = 1,
  kSources = 2,
  kNeedsSources = 4,
  kTaxonomy = 8,
  kFormat = 16,
  kSummary = 32,
  kUpdate = 64,
  kVerify = 128,
  kWait = 256,
  kVerbose = 512,
  kMassDelete = 1024,
  kLanguage = 2048
};

struct CommandRow {
  std::string_view name;
  std::string_view usage;
  std::string_view what;
  unsigned takes;
  ExitCode (*run)(const Options&);
};

constexpr std::array kCommands{
    CommandRow{
        "update", "[--db DIR] [SOURCE...]", "bring the index up to date: new, changed and vanished articles",
        kDb | kSources | kNeedsSources | kTaxonomy | kSummary | kVerbose | kUpdate | kMassDelete | kWait,
        run_update},
    CommandRow{"rebuild", "[--db DIR] [SOURCE...]",
               "build a new generation beside the old one, then switch to it",
               kDb | kSources | kTaxonomy | kSummary | kVerbose | kMassDelete | kWait, run_rebuild},
    CommandRow{"rollback", "[--db DIR]", "make the generation before the live one live again",
               kDb | kVerbose | kWait, run_rollback},
    CommandRow{"explain", "[--format text|json] SOURCE...",
               "print what would be indexed, and why; touches no index",
               kSources | kNeedsSources | kTaxonomy | kFormat | kLanguage, run_explain},
    CommandRow{"status", "[--db DIR] [--format text|json]",
               "print the last run, counts, failures, quality by source", kDb | kFormat, run_status},
    CommandRow{"verify", "[--db DIR] [--format text|json]",
               "check the database, every article and the state of sources", kDb | kFormat | kVerify,
               run_verify},
};

constexpr std::string_view kSourceHelp =
    "SOURCE is a folder, a file (.txt .md .html .jsonl .json .xml .rss .atom .warc; .gz of JSON Lines and "
    "WARC),\n"
    "or - for JSON Lines on standard input.\n";

constexpr std::string_view kExitHelp =
    "Exit codes: 0 done; 64 usage; 65 some articles rejected, the rest committed;\n"
    "66 a source missing, empty, or most of it gone; or no index; 70 a fault in the program;\n"
    "73 cannot create the index; 74 disk or commit failure, or verify found damage;\n"
    "75 another indexer is at work, or stopped by a signal; 77 permission;\n"
    "78 made by another version or taxonomy: rebuild.\n";

[[noreturn]] void usage_error(const std::string& what) {
  throw CommandError(ExitCode::kUsage, what + (what.ends_with('?') ? "" : ".") + " Try: mahdar-index --help");
}

constexpr NumberOption kBatch{"batch", "articles", 1, 1'000'000'000};
constexpr NumberOption kMemory{"memory", "megabytes", 1, 1'000'000'000};
constexpr NumberOption kThreads{"threads", "threads", 1, 256};

po::options_description options_of(const CommandRow& command) {
  po::options_description described("Options");
  auto add = described.add_options();
  if (command.takes & kDb)
    add("db", po::value<std::string>()->value_name("DIR"),
        "the index; else $MAHDAR_DB, the settings' archives, $XDG_DATA_HOME/mahdar");
  if (command.takes & kDb)
    add("archive", po::value<std::string>()->value_name("NAME"),
        "an archive of the settings file, mahdar.toml");
  if (command.takes & kTaxonomy)
    add("taxonomy", po::value<std::string>()->value_name("FILE"),
        "a TOML file, or a folder of them, of your own");
  if (command.takes & kTaxonomy)
    add("corrections", po::value<std::string>()->value_name("FILE"),
        "a table of corrections of what is detected; the index keeps it");
  if (command.takes & kFormat)
    add("format", po::value<std::string>()->value_name("text|json")->default_value("text"), "how to print");
  if (command.takes & kLanguage)
    add("lang", po::value<std::string>()->value_name("ar|en")->default_value("ar"), "language of the text");
  if (command.takes & kSummary) add("json", "print the summary as JSON on standard output");
  if (command.takes & kVerbose) add("verbose,v", "print the summary on standard error");
  if (command.takes & kWait)
    add("wait", po::value<std::string>()->value_name("SECONDS"),
        "wait so long for another indexer to finish");
  if (command.takes & kUpdate) {
    add("full-scan", "read every file again, however unchanged it looks");
    add("retry-failed", "read files with rejected articles again");
    add("rebuild-if-needed", "rebuild where version or taxonomy have changed (else exit code 78)");
    add("batch", po::value<std::string>()->value_name("N"), "articles a commit at most (2000)");
    add("memory", po::value<std::string>()->value_name("MB"), "memory to use, about; smaller commits");
  }
  if (command.takes & kMassDelete)
    add("allow-mass-delete", "take out articles even where most of a source is gone");
  if (command.takes & kVerify)
    add("digest", "only print what the index holds as one hash, the same however it came about");
  if (command.takes & kSources)
    add("threads", po::value<std::string>()->value_name("N"), "threads that read and analyze (one a core)");
  add("help,h", "print this");
  return described;
}

std::string help_of(const CommandRow& command) {
  std::ostringstream text;
  text << "Usage: mahdar-index " << command.name << ' ' << command.usage << "\n\n" << command.what << ".\n";
  if (command.takes & kSources) text << kSourceHelp;
  text << '\n' << options_of(command) << '\n' << kExitHelp;
  return text.str();
}

std::string general_help() {
  std::string text =
      "Usage: mahdar-index COMMAND [OPTIONS] [SOURCE...]\n\nIndexes archives of Arabic news.\n\n";
  for (const CommandRow& command : kCommands) text += fmt::format("  {:<9}{}\n", command.name, command.what);
  return text + "\n" + std::string(kSourceHelp) +
         "mahdar-index COMMAND --help tells its options, mahdar-index --version the version.\n"
         "The manual pages mahdar-index(1) and mahdar(5) tell more.\n\n" +
         std::string(kExitHelp);
}

/// "; did you mean …?", or nothing.
std::string meant(const std::string& prefix, std::string_view typed, const std::vector<std::string>& names) {
  const std::string nearest = nearest_name(typed, names);
  return nearest.empty() ? "" : fmt::format("; did you mean {}{}?", prefix, nearest);
}

[[noreturn]] void unknown_option(const CommandRow& command, std::string name) {
  name.erase(0, name.find_first_not_of('-'));
  name.resize(std::min(name.find('='), name.size()));
  std::vector<std::string> names;
  const po::options_description options = options_of(command);
  for (const auto& option : options.options()) names.push_back(option->long_name());
  usage_error(fmt::format("{} has no option --{}{}", command.name, name, meant("--", name, names)));
}

[[noreturn]] void unknown_command(const std::string& name) {
  std::vector<std::string> names{"help"};
  for (const CommandRow& command : kCommands) names.emplace_back(command.name);
  usage_error(fmt::format("there is no command \"{}\"{}", name, meant("", name, names)));
}

po::variables_map parse_options(const CommandRow& command, const std::vector<std::string>& arguments) {
  po::options_description all = options_of(command);
  all.add_options()("source", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("source", -1);
  po::variables_map values;
  try {
    constexpr int kStyle = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(positional).style(kStyle).run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& e) {
    unknown_option(command, e.get_option_name());
  } catch (const po::error& e) {
    usage_error(e.what());
  }
  return values;
}

Options options_from(const CommandRow& command, const po::variables_map& values) {
  Options options;
  options.db = values.contains("db") ? std::filesystem::path(values["db"].as<std::string>())
                                     : IndexLayout::default_root();
  if (values.contains("db") && options.db.empty()) usage_error("--db is empty");
  if (values.contains("source")) options.sources = values["source"].as<std::vector<std::string>>();
  if (values.contains("taxonomy")) options.taxonomy = values["taxonomy"].as<std::string>();
  if (values.contains("corrections")) options.corrections = values["corrections"].as<std::string>();
  if (values.contains("format")) options.format = values["format"].as<std::string>();
  const auto written = [&](std::string_view name) { return values[std::string(name)].as<std::string>(); };
  for (const auto& [option, number] :
       {std::pair(kThreads, &options.threads), std::pair(kBatch, &options.batch),
        std::pair(kMemory, &options.memory)})
    if (values.contains(std::string(option.name))) *number = read_number(option, written(option.name));
  options.json = values.contains("json");
  options.rules.full_scan = values.contains("full-scan");
  options.rules.retry_failed = values.contains("retry-failed");
  options.rules.allow_mass_delete = values.contains("allow-mass-delete");
  options.rebuild_if_needed = values.contains("rebuild-if-needed");
  options.digest = values.contains("digest");
  if (values.contains("wait")) options.wait = read_seconds("wait", written("wait"));
  options.verbose = values.contains("verbose");
  if (options.format != "text" && options.format != "json")
    usage_error(fmt::format("--format is text or json, not \"{}\"", options.format));
  const std::string language = values.contains("lang") ? written("lang") : "ar";
  if (language != "ar" && language != "en")
    usage_error(fmt::format("--lang is ar or en, not \"{}\"", language));
  options.english = language == "en";
  if (!(command.takes & kSources) && !options.sources.empty())
    usage_error(fmt::format("{} takes no SOURCE", command.name));
  if (std::ranges::count(options.sources, "") > 0) usage_error("a SOURCE is empty");
  if (std::ranges::count(options.sources, "-") > 1) usage_error("- can be given once");
  return options;
}

Settings settings() {
  auto settings = Settings::load();
  if (!settings) throw CommandError(ExitCode::kUsage, settings.error().to_string());
  return std::move(*settings);
}

/// The settings' archives that are meant: the one named; else, where sources are asked for, all that have
/// some; else the first.
std::vector<ArchiveSettings> archives_for(const CommandRow& command, const po::variables_map& values) {
  if (!(command.takes & kDb) || values.contains("db") || values.contains("source")) return {};
  const Settings known = settings();
  if (values.contains("archive")) {
    const std::string& name = values["archive"].as<std::string>();
    const ArchiveSettings* found = known.find(name);
    if (found == nullptr) usage_error(fmt::format("the settings know no archive \"{}\"", name));
    return {*found};
  }
  if (std::getenv("MAHDAR_DB") != nullptr || known.archives.empty()) return {};
  if (!(command.takes & kSources)) return {known.archives.front()};
  std::vector<ArchiveSettings> with_sources = known.archives;
  std::erase_if(with_sources, [](const ArchiveSettings& archive) { return archive.sources.empty(); });
  return with_sources;
}

std::vector<Options> runs_of(const CommandRow& command, const po::variables_map& values,
                             const Options& options) {
  const std::vector<ArchiveSettings> archives = archives_for(command, values);
  if (archives.empty()) {
    if ((command.takes & kNeedsSources) && options.sources.empty())
      usage_error(fmt::format("{} needs a SOURCE", command.name));
    return {options};
  }
  std::vector<Options> runs;
  for (const ArchiveSettings& archive : archives) {
    Options& run = runs.emplace_back(options);
    run.db = archive.db;
    if (command.takes & kSources) run.sources = archive.sources;
    if (run.taxonomy.empty()) run.taxonomy = archive.taxonomy;
    if (run.corrections.empty()) run.corrections = archive.corrections;
  }
  return runs;
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& arguments) {
  CommandLine line;
  if (arguments.empty()) usage_error("a COMMAND is missing");
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    line.text = general_help();
    return line;
  }
  if (first == "--version") {
    line.text = fmt::format("mahdar-index {}\n", kProgramVersion);
    return line;
  }
  const auto* command = std::ranges::find(kCommands, std::string_view(first), &CommandRow::name);
  if (command == kCommands.end()) unknown_command(first);
  const po::variables_map values = parse_options(*command, {arguments.begin() + 1, arguments.end()});
  if (values.contains("help")) {
    line.text = help_of(*command);
    return line;
  }
  line.runs = runs_of(*command, values, options_from(*command, values));
  line.options = line.runs.front();
  line.command = command->run;
  line.ask = CommandLine::Ask::kRun;
  return line;
}

}  // namespace mahdar
