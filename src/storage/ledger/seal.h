// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Hashes over what is not in the journal and still decides about money: an account's description, bars, assets and
/// whether it is hidden; a person's profiles. A changed byte there would hide an account or move a bar without any row
/// of the journal changing. Written with every change, inside its transaction. All throw SqlFailure.
void sealHolder(const QSqlDatabase &database, std::int64_t number);
void sealProfile(const QSqlDatabase &database, const std::string &name);

/// What does not fit its seal, in plain English.
QStringList sealFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
