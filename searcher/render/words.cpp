#include "searcher/render/words.h"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

#include "schema/label_table.h"

namespace mahdar {
namespace {

const LabelTable& table() {
  static const LabelTable labels(embedded::mahdar_searcher(), "words.tsv");
  return labels;
}

std::string_view plural_form(std::uint64_t number) {
  if (number == 0) return ".zero";
  if (number == 1) return ".one";
  if (number == 2) return ".two";
  const std::uint64_t last = number % 100;
  if (last >= 3 && last <= 10) return ".few";
  return last >= 11 ? ".many" : ".other";
}

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

std::string_view Words::find(std::string_view key) const {
  const Label* word = table().find(key);
  return word ? word->in(english_) : std::string_view();
}

std::string_view Words::operator()(std::string_view key) const {
  const std::string_view word = find(key);
  if (word.empty()) throw std::out_of_range("words.tsv lacks " + std::string(key));
  return word;
}

std::string Words::count(std::string_view key, std::uint64_t number) const {
  std::string form(key);
  if (english_) {
    form += number == 1 ? ".one" : ".other";
  } else {
    form += plural_form(number);
  }
  std::string text((*this)(form));
  if (const auto mark = text.find('#'); mark != std::string::npos) text.replace(mark, 1, grouped(number));
  return text;
}

std::string Words::date(std::string_view iso) const {
  if (iso.size() != 7 && iso.size() != 10) return std::string(iso);
  const std::string_view month = find(fmt::format("month.{}", number_in(iso.substr(5, 2))));
  if (month.empty()) return std::string(iso);
  const std::string month_and_year = fmt::format("{} {}", month, iso.substr(0, 4));
  return iso.size() == 7 ? month_and_year : fmt::format("{} {}", number_in(iso.substr(8)), month_and_year);
}

std::string Words::days(std::string_view first, std::string_view last) const {
  if (first == last || last.empty()) return date(first);
  if (first.size() == 10 && last.size() == 10 && first.substr(0, 7) == last.substr(0, 7))
    return fmt::format("{}–{}", number_in(first.substr(8)), date(last));
  return fmt::format("{} – {}", date(first), date(last));
}

std::vector<std::string_view> Words::keys() {
  return table().keys();
}

}  // namespace mahdar
