// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/opening/purpose.h"
#include "storage/opening/schemamigrator.h"

namespace plimsoll::storage {

/// Creates a complete, empty database at `path`. It is built under another name and gets its own only when it is whole
/// and on the disk, so that a crash leaves no half database behind. The caller holds the write lock. Throws SqlFailure.
void createDatabase(const QString &path, const std::vector<Migration> &steps, Purpose purpose);

/// A verified copy beside the database, "backups/<name>-v<version>-<n>.db"; an older copy is never overwritten.
Result<Done> backUpDatabase(const QSqlDatabase &database, const QString &path, int version);

} // namespace plimsoll::storage
