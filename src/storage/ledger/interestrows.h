// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/accrual.h"
#include "margin/moment.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// The rows of `interest_run`: up to when a debt was charged. Each carries a seal and is believed only where it fits;
/// a holder that is `charged` has one for every asset it lists. All functions throw SqlFailure; those that write belong
/// into the transaction that is open.

struct StoredRun {
    std::string asset;
    margin::InterestRun run;
    std::int64_t newestRow = 0; ///< of the journal, that is in it
};

/// What an account lists is charged up to `now`. An asset that has a run already keeps it.
void startRuns(const QSqlDatabase &database, std::int64_t holder, WallTime now);

/// An asset that a charged account begins to list with the operation of time `now`, before its rows are written.
/// Nothing for wallets, and for an account that startRuns() has not met yet.
void startRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset, WallTime now);

/// Errors: DatabaseIsBroken where a row does not fit its seal.
std::vector<StoredRun> readRuns(const QSqlDatabase &database, std::int64_t holder);

void saveRun(const QSqlDatabase &database, std::int64_t holder, const StoredRun &stored);

/// Seals the rows of a database that had no seals (the step to version 11; later steps must not change what it reads).
void sealOldRuns(const QSqlDatabase &database);

} // namespace plimsoll::storage
