// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/moment.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// Writes holders inside the transaction that is open; checks nothing but what the schema checks. Throw SqlFailure.
void insertAccount(const QSqlDatabase &database, const margin::Account &account, WallTime now);
void insertWallet(const QSqlDatabase &database, const margin::Wallet &wallet, WallTime now);
/// The description, the bars and the daily interest of listed assets; no money.
void updateAccount(const QSqlDatabase &database, std::int64_t number, const margin::Account &account);
/// In place of those it has. The caller seals the holder.
void writeAnnouncedBars(const QSqlDatabase &database, std::int64_t number,
                        const std::vector<margin::AnnouncedBars> &announced);
/// "": it has none from now on.
void setWalletName(const QSqlDatabase &database, std::int64_t number, const std::string &name);
void setRemoved(const QSqlDatabase &database, std::int64_t number, bool removed);
void setLiquidatedAt(const QSqlDatabase &database, std::int64_t number, std::optional<WallTime> time);

} // namespace plimsoll::storage
