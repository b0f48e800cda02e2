// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening/schemamigrator.h"

#include "storage/file/databasefile.h"
#include "storage/ledger/interestrows.h"
#include "storage/ledger/runningbalance.h"
#include "storage/sql/sqlscript.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/sqltransaction.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

// Steps whose tables the script cannot fill.
constexpr int kRunningBalance = 8;
constexpr int kInterestSeal = 11;

decltype(Migration::fill) fillOf(int version)
{
    return version == kRunningBalance ? fillBalances : version == kInterestSeal ? sealOldRuns : nullptr;
}

} // namespace

std::vector<Migration> embeddedMigrations()
{
    std::vector<Migration> steps;
    const QDir folder(u":/database/migrations"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            const int version = name.section(u'_', 0, 0).toInt();
            steps.push_back({version, name, file.readAll(), fillOf(version)});
        }
    }
    return steps;
}

SchemaMigrator::SchemaMigrator(const QSqlDatabase &database, std::vector<Migration> steps)
    : m_database(database)
    , m_steps(std::move(steps))
{
}

Result<Done> SchemaMigrator::checkSteps() const
{
    int expected = 1;
    for (const Migration &step : m_steps) {
        if (step.version != expected++) {
            return Error {ErrorCode::Malformed, step.name.toStdString(), "the migrations are not numbered 1, 2, 3 ..."};
        }
        if (const auto statements = statementsOf(step.script); !statements) {
            return statements.error().at(step.name.toStdString());
        }
    }
    return m_steps.empty() ? Result<Done>(Error {ErrorCode::Malformed, "migrations", "there are none"})
                           : Result<Done>(Done {});
}

Result<Done> SchemaMigrator::apply(const Migration &step)
{
    return attempt([this, &step] {
        SqlTransaction transaction(m_database);
        const QStringList statements = orThrow(statementsOf(step.script));
        for (const QString &statement : statements) {
            execute(m_database, statement);
        }
        if (step.fill != nullptr) {
            step.fill(m_database);
        }
        execute(m_database, u"PRAGMA application_id="_s + QString::number(kApplicationId));
        execute(m_database, u"PRAGMA user_version="_s + QString::number(step.version));
        transaction.commit();
    });
}

MigrationReport SchemaMigrator::migrate(const Backup &backup)
{
    MigrationReport report;
    const auto failed = [&report](MigrationOutcome outcome, const Error &error) {
        report.outcome = outcome;
        report.error = error;
        return report;
    };
    if (const auto checked = checkSteps(); !checked) {
        return failed(MigrationOutcome::ScriptInvalid, checked.error());
    }
    const auto version = attempt([this] { return queryInteger(m_database, u"PRAGMA user_version"_s); });
    if (!version) {
        return failed(MigrationOutcome::StepFailed, version.error());
    }
    report.from = report.to = static_cast<int>(*version);
    const int newest = m_steps.back().version;
    if (report.from > newest) {
        return failed(MigrationOutcome::DatabaseIsNewer,
                      {ErrorCode::DatabaseIsNewer, "database",
                       "its version is " + std::to_string(report.from) + ", this program knows "
                           + std::to_string(newest) + "; update Plimsoll. The file was left as it is"});
    }
    if (report.from == newest) {
        return report;
    }
    if (report.from > 0) {
        if (const auto saved = backup(report.from); !saved) {
            return failed(MigrationOutcome::StepFailed, saved.error());
        }
    }
    for (const Migration &step : m_steps) {
        if (step.version > report.from) {
            if (const auto applied = apply(step); !applied) {
                return failed(MigrationOutcome::StepFailed, applied.error().at(step.name.toStdString()));
            }
            report.to = step.version;
        }
    }
    report.outcome = report.from == 0 ? MigrationOutcome::CreatedFresh : MigrationOutcome::Migrated;
    return report;
}

QString schemaDump(const QSqlDatabase &database)
{
    QString dump = u"-- The newest schema, written by a test from the migrations; do not edit.\n"_s;
    SqlStatement statement(
        database,
        u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name"_s);
    while (statement.next()) {
        dump += u'\n' + statement.text(0) + u";\n"_s;
    }
    return dump;
}

QStringList schemaFindings(const QSqlDatabase &database)
{
    QFile expected(u":/database/schema.sql"_s);
    if (!expected.open(QIODevice::ReadOnly) || QString::fromUtf8(expected.readAll()) != schemaDump(database)) {
        return {u"the tables or triggers are not those of this version"_s};
    }
    return {};
}

} // namespace plimsoll::storage
