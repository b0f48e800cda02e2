// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/operations.h"
#include "storage/ledger/portfolioreader.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Taking back what the journal holds: an operation of kind "reversal" that names another in its fingerprint. Inside
/// the transaction that is open; all throw SqlFailure.

/// Takes the operation `id` of the request's account or wallet back: a removal shows it again, a liquidation opens the
/// account again with the balances it had, the rows of anything else are booked with the other sign. Of
/// a move both halves, by an operation each. Errors: NotFound;
/// NotAllowedNow where it is an opening or a reversal, was taken back already, or something newer stands on it;
/// NotEnough where what it brought has been used since; AccountClosed; those of margin::validated() where the account
/// does not fit beside the others any more.
void bookReversal(const QSqlDatabase &database, const monitor::OperationRequest &request, const std::string &id,
                  WallTime now);

/// Shows a removed account or wallet again, and says so in the journal. The caller checks what is visible then.
void showAgain(const QSqlDatabase &database, const StoredHolder &holder, WallTime now);

} // namespace plimsoll::storage
