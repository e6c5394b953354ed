#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "schema/exit_code.h"
#include "searcher/command_line.h"
#include "searcher/match/searcher.h"
#include "searcher/terminal/prompt_command.h"
#include "searcher/terminal/prompt_text.h"

namespace mahdar {

/// The interactive search: type a query, see hits and numbered facets, narrow by number or
/// value, page, sort, open in the pager, copy, export, go back.
class Prompt {
 public:
  /// A page is fitted to the terminal, and anew when that changes its size while a line is typed.
  Prompt(Searcher& searcher, const SearchCommandLine& line, std::ostream& out);

  /// Until the user leaves. Throws IndexError.
  ExitCode run();

  /// One command, as if typed. False: the user wants to leave. Throws IndexError.
  bool execute(const PromptCommand& command);

 private:
  /// Searches anew, from the first hit, with something of the request changed.
  void change(const std::function<void(SearchRequest&)>& how);
  void search(const SearchRequest& request);
  void show_page();
  void open_hit(std::size_t number);
  void narrow(const PromptCommand& command);
  void filter(const std::string& text);
  /// Lists all values of a facet; numbers then stand for them.
  void list_values(const std::string& facet);
  void remove_filter(std::size_t number);
  void sort(const std::string& order);
  void set_language(const std::string& language);
  void copy_id(std::size_t number);
  void export_to(const std::string& path);
  /// The hit of a number on this page; null, and said so, where there is none.
  const Hit* hit_of(std::size_t number);
  void turn_page(bool forward);
  void go_back();
  void say(PromptText text);
  /// What is shown, with the hits of its other pages.
  ResultPage all_hits();
  std::string prompt_text() const;

  Searcher& searcher_;
  RenderOptions render_;
  bool visual_;
  std::ostream& out_;
  ResultPage page_;
  std::vector<SearchRequest> earlier_;  ///< for 'back'
  bool has_page_ = false;
  std::size_t shown_ = 0;                              ///< hits of page_ that had room on the screen
  std::vector<std::uint32_t> starts_;                  ///< where the pages before begin
  std::vector<std::pair<Facet, std::string>> values_;  ///< what the numbers on the screen stand for
};

}  // namespace mahdar
