// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/ledgeraudit.h"

#include "storage/ledger/ledgerhash.h"
#include "storage/ledger/portfolioreader.h"
#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kOperations =
    u"SELECT o.sequence, o.id, o.time, o.kind, h.id, o.note, o.fingerprint, o.contributed_before, "
    "o.contributed_after, o.hash FROM operation o LEFT JOIN holder h ON h.number = o.holder "
    "WHERE o.sequence >= ? ORDER BY o.sequence";
constexpr QStringView kRows =
    u"SELECT r.operation, r.sequence, h.id, r.kind, r.asset, r.field, r.change, r.holder FROM ledger_row r "
    "LEFT JOIN holder h ON h.number = r.holder WHERE r.sequence >= ? ORDER BY r.sequence";
constexpr QStringView kFirstRow =
    u"SELECT ifnull((SELECT sequence FROM ledger_row WHERE operation >= ? ORDER BY operation, sequence LIMIT 1), "
    "(SELECT ifnull(max(sequence), 0) + 1 FROM ledger_row))";
constexpr QStringView kHashBefore = u"SELECT ifnull((SELECT hash FROM operation WHERE sequence = ?), '')";
constexpr QStringView kNewestOperation = u"SELECT ifnull(max(sequence), 0) FROM operation";
constexpr QStringView kNewestRow = u"SELECT ifnull(max(sequence), 0) FROM ledger_row";
constexpr QStringView kLost =
    u"SELECT name, seq - (CASE name WHEN 'operation' THEN (SELECT count(*) FROM operation) ELSE "
    "(SELECT count(*) FROM ledger_row) END) FROM sqlite_sequence WHERE name IN ('operation', 'ledger_row')";
constexpr QStringView kLostAtTheEnd =
    u"SELECT name, seq - (CASE name WHEN 'operation' THEN (SELECT max(sequence) FROM operation) ELSE "
    "(SELECT max(sequence) FROM ledger_row) END) FROM sqlite_sequence WHERE name IN ('operation', 'ledger_row')";
constexpr std::int64_t kAffordableRows = 20'000;

bool isCanonical(const std::string &text)
{
    const auto parsed = margin::Decimal::parseSigned(text);
    return parsed && parsed->toString() == text;
}

// The sums of all holders, while the journal is walked.
class AllSums
{
public:
    explicit AllSums(const QSqlDatabase &database)
    {
        SqlStatement holders(database, u"SELECT number, id FROM holder");
        while (holders.next()) {
            m_sums.emplace(holders.integer(0), BalanceSums(holders.utf8(1)));
        }
        SqlStatement assets(database,
                            u"SELECT holder, asset, daily_interest FROM holder_asset ORDER BY holder, position");
        while (assets.next()) {
            m_sums[assets.integer(0)].list({{assets.utf8(1), {}, {}, {}, {}, assets.optionalDecimal(2)}, 0});
        }
    }

    void add(const HashedRow &row, std::int64_t holder, margin::Decimal change)
    {
        m_sums[holder].add(row.sequence, row.asset, row.field, change);
    }

    [[nodiscard]] BalancesByHolder balances() const
    {
        BalancesByHolder all;
        for (const auto &[holder, sums] : m_sums) {
            all.emplace(holder, sums.balances());
        }
        return all;
    }

private:
    std::unordered_map<std::int64_t, BalanceSums> m_sums;
};

// Walks operations and rows side by side, once.
class JournalWalk
{
public:
    /// `from`: the first operation; 0 = all, and only then are there sums.
    JournalWalk(const QSqlDatabase &database, std::int64_t from)
        : m_database(database)
        , m_operations(database, kOperations, {boundInteger(from)})
        , m_rows(database, kRows,
                 {boundInteger(from == 0 ? 0 : queryInteger(database, kFirstRow, {boundInteger(from)}))})
        , m_isWhole(from == 0)
        , m_previousHash(queryText(database, kHashBefore, {boundInteger(from - 1)}).toStdString())
        , m_sums(database)
        , m_sequence(m_isWhole ? 0 : from - 1)
    {
    }

    JournalAudit run()
    {
        m_hasRow = m_rows.next();
        while (m_operations.next()) {
            checkOperation();
        }
        if (m_hasRow) {
            note(u"ledger row %1 belongs to no operation, or stands out of order"_s, m_rows.text(1));
        }
        SqlStatement lost(m_database, m_isWhole ? kLost : kLostAtTheEnd);
        while (lost.next()) {
            if (lost.integer(1) != 0) {
                note(u"rows were taken out of the journal (table %1)"_s, lost.text(0));
            }
        }
        JournalAudit audit {m_findings, {}};
        if (const auto sums = attempt([this] { return m_sums.balances(); }); m_isWhole && !m_sumFailure && sums) {
            audit.sums = *sums;
        } else if (m_isWhole) {
            audit.findings.append(QString::fromStdString((m_sumFailure ? *m_sumFailure : sums.error()).message()));
        }
        return audit;
    }

private:
    void note(const QString &finding, const QString &subject) { m_findings.append(finding.arg(subject)); }

    void checkOperation()
    {
        const SqlStatement &o = m_operations;
        HashedOperation operation {o.integer(0), o.utf8(1), o.wallTime(2), o.utf8(3), o.utf8(4),
                                   o.utf8(5),    o.utf8(6), o.utf8(7),     o.utf8(8), {}};
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
            sumUp(operation.rows.back());
            m_hasRow = m_rows.next();
        }
    }

    void sumUp(const HashedRow &row)
    {
        const auto change = margin::Decimal::parseSigned(row.change);
        if (!change || change->toString() != row.change) {
            note(u"the amount of ledger row %1 is not in plain notation"_s, m_rows.text(1));
        }
        if (m_isWhole && !m_sumFailure) {
            const auto added = attempt([&] { m_sums.add(row, m_rows.integer(7), orThrow(change)); });
            m_sumFailure = added ? std::nullopt : std::optional(added.error());
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
        const bool isFirst = known == m_contributed.end();
        if (isFirst ? m_isWhole && !before.empty() : known->second != before) {
            note(u"own money before operation %1 is not what the one before left"_s, id);
        }
        m_contributed[operation.holder] = after;
    }

    QSqlDatabase m_database;
    SqlStatement m_operations;
    SqlStatement m_rows;
    bool m_isWhole;
    std::string m_previousHash;
    AllSums m_sums;
    std::int64_t m_sequence;
    QStringList m_findings;
    std::optional<Error> m_sumFailure;
    std::unordered_map<std::string, std::string> m_contributed;
    bool m_hasRow = false;
};

// Bars and the rules of accounts, by reading everything as the program does.
QStringList portfolioFindings(const QSqlDatabase &database, const std::optional<BalancesByHolder> &sums)
{
    const auto checked = attempt([&] {
        orThrow(margin::validated(visiblePortfolio(sums ? readHolders(database, *sums) : readHolders(database))));
    });
    return checked ? QStringList() : QStringList {QString::fromStdString(checked.error().message())};
}

} // namespace

JournalAudit auditJournal(const QSqlDatabase &database, AuditDepth depth)
{
    const std::int64_t first = queryInteger(database, kNewestOperation) - kNewestOperations + 1;
    JournalAudit audit = JournalWalk(database, depth == AuditDepth::Everything || first <= 1 ? 0 : first).run();
    audit.findings += sealFindings(database);
    if (audit.sums || depth == AuditDepth::Newest) { // else there is a finding that it does not add up
        audit.findings += portfolioFindings(database, audit.sums);
    }
    return audit;
}

AuditDepth depthAtOpening(const QSqlDatabase &database)
{
    return std::max(queryInteger(database, kNewestOperation), queryInteger(database, kNewestRow)) <= kAffordableRows
        ? AuditDepth::Everything
        : AuditDepth::Newest;
}

} // namespace plimsoll::storage
