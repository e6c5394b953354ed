#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace mahdar {

/// A stable sort of few items, or of many of which few are out of place. Takes no memory, as std::stable_sort
/// does.
template <typename Item, typename Less>
void sort_few(std::vector<Item>& items, const Less& less) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (!less(items[i], items[i - 1])) continue;
    Item moved = std::move(items[i]);
    std::size_t to = i;
    for (; to > 0 && less(moved, items[to - 1]); --to) items[to] = std::move(items[to - 1]);
    items[to] = std::move(moved);
  }
}

}  // namespace mahdar
