#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/relaxer.h"

namespace mahdar {

/// One message in both languages.
struct BilingualText {
  std::string english;
  std::string arabic;

  /// Goes on behind a semicolon, unless it says so already.
  void add(std::string_view more_english, std::string_view more_arabic);
};

/// «a», «b»: in quotation marks, behind English or Arabic commas, each once.
std::string quoted(const std::vector<std::string>& words);
std::string quoted_ar(const std::vector<std::string>& words);

/// The ways to ask for less in the words of a query, each changing it in place and saying so. All are held by
/// reference.
class WordRelaxation {
 public:
  struct Step {
    const char* name;
    bool (WordRelaxation::*change)();  ///< false where it changes nothing
  };

  WordRelaxation(Asked& asked, const RelaxerProbes& probes, BilingualText& message)
      : asked_(asked), probes_(probes), message_(message) {}

  /// From what is closest to the query as typed to what is farthest from it.
  static const std::array<Step, 10>& steps();

 private:
  bool fold_letters();
  bool take_inflections();
  bool take_aliases();
  bool take_near_spellings();
  bool take_beginnings();
  bool take_all_near_spellings();
  bool take_closest_spellings(QueryNode& word);
  QueryNode* lone_absent_word();
  bool open_all_phrases();
  bool leave_title();
  bool drop_words();
  bool ask_for_any();

  bool found() const;
  std::uint32_t articles_with(const QueryNode& leaf) const;

  /// Whether each of the wanted words and phrases that `concerns` takes is in some article, so that only what
  /// else is asked for keeps it from matching.
  template <typename Concerns>
  bool each_occurs(Concerns&& concerns) const;

  Asked& asked_;
  const RelaxerProbes& probes_;
  BilingualText& message_;
};

}  // namespace mahdar
