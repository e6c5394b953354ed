#include "indexer/number_option.h"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

#include "indexer/command_error.h"

namespace mahdar {
namespace {

constexpr std::size_t kMostSeconds = 1'000'000;

[[noreturn]] void refuse(const NumberOption& option, std::string_view written) {
  throw CommandError(ExitCode::kUsage,
                     fmt::format("--{} takes {} as a plain number, {} to {}, not \"{}\". Try: mahdar-index "
                                 "--help",
                                 option.name, option.unit, option.least, option.most, written));
}

template <typename Number>
Number parse(const NumberOption& option, std::string_view written) {
  Number value{};
  const char* end = written.data() + written.size();
  const auto [after, error] = std::from_chars(written.data(), end, value);
  const bool whole = error == std::errc() && after == end;
  // Not-a-number is neither more nor less.
  if (!whole || !(value >= static_cast<Number>(option.least) && value <= static_cast<Number>(option.most)))
    refuse(option, written);
  return value;
}

}  // namespace

std::size_t read_number(const NumberOption& option, std::string_view written) {
  return parse<std::size_t>(option, written);
}

double read_seconds(std::string_view name, std::string_view written) {
  return parse<double>({name, "seconds", 0, kMostSeconds}, written);
}

}  // namespace mahdar
