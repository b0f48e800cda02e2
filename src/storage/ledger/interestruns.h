// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "storage/ledger/portfolioreader.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>

namespace plimsoll::storage {

/// Interest by the hour (docs/formulas.md#interest) on what is stored. Up to when a debt was charged is kept per asset
/// in `interest_run` and moves forward in the transaction that books, so that a mark is booked once or not at all, by
/// whichever process. Belongs into the transaction that is open; throws SqlFailure.

/// Books the full-hour marks of one account up to `until` as one operation of time `now`. Where the setting says that
/// interest is not added, in an example's or a replay's database, and on a closed account they pass unbooked. An asset
/// without a run begins one, and so does one whose run is not about what is owed. Returns whether something was booked.
bool accrueInterest(const QSqlDatabase &database, const StoredHolder &holder, WallTime until, WallTime now);

} // namespace plimsoll::storage
