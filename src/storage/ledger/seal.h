// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Hashes over what is not in the journal and still decides about money: an account's description, bars, assets and
/// whether it is hidden; a person's profiles; up to when a debt was charged. A changed byte there would hide an
/// account, move a bar or charge an hour twice without any row of the journal changing. Written with every change,
/// inside its transaction. All throw SqlFailure.
void sealHolder(const QSqlDatabase &database, std::int64_t number);
void sealProfile(const QSqlDatabase &database, const std::string &name);
void sealInterestRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset);

/// Errors: DatabaseIsBroken where the row does not fit its seal.
void checkInterestRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset);

/// Holders and profiles that do not fit their seal, in plain English.
QStringList sealFindings(const QSqlDatabase &database);

/// Rows of `interest_run` that were changed, are missing, or that nobody lists; of the newest schema.
QStringList interestRunFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
