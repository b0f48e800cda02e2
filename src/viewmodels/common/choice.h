// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/choices.h"

#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Exact keys that a person chooses from, and the chosen one; it may not be among them. A value.
struct Choice {
    std::vector<std::string> options;
    std::string chosen;

    [[nodiscard]] int index() const { return indexIn(options, chosen); } ///< -1 where it is not among them
    /// False where there is no such place, or it is chosen already.
    bool chooseAt(int index)
    {
        const std::string *key = chosenOf(options, index);
        if (key == nullptr || *key == chosen) {
            return false;
        }
        chosen = *key;
        return true;
    }
    /// Chooses the first where the chosen one is not there any more.
    void keep()
    {
        if (index() < 0) {
            chosen = options.empty() ? std::string() : options.front();
        }
    }
};

/// The wallets of a snapshot, then "" for outside.
inline std::vector<std::string> walletIds(const monitor::SnapshotPtr &now)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; now && now->wallets && i < now->wallets->size(); ++i) {
        ids.push_back((*now->wallets)[i].id);
    }
    ids.emplace_back();
    return ids;
}

} // namespace plimsoll::viewmodels
