// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/announcedbars.h"
#include "storage/ledger/portfolioreader.h"
#include "storage/opening/database.h"

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Makes the announced bars that have begun by `until` the account's own, in their order, and notes
/// each change with the moment from which it counts; inside the transaction that is open. Returns whether there were
/// any. Throws SqlFailure.
bool putBarsInForce(const QSqlDatabase &database, StoredHolder &holder, WallTime until);

/// Bars that the exchange announced for accounts. The storage thread. The meaning of each call is that of
/// monitor::PortfolioPort.
class AnnouncedBarsStore
{
public:
    explicit AnnouncedBarsStore(Database &database);

    Result<Done> announce(const std::string &account, const margin::AnnouncedBars &bars, WallTime now);
    Result<Done> withdraw(const std::string &account, WallTime from);
    Result<int> putInForce(WallTime until);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
