// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/file/databasefile.h"
#include "storage/file/writelock.h"
#include "storage/ledger/runningbalance.h"
#include "storage/opening/purpose.h"
#include "storage/opening/schemamigrator.h"
#include "storage/sql/sqlconnection.h"
#include "storage/sql/sqlfailure.h"
#include "storage/sql/sqltransaction.h"

#include <memory>
#include <optional>

namespace plimsoll::storage {

/// The one database file of a data directory, open for reading and writing: WAL with synchronous=FULL, so that a
/// confirmed booking survives a power cut. open() creates the folder (0700) and a complete file (0600) where there is
/// none and the rules allow it, brings an older version up to date after a backup, and refuses everything else with the
/// file untouched. Belongs to the thread that opened it. At most one per file and process: the checks at opening close
/// a descriptor of the file, which drops the POSIX locks of the whole process. Errors of open(): CannotOpen,
/// CannotWrite, InputOutput, DatabaseIsNewer, DatabaseIsBroken.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path,
                                                  const std::vector<Migration> &steps = embeddedMigrations(),
                                                  OpenRules rules = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDatabase connection() const { return m_connection->database(); }

    [[nodiscard]] const MigrationReport &migration() const { return m_migration; }

    /// Runs `work` as one transaction under the write lock and commits it; throws SqlFailure and books nothing where
    /// anything failed. After an error of the disk every further write is refused (InputOutput) until the database is
    /// opened anew: what the failed write left behind is in doubt.
    template<typename Work>
    auto write(Work &&work)
    {
        const WriteScope scope(*this);
        return scope.run(std::forward<Work>(work));
    }

    /// Runs `work` on one frozen state.
    template<typename Work>
    auto read(Work &&work) const
    {
        const SqlSnapshot snapshot(connection());
        return work();
    }

    /// Whether an error of the disk put this connection out of use.
    [[nodiscard]] bool isPoisoned() const { return m_poisoned; }

private:
    // The lock, the checks before a write, and the memory of a disk error around it.
    class WriteScope
    {
    public:
        explicit WriteScope(Database &database);

        template<typename Work>
        auto run(Work &&work) const
        {
            try {
                SqlTransaction transaction(m_database.connection());
                if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                    work();
                    transaction.commit();
                } else {
                    auto value = work();
                    transaction.commit();
                    return value;
                }
            } catch (const SqlFailure &failure) {
                m_database.m_poisoned = m_database.m_poisoned || failure.touchedDisk();
                throw;
            }
        }

    private:
        Database &m_database;
        WriteLockGuard m_guard;
    };

    Database(const QString &path, OpenRules rules);
    void checkPresence() const;
    void openLocked(const std::vector<Migration> &steps);
    [[nodiscard]] std::optional<BalancesByHolder> checkUntouched(int newest) const;
    Result<Done> backUp(int version) const;

    QString m_path;
    OpenRules m_rules;
    WriteLock m_lock;
    std::optional<SqlConnection> m_connection;
    MigrationReport m_migration;
    FileIdentity m_identity;
    bool m_poisoned = false;
};

/// Opens an existing file for reading only, for checks: nothing is written, whatever is in it. Throws SqlFailure.
std::unique_ptr<SqlConnection> openForChecks(const QString &path);

/// The findings of SQLite's own check, empty where there are none. Throws SqlFailure.
QStringList integrityFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
