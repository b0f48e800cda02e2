// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/watchmarkstore.h"

#include "storage/sql/sqlstatement.h"

namespace plimsoll::storage {

namespace {

constexpr QStringView kSave = u"INSERT INTO watch_mark (only_row, time, running) VALUES (1, ?, ?) "
                              "ON CONFLICT DO UPDATE SET time = excluded.time, running = excluded.running";

} // namespace

monitor::WatchMark readWatchMark(const QSqlDatabase &database)
{
    SqlStatement s(database, u"SELECT time, running FROM watch_mark");
    return s.next() ? monitor::WatchMark {s.wallTime(0), s.flag(1)} : monitor::WatchMark {};
}

WatchMarkStore::WatchMarkStore(Database &database)
    : m_database(database)
{
}

Result<Done> WatchMarkStore::mark(const monitor::WatchMark &mark)
{
    return attempt([&] {
        m_database.write([&] {
            execute(m_database.connection(), kSave, {boundInteger(mark.time), boundInteger(mark.running ? 1 : 0)});
        });
    });
}

} // namespace plimsoll::storage
