// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/snapshot.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Small lists that a person chooses from: exact keys inside, safe text outside. Pure; any thread but for translations.

inline int indexIn(const std::vector<std::string> &list, const std::string &text)
{
    const auto found = std::ranges::find(list, text);
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

inline void addOnce(std::vector<std::string> &list, const std::string &text)
{
    if (!text.empty() && indexIn(list, text) < 0) {
        list.push_back(text);
    }
}

/// Requires nothing: an index out of range gives nullptr.
inline const std::string *chosenOf(const std::vector<std::string> &list, int index)
{
    return index >= 0 && index < static_cast<int>(list.size()) ? &list[static_cast<std::size_t>(index)] : nullptr;
}

inline QStringList assetTexts(const std::vector<std::string> &assets)
{
    QStringList names;
    for (const std::string &asset : assets) {
        names << plainName(asset, 20);
    }
    return names;
}

/// What the wallet of that id is called; the id where the snapshot does not have it.
inline QString walletName(const std::string &id, const monitor::SnapshotPtr &now)
{
    for (std::size_t i = 0; now && now->wallets && i < now->wallets->size(); ++i) {
        if ((*now->wallets)[i].id == id) {
            return walletName((*now->wallets)[i]);
        }
    }
    return walletName(id);
}

inline QStringList walletTexts(const std::vector<std::string> &wallets, const monitor::SnapshotPtr &now)
{
    QStringList names;
    for (const std::string &id : wallets) {
        names << walletName(id, now);
    }
    return names;
}

/// Every account of a snapshot, in slot order; valid as long as the snapshot.
inline std::vector<const margin::Account *> accountsOf(const monitor::SnapshotPtr &now)
{
    std::vector<const margin::Account *> accounts;
    for (std::size_t i = 0; now && i < now->verdicts.size(); ++i) {
        if (now->verdicts[i].account) {
            accounts.push_back(now->verdicts[i].account.get());
        }
    }
    return accounts;
}

} // namespace plimsoll::viewmodels
