// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledgeraudit.h"

#include "storage/alarmrequeststore.h"
#include "storage/alarmrows.h"
#include "storage/alarmrulestore.h"
#include "storage/database.h"
#include "storage/ledgerhash.h"
#include "storage/portfolioreader.h"
#include "storage/schemamigrator.h"
#include "storage/seal.h"
#include "storage/sqlstatement.h"

#include <QtCore/QFile>

#include <optional>
#include <unordered_map>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kOperations =
    u"SELECT o.sequence, o.id, o.time, o.kind, h.id, o.note, o.fingerprint, o.contributed_before, "
    "o.contributed_after, o.hash FROM operation o LEFT JOIN holder h ON h.number = o.holder ORDER BY o.sequence";
constexpr QStringView kRows =
    u"SELECT r.operation, r.sequence, h.id, r.kind, r.asset, r.field, r.change FROM ledger_row r "
    "LEFT JOIN holder h ON h.number = r.holder ORDER BY r.sequence";
constexpr QStringView kLost =
    u"SELECT name, seq - (CASE name WHEN 'operation' THEN (SELECT count(*) FROM operation) ELSE "
    "(SELECT count(*) FROM ledger_row) END) FROM sqlite_sequence WHERE name IN ('operation', 'ledger_row')";

bool isCanonical(const std::string &text)
{
    const auto parsed = margin::Decimal::parseSigned(text);
    return parsed && parsed->toString() == text;
}

// Walks operations and rows side by side, once.
class JournalWalk
{
public:
    explicit JournalWalk(const QSqlDatabase &database)
        : m_database(database)
        , m_operations(database, kOperations)
        , m_rows(database, kRows)
    {
    }

    QStringList run()
    {
        m_hasRow = m_rows.next();
        while (m_operations.next()) {
            checkOperation();
        }
        if (m_hasRow) {
            note(u"ledger row %1 belongs to no operation, or stands out of order"_s, m_rows.text(1));
        }
        SqlStatement lost(m_database, kLost);
        while (lost.next()) {
            if (lost.integer(1) != 0) {
                note(u"rows were taken out of the journal (table %1)"_s, lost.text(0));
            }
        }
        return m_findings;
    }

private:
    void note(const QString &finding, const QString &subject) { m_findings.append(finding.arg(subject)); }

    void checkOperation()
    {
        const SqlStatement &o = m_operations;
        HashedOperation operation {o.integer(0), o.utf8(1), o.integer(2), o.utf8(3), o.utf8(4),
                                   o.utf8(5),    o.utf8(6), o.utf8(7),    o.utf8(8), {}};
        const QString id = o.text(1);
        if (operation.sequence != ++m_sequence) {
            note(u"an operation before %1 is missing"_s, id);
            m_sequence = operation.sequence;
        }
        takeRows(operation);
        const std::string hash = o.utf8(9);
        if (chainHash(m_previousHash, operation) != hash) {
            note(u"operation %1 or one of its rows was changed after it was booked"_s, id);
        }
        m_previousHash = hash;
        checkContributed(operation, id);
    }

    void takeRows(HashedOperation &operation)
    {
        while (m_hasRow && m_rows.integer(0) == operation.sequence) {
            operation.rows.push_back(
                {m_rows.integer(1), m_rows.utf8(2), m_rows.utf8(3), m_rows.utf8(4), m_rows.utf8(5), m_rows.utf8(6)});
            if (!isCanonical(operation.rows.back().change)) {
                note(u"the amount of ledger row %1 is not in plain notation"_s, m_rows.text(1));
            }
            m_hasRow = m_rows.next();
        }
    }

    void checkContributed(const HashedOperation &operation, const QString &id)
    {
        const std::string &before = operation.contributedBefore;
        const std::string &after = operation.contributedAfter;
        if ((!before.empty() && !isCanonical(before)) || (!after.empty() && !isCanonical(after))) {
            note(u"own money in operation %1 is not in plain notation"_s, id);
        }
        const auto known = m_contributed.find(operation.holder);
        if ((known == m_contributed.end() ? std::string() : known->second) != before) {
            note(u"own money before operation %1 is not what the one before left"_s, id);
        }
        m_contributed[operation.holder] = after;
    }

    QSqlDatabase m_database;
    SqlStatement m_operations;
    SqlStatement m_rows;
    QStringList m_findings;
    std::string m_previousHash;
    std::unordered_map<std::string, std::string> m_contributed;
    std::int64_t m_sequence = 0;
    bool m_hasRow = false;
};

// Sums, bars and the rules of accounts, by reading everything as the program does.
QStringList portfolioFindings(const QSqlDatabase &database)
{
    const auto checked = attempt([&] { orThrow(margin::validated(visiblePortfolio(readHolders(database)))); });
    return checked ? QStringList() : QStringList {QString::fromStdString(checked.error().message())};
}

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

QStringList journalFindings(const QSqlDatabase &database)
{
    return JournalWalk(database).run() + sealFindings(database) + portfolioFindings(database);
}

QStringList schemaFindings(const QSqlDatabase &database)
{
    QFile expected(u":/database/schema.sql"_s);
    if (!expected.open(QIODevice::ReadOnly) || QString::fromUtf8(expected.readAll()) != schemaDump(database)) {
        return {u"the tables or triggers are not those of this version"_s};
    }
    return {};
}

QStringList auditFindings(const QSqlDatabase &database)
{
    std::vector checks {integrityFindings, foreignKeyFindings, journalFindings};
    if (queryInteger(database, u"PRAGMA user_version"_s)
        == embeddedMigrations().back().version) { // these know one schema
        checks.insert(checks.begin(), schemaFindings);
        checks.push_back(alarmFindings);
    }
    QStringList findings;
    for (const auto &check : checks) {
        const auto found = attempt([&] { return check(database); });
        findings += found ? *found : QStringList {QString::fromStdString(found.error().message())};
    }
    return findings;
}

} // namespace plimsoll::storage
