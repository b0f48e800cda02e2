// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "storage/opening/database.h"

namespace plimsoll::storage {

/// "Never" where nobody watched yet. Throws SqlFailure.
monitor::WatchMark readWatchMark(const QSqlDatabase &database);

/// Until when somebody watched: one row, replaced by each mark. The storage thread.
class WatchMarkStore
{
public:
    explicit WatchMarkStore(Database &database);

    Result<Done> mark(const monitor::WatchMark &mark);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
