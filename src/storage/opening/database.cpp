// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening/database.h"

#include "storage/ledger/ledgeraudit.h"
#include "storage/ledger/seal.h"
#include "storage/opening/freshdatabase.h"
#include "storage/sql/sqlstatement.h"

#include <QtCore/QFileInfo>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

// Above this, opening checks the tables with money only: history can be large and can be lost.
constexpr std::int64_t kFullCheckBytes = 16 * 1024 * 1024;

[[noreturn]] void refuseBroken(const QString &path, const QString &detail)
{
    refuse(ErrorCode::DatabaseIsBroken, path.toStdString(), detail.toStdString() + "; the file was left as it is");
}

QStringList findingsOf(const QSqlDatabase &database, const QString &pragma)
{
    QStringList findings;
    SqlStatement statement(database, pragma);
    while (statement.next()) {
        if (statement.text(0) != u"ok"_s) {
            findings.append(statement.text(0));
        }
    }
    return findings;
}

QStringList moneyFindings(const QSqlDatabase &database, AuditDepth depth)
{
    QStringList tables {u"holder"_s, u"account"_s, u"holder_asset"_s, u"profile"_s};
    if (depth == AuditDepth::Everything) {
        tables += {u"operation"_s, u"ledger_row"_s};
    }
    for (const QString &table : tables) {
        if (const QStringList findings = findingsOf(database, u"PRAGMA integrity_check("_s + table + u')');
            !findings.isEmpty()) {
            return findings;
        }
    }
    return {};
}

} // namespace

QStringList integrityFindings(const QSqlDatabase &database)
{
    return findingsOf(database, u"PRAGMA integrity_check(20)"_s);
}

std::unique_ptr<SqlConnection> openForChecks(const QString &path)
{
    const bool hasLog = orThrow(sizeOf(path + u"-wal"_s)) > 0;
    return std::make_unique<SqlConnection>(path, hasLog ? Access::ReadOnly : Access::Immutable);
}

Database::Database(const QString &path, OpenRules rules)
    : m_path(path)
    , m_rules(rules)
    , m_lock(path + u".lock"_s)
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const std::vector<Migration> &steps,
                                                 OpenRules rules)
{
    return attempt([&] {
        std::unique_ptr<Database> database(new Database(path, rules));
        database->checkPresence(); // before anything is made, the lock file included
        orThrow(makePrivateFolder(QFileInfo(path).absolutePath()));
        database->openLocked(steps);
        return database;
    });
}

void Database::checkPresence() const
{
    if (!m_rules.mayCreate && orThrow(fileKind(m_path)) == FileKind::Absent) {
        refuse(ErrorCode::CannotOpen, m_path.toStdString(), "there is no database");
    }
}

void Database::openLocked(const std::vector<Migration> &steps)
{
    const WriteLockGuard guard(m_lock);
    bool isFresh = false;
    if (orThrow(fileKind(m_path)) == FileKind::Absent) {
        if (orThrow(sizeOf(m_path + u"-wal"_s)) > 0) {
            refuseBroken(m_path, u"the database is missing, but its write-ahead log is there"_s);
        }
        checkPresence();
        createDatabase(m_path, steps, m_rules.purpose);
        isFresh = true;
    }
    const auto sums = checkUntouched(steps.empty() ? 0 : steps.back().version);
    orThrow(makePrivate(m_path));
    m_connection.emplace(m_path, Access::ReadWrite);
    if (queryText(connection(), u"PRAGMA journal_mode=WAL"_s) != u"wal"_s) {
        refuse(ErrorCode::CannotOpen, m_path.toStdString(), "this file system does not allow a write-ahead log");
    }
    m_migration = SchemaMigrator(connection(), steps).migrate([this](int version) { return backUp(version); });
    if (m_migration.outcome != MigrationOutcome::AlreadyCurrent && m_migration.outcome != MigrationOutcome::Migrated) {
        throw SqlFailure(m_migration.error);
    }
    if (m_migration.outcome == MigrationOutcome::Migrated) {
        const QStringList findings = auditJournal(connection(), AuditDepth::Everything).findings
            + interestRunFindings(connection());
        if (!findings.isEmpty()) {
            refuse(ErrorCode::DatabaseIsBroken, m_path.toStdString(),
                   "after the upgrade: " + findings.first().toStdString()
                       + "; the backup from before it is in \"backups\"");
        }
        markPurpose(connection(), m_rules.purpose); // from before the mark; checkUntouched() agreed to it
    } else { // the journal is sound; what does not fit it is not believed for one more moment
        SqlTransaction transaction(connection());
        repairBalances(connection(), sums ? &*sums : nullptr);
        transaction.commit();
    }
    if (isFresh) {
        m_migration.outcome = MigrationOutcome::CreatedFresh;
        m_migration.from = 0;
    }
    m_identity = orThrow(identityOf(m_path));
}

// Everything that can lead to a refusal, before anything is opened for writing. The balances as the journal adds up to,
// where all of it was read.
std::optional<BalancesByHolder> Database::checkUntouched(int newest) const
{
    const DatabaseHeader header = orThrow(readHeader(m_path));
    const auto refuseNewer = [newest](std::int64_t version) {
        if (version > newest) {
            refuse(ErrorCode::DatabaseIsNewer, "database",
                   "its version is " + std::to_string(version) + ", this program knows " + std::to_string(newest)
                       + "; update Plimsoll. The file was left as it is");
        }
    };
    refuseNewer(header.version);
    const auto checked = openForChecks(m_path);
    const QSqlDatabase database = checked->database();
    std::optional<BalancesByHolder> sums;
    const auto findings = attempt([&] {
        refuseNewer(queryInteger(database, u"PRAGMA user_version"_s));
        if (queryInteger(database, u"PRAGMA application_id"_s) != kApplicationId) {
            return QStringList {u"this is a database of another program"_s};
        }
        const bool isNewest = queryInteger(database, u"PRAGMA user_version"_s) == newest;
        const AuditDepth depth = isNewest ? depthAtOpening(database) : AuditDepth::Everything;
        QStringList all = header.size <= kFullCheckBytes ? integrityFindings(database) : moneyFindings(database, depth);
        if (!isNewest) { // the other checks know one schema
            return all;
        }
        all += schemaFindings(database);
        if (all.isEmpty()) {
            JournalAudit audit = auditJournal(database, depth);
            sums = std::move(audit.sums);
            all = audit.findings + interestRunFindings(database);
        }
        return all;
    });
    if (!findings) {
        throw SqlFailure(findings.error().code == ErrorCode::DatabaseIsBroken
                             ? Error {ErrorCode::DatabaseIsBroken, m_path.toStdString(),
                                      findings.error().detail + "; the file was left as it is"}
                             : findings.error());
    }
    if (!findings->isEmpty()) {
        refuseBroken(m_path, u"the database is damaged: "_s + findings->first());
    }
    checkPurpose(database, m_path, m_rules.purpose);
    return sums;
}

Result<Done> Database::backUp(int version) const
{
    return backUpDatabase(connection(), m_path, version);
}

Database::~Database()
{
    if (m_connection) {
        if (!m_lock.acquire()) {
            m_connection->leaveLogOnClose();
        }
        m_connection.reset();
        m_lock.release();
    }
}

Database::WriteScope::WriteScope(Database &database)
    : m_database(database)
    , m_guard(database.m_lock)
{
    if (database.m_poisoned) {
        refuse(ErrorCode::InputOutput, database.m_path.toStdString(),
               "the disk reported an error before; the database must be opened anew");
    }
    const auto identity = identityOf(database.m_path);
    if (!identity || !(*identity == database.m_identity)) {
        refuse(ErrorCode::CannotWrite, database.m_path.toStdString(),
               "the database file was moved, deleted or replaced while in use");
    }
}

} // namespace plimsoll::storage
