// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/operations.h"
#include "storage/portfolioreader.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Taking back what the journal holds: an operation of kind "reversal" that names another in its fingerprint. Inside
/// the transaction that is open; all throw SqlFailure.

/// Takes the operation `id` of the request's account back: a removal shows the account again, a liquidation opens it
/// again with the balances it had. Errors: NotFound; NotAllowedNow where it is another kind, was taken back already, or
/// something newer stands on it; those of margin::validated() where the account does not fit beside the others any
/// more.
void bookReversal(const QSqlDatabase &database, const monitor::OperationRequest &request, const std::string &id,
                  std::int64_t now);

/// Shows a removed account or wallet again, and says so in the journal. The caller checks what is visible then.
void showAgain(const QSqlDatabase &database, const StoredHolder &holder, std::int64_t now);

} // namespace plimsoll::storage
