// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "storage/ledger/runningbalance.h"
#include "storage/sql/words.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::storage {

enum class HolderKind { Account, Wallet };
inline constexpr WordTable<HolderKind, 2> kHolderKinds {
    {{{HolderKind::Account, "account"}, {HolderKind::Wallet, "wallet"}}}};

/// An account or a wallet as stored, with its balances.
struct StoredHolder {
    std::int64_t number = 0;
    bool isAccount = true;
    bool isRemoved = false;
    bool wasSummed = false; ///< its running balance was not believed: repairBalances() puts it right
    margin::Account account; ///< bars in force resolved from the profile
    margin::Wallet wallet;

    [[nodiscard]] const std::string &id() const { return isAccount ? account.id : wallet.id; }
};

/// Reads holders out of whatever transaction is open, in their order. Balances are the running ones where those can be
/// believed, else the sums of the journal's rows, which are refused (DatabaseIsBroken) where one is negative or cannot
/// be read. All functions throw SqlFailure.
std::vector<StoredHolder> readHolders(const QSqlDatabase &database);
/// With balances from elsewhere: for checks, and for databases of a version that had no running balance.
std::vector<StoredHolder> readHolders(const QSqlDatabase &database, const BalancesByHolder &summed);
std::optional<StoredHolder> readHolder(const QSqlDatabase &database, const std::string &id);

/// What is not removed, as a portfolio.
margin::Portfolio visiblePortfolio(std::vector<StoredHolder> holders);

} // namespace plimsoll::storage
