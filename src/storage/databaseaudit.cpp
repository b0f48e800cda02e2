// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databaseaudit.h"

#include "storage/ledger/ledgeraudit.h"
#include "storage/ledger/seal.h"
#include "storage/opening/database.h"
#include "storage/opening/schemamigrator.h"
#include "storage/sql/sqlstatement.h"
#include "storage/tables/alarmrequeststore.h"
#include "storage/tables/alarmrows.h"
#include "storage/tables/alarmrulestore.h"
#include "storage/tables/planstore.h"

#include <functional>
#include <vector>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

// Whether a start could go on from what is stored.
QStringList alarmFindings(const QSqlDatabase &database)
{
    readAlarmMoment(database);
    readAlarmStates(database);
    readAlarmRules(database);
    readOpenRequests(database);
    readAlarmEvents(database, {});
    readPending(database);
    return {};
}

QStringList planFindings(const QSqlDatabase &database)
{
    readPlans(database);
    return {};
}

QStringList foreignKeyFindings(const QSqlDatabase &database)
{
    QStringList findings;
    SqlStatement s(database, u"PRAGMA foreign_key_check");
    while (s.next()) {
        findings.append(u"row %1 of %2 points to a missing row of %3"_s.arg(s.text(1), s.text(0), s.text(2)));
    }
    return findings;
}

} // namespace

QStringList auditFindings(const QSqlDatabase &database)
{
    const bool isNewest = queryInteger(database, u"PRAGMA user_version"_s) == embeddedMigrations().back().version;
    const auto moneyFindings = [isNewest](const QSqlDatabase &checked) {
        const JournalAudit audit = auditJournal(checked, AuditDepth::Everything);
        return audit.sums && isNewest ? audit.findings + balanceFindings(checked, *audit.sums) : audit.findings;
    };
    std::vector<std::function<QStringList(const QSqlDatabase &)>> checks {integrityFindings, foreignKeyFindings,
                                                                          moneyFindings};
    if (isNewest) { // these know one schema
        checks.insert(checks.begin(), schemaFindings);
        checks.emplace_back(interestRunFindings);
        checks.emplace_back(alarmFindings);
        checks.emplace_back(planFindings);
    }
    QStringList findings;
    for (const auto &check : checks) {
        const auto found = attempt([&] { return check(database); });
        findings += found ? *found : QStringList {QString::fromStdString(found.error().message())};
    }
    return findings;
}

} // namespace plimsoll::storage
