#pragma once

#include <functional>
#include <vector>

#include "searcher/query/parsed_query.h"

namespace mahdar {

/// Takes the filters every match must meet out of the query: those that stand beside its other parts, not
/// under OR.
std::vector<Filter> take_filters(QueryNode& root);

/// Every plain word and phrase as if written with '='.
void make_exact(QueryNode& root);

/// Words and phrases of one form in another; whether there were any.
bool change_form(QueryNode& root, WordForm from, WordForm to);

/// Phrases as the sequence of their words; the phrases concerned.
std::vector<std::string> open_phrases(QueryNode& root);

/// Lets words and phrases asked for in the title stand anywhere; whether there were any.
bool open_titles(QueryNode& root);

/// The words and phrases that are asked for, not excluded, in the order of the text.
std::vector<QueryNode*> wanted_leaves(QueryNode& root);

/// Removes the nodes of which `unwanted` is true, and branches that become empty.
void remove_nodes(QueryNode& root, const std::function<bool(const QueryNode&)>& unwanted);

}  // namespace mahdar
