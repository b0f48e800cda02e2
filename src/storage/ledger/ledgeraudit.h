// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ledger/runningbalance.h"

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <optional>

namespace plimsoll::storage {

/// The checks of the journal. Each returns what it found in plain English, nothing where all is well, and goes on
/// after a finding. They only read. Throw SqlFailure where the database cannot be read at all.

enum class AuditDepth {
    Everything,
    Newest, ///< the newest kNewestOperations of the journal, and running balances by their seals
};
inline constexpr std::int64_t kNewestOperations = 2'000;

struct JournalAudit {
    QStringList findings;
    /// The balances as sums of all rows; nothing where not all were read, or they do not add up (a finding then).
    std::optional<BalancesByHolder> sums;
};

/// Follows the hash chain over operations and their rows, and the money in them: every row belongs to an operation,
/// every amount is canonical, no balance is below zero at the end, own money put in hangs together, nothing is missing
/// at the end. Also the seals of holders and profiles, and the rules of accounts.
JournalAudit auditJournal(const QSqlDatabase &database, AuditDepth depth);

/// What an opening can afford: everything up to 20,000 rows (about 0.2 s), else the newest.
AuditDepth depthAtOpening(const QSqlDatabase &database);

} // namespace plimsoll::storage
