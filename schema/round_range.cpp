#include "schema/round_range.h"

#include <charconv>

#include "schema/name_key.h"

namespace mahdar {
namespace {

constexpr int kHighestRound = 999;

std::optional<int> round_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 1 || value > kHighestRound)
    return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::pair<int, int>> round_ends(std::string_view text) {
  std::string plain = plain_digits(text);
  std::erase(plain, ' ');
  for (const std::string_view dash : {"–", "—", "−", "…", ".."})
    if (const auto at = plain.find(dash); at != std::string::npos) plain.replace(at, dash.size(), 1, '-');
  const auto dash = plain.find('-');
  const auto first = round_number(std::string_view(plain).substr(0, dash));
  if (!first) return std::nullopt;
  const auto last =
      dash == std::string::npos ? first : round_number(std::string_view(plain).substr(dash + 1));
  if (!last) return std::nullopt;
  return std::pair(*first, *last);
}

std::optional<std::vector<std::string>> round_range(std::string_view text) {
  const auto ends = round_ends(text);
  if (!ends || ends->second < ends->first) return std::nullopt;
  std::vector<std::string> rounds;
  for (int number = ends->first; number <= ends->second; ++number) rounds.push_back(std::to_string(number));
  return rounds;
}

}  // namespace mahdar
