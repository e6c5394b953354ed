#pragma once

#include <cstdint>

#include <nlohmann/json.hpp>

#include "searcher/match/result_page.h"

namespace mahdar {

/// Version of the JSON form; raised when a key changes its meaning or goes.
inline constexpr int kJsonSchemaVersion = 1;

/// Whether the places of files on this machine are told: to its own users, not over the network.
enum class LocalPaths : std::uint8_t { kTold, kLeftOut };

/// The page as the contract's JSON object. Strings that are not valid UTF-8 come out with U+FFFD when dumped.
nlohmann::ordered_json page_to_json(const ResultPage& page, bool explain,
                                    LocalPaths paths = LocalPaths::kTold);

/// One hit of it.
nlohmann::ordered_json hit_to_json(const Hit& hit, bool explain, LocalPaths paths = LocalPaths::kTold);

/// The values of a facet with labels and counts.
nlohmann::ordered_json facet_values_to_json(const FacetCounts& facet);

/// The reasons of a hit or of a shown article.
nlohmann::ordered_json reasons_to_json(const std::vector<MatchReason>& reasons);

/// An article with its evidence, as `show --format json` gives it.
nlohmann::ordered_json article_to_json(const Article& article, LocalPaths paths = LocalPaths::kTold);

/// One line of UTF-8, whatever the strings hold.
std::string dump_json(const nlohmann::ordered_json& json);

/// The copies of an article, in the order given.
nlohmann::ordered_json copies_to_json(const std::vector<ArticleCopy>& copies);

}  // namespace mahdar
