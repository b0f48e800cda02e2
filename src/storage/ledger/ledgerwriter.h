// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/booking.h"
#include "margin/moment.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// One operation about to be written; `holder` is the id of the account (or of the wallet being opened).
struct LedgerEntry {
    std::string id;
    WallTime time;
    std::string kind;
    std::string holder;
    std::string note;
    std::string fingerprint;
    std::optional<margin::Decimal> contributedBefore;
    std::optional<margin::Decimal> contributedAfter;
    std::vector<margin::LedgerRow> rows;
};

/// Appends an operation with its rows and its hash to the journal, and lets the running balances follow, inside the
/// transaction that is open: the only function that writes into the journal. An asset a holder did not list yet is
/// added behind the others. Throws SqlFailure; NotFound where a row names no holder; DatabaseIsBroken where an amount
/// would go below zero.
void appendToLedger(const QSqlDatabase &database, const LedgerEntry &entry);

} // namespace plimsoll::storage
