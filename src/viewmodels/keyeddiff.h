// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

/// Brings `rows` to `next` by removing, moving, inserting and changing single rows, so that a view keeps its delegates,
/// focus and scroll position. Rows are the same where `key(row)` is equal; keys are unique. `hooks` tells the model's
/// views: remove(i, edit), move(from, to, edit), insert(i, edit), where each calls begin...(), edit(), end...(); and
/// changed(i, before) after row i took its new content. GUI thread; rows are few (tens), so the search is linear.
template<typename Row, typename Key, typename Hooks>
void keyedDiff(std::vector<Row> &rows, std::vector<Row> next, const Key &key, Hooks &&hooks)
{
    const auto same = [&key](const Row &row) {
        return [&key, &row](const Row &other) { return key(other) == key(row); };
    };
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (std::none_of(next.begin(), next.end(), same(rows[i]))) {
            hooks.remove(static_cast<int>(i), [&] { rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
    }
    for (std::size_t i = 0; i < next.size(); ++i) {
        const auto here = rows.begin() + static_cast<std::ptrdiff_t>(i);
        const auto found = std::find_if(here, rows.end(), same(next[i]));
        if (found == rows.end()) {
            hooks.insert(static_cast<int>(i), [&] { rows.insert(here, std::move(next[i])); });
            continue;
        }
        if (found != here) {
            hooks.move(static_cast<int>(found - rows.begin()), static_cast<int>(i),
                       [&] { std::rotate(here, found, found + 1); });
        }
        if (!(rows[i] == next[i])) {
            const Row before = std::exchange(rows[i], std::move(next[i]));
            hooks.changed(static_cast<int>(i), before);
        }
    }
}

} // namespace plimsoll::viewmodels
