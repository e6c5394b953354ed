#pragma once

#include <string>
#include <string_view>

#include "searcher/match/result_page.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// Addresses of searches near one search. All begin with '/' and are encoded.
class PageLinks {
 public:
  PageLinks(const SearchRequest& request, bool english) : request_(request), english_(english) {}

  /// The search itself, at another path: "/", "/feed.atom", "/export.csv".
  std::string at(std::string_view path) const;
  std::string in_other_language() const;
  std::string with_offset(std::uint32_t offset) const;
  std::string with_text(std::string_view text) const;
  std::string with_explain(bool explain) const;
  std::string without_filters() const;

  /// With the facet's value chosen, or, where it is, without it. A month is chosen as a range of dates.
  std::string with_value(Facet facet, std::string_view value) const;
  /// With articles of that value left out.
  std::string without_value(Facet facet, std::string_view value) const;
  /// Without one value of one filter.
  std::string dropping(const Filter& filter, std::size_t value) const;

  /// The page of an article that remembers this search.
  std::string article(std::string_view id) const;

 private:
  std::string address(std::string_view path, const SearchRequest& request) const;

  const SearchRequest& request_;
  bool english_;
};

/// The field by which a facet's values are asked for.
Field field_of_facet(Facet facet);

}  // namespace mahdar
