// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <functional>
#include <vector>

namespace plimsoll::storage {

/// One step of the schema: `database/migrations/NNNN_name.sql`.
struct Migration {
    int version = 0;
    QString name;
    QByteArray script;
    /// What the script cannot do, behind it in the same transaction: arithmetic on amounts. Throws SqlFailure.
    void (*fill)(const QSqlDatabase &database) = nullptr;
};

enum class MigrationOutcome {
    AlreadyCurrent,
    Migrated,
    CreatedFresh,
    DatabaseIsNewer, ///< nothing was done
    StepFailed, ///< the failing step and everything after it was not done; the steps before it stand
    ScriptInvalid, ///< the list has gaps or an unfinished statement: an error of the program; nothing was done
};

struct MigrationReport {
    MigrationOutcome outcome = MigrationOutcome::AlreadyCurrent;
    int from = 0;
    int to = 0;
    Error error {ErrorCode::DatabaseIsBroken, {}, {}}; ///< where the outcome is a failure
};

/// The embedded steps, in order of version.
std::vector<Migration> embeddedMigrations();

/// Brings a database to the newest schema. Each step is one transaction with `user_version` inside, so a crash leaves a
/// whole version. `backup` is called once before the first step of an upgrade; where it fails nothing is done. The
/// caller holds the write lock.
class SchemaMigrator
{
public:
    using Backup = std::function<Result<Done>(int version)>;

    SchemaMigrator(const QSqlDatabase &database, std::vector<Migration> steps);

    MigrationReport migrate(const Backup &backup);

private:
    [[nodiscard]] Result<Done> checkSteps() const;
    Result<Done> apply(const Migration &step);

    QSqlDatabase m_database;
    std::vector<Migration> m_steps;
};

/// The whole schema as text, ordered by kind and name: `database/schema.sql`. Throws SqlFailure.
QString schemaDump(const QSqlDatabase &database);

/// Whether the schema is the embedded one, word for word: a damaged check or a trigger of somebody else could change
/// what is booked. SQLite does not look at checks while a file is open for reading only.
QStringList schemaFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
