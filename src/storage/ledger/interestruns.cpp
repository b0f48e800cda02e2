// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/interestruns.h"

#include "margin/booking.h"
#include "ports/interestsetting.h"
#include "ports/logging.h"
#include "storage/file/crashpoint.h"
#include "storage/ledger/interestrows.h"
#include "storage/ledger/ledgerwriter.h"
#include "storage/sql/sqlstatement.h"

#include <QtCore/QDateTime>
#include <QtCore/QUuid>

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using margin::Decimal;
using margin::PrincipalChange;

namespace {

// Rows that say what is owed, with whether their operation charged a first hour.
constexpr QStringView kRows =
    u"SELECT r.sequence, o.time, r.kind, r.field, r.change, r.kind = 'borrow' AND EXISTS (SELECT 1 FROM ledger_row f "
    "WHERE f.operation = r.operation AND f.kind = 'interest' AND f.asset = r.asset AND f.holder = r.holder) "
    "FROM ledger_row r JOIN operation o ON o.sequence = r.operation WHERE r.holder = ? AND r.sequence > ? AND r.asset "
    "= "
    "? AND (r.field = 'borrowed' OR (r.field = 'interest' AND r.kind = 'correction')) ORDER BY r.sequence";
constexpr QStringView kNewestRow = u"SELECT coalesce(max(sequence), 0) FROM ledger_row WHERE holder = ?";
constexpr QStringView kPurpose = u"SELECT word FROM purpose";
constexpr QStringView kSetting = u"SELECT value FROM setting WHERE key = ?";

std::vector<PrincipalChange> changesSince(const QSqlDatabase &database, std::int64_t holder, const StoredRun &stored)
{
    std::vector<PrincipalChange> changes;
    Decimal principal = stored.run.principal;
    SqlStatement s(database, kRows, {boundInteger(holder), boundInteger(stored.newestRow), boundText(stored.asset)});
    while (s.next()) {
        if (s.text(3) == u"borrowed"_s) {
            principal = principal.plus(s.decimal(4)).value_or(principal);
        }
        const auto kind = s.text(2) == u"correction"_s ? PrincipalChange::Kind::Restated
            : s.flag(5)                                ? PrincipalChange::Kind::FirstHour
                                                       : PrincipalChange::Kind::Moved;
        changes.push_back({s.wallTime(1), principal, kind});
    }
    return changes;
}

// A story's money is that of its book: nothing is added to it.
bool isAdded(const QSqlDatabase &database)
{
    SqlStatement purpose(database, kPurpose);
    if (purpose.next() && purpose.text(0) != u"real"_s) {
        return false;
    }
    SqlStatement s(database, kSetting, {monitor::kAddInterestKey.toString()});
    return monitor::addsInterest(s.next() ? s.text(0) : QString());
}

QString markText(WallTime time)
{
    const QDateTime mark = QDateTime::fromMSecsSinceEpoch(time.ms(), Qt::UTC);
    return mark.date().toString(Qt::ISODate) + u' ' + mark.time().toString(u"hh:mm"_s);
}

// Marks that were booked together: of the asset that was charged most hours.
struct Span {
    WallTime first = INT64_MAX;
    WallTime last = INT64_MIN;
    std::int64_t hours = 0;

    void take(const margin::Accrual &accrued)
    {
        first = std::min(first, accrued.firstMark);
        last = std::max(last, accrued.lastMark);
        hours = std::max(hours, accrued.hours);
    }

    // The same in every language: the journal is shown as it was written.
    [[nodiscard]] std::string note() const
    {
        return u"%1 h: %2 – %3 UTC"_s.arg(hours).arg(markText(first), markText(last)).toStdString();
    }
};

// One account, while it is charged.
class Charge
{
public:
    Charge(const QSqlDatabase &database, const StoredHolder &holder, WallTime until)
        : m_database(database)
        , m_holder(holder)
        , m_until(until)
        , m_isAdded(!holder.account.liquidatedAt && isAdded(database))
        , m_newestRow(queryInteger(database, kNewestRow, {boundInteger(holder.number)}))
    {
    }

    void take(const StoredRun &stored);
    bool write(WallTime now) const;

private:
    [[nodiscard]] LedgerEntry entry(WallTime now) const
    {
        const std::string note = m_span.note();
        const auto &contributed = m_holder.account.contributed;
        return {QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(),
                now,
                "interest",
                m_holder.id(),
                note,
                "interest\x1f" + m_holder.id() + '\x1f' + note + '\x1f',
                contributed,
                contributed,
                m_rows};
    }

    const QSqlDatabase m_database;
    const StoredHolder &m_holder;
    const WallTime m_until;
    const bool m_isAdded;
    const std::int64_t m_newestRow; // of the journal, before this
    std::vector<margin::LedgerRow> m_rows;
    std::vector<StoredRun> m_runs;
    Span m_span;
    bool m_isIdle = true; // nothing is owed and nothing was: no need to write that every hour
};

void Charge::take(const StoredRun &stored)
{
    const margin::Balance *balance = m_holder.account.balance(stored.asset);
    if (balance == nullptr || margin::hourMarksBetween(stored.run.chargedUntil, m_until) == 0) {
        return;
    }
    const auto changes = changesSince(m_database, m_holder.number, stored);
    auto accrued = orThrow(margin::accrue(stored.run, balance->dailyInterest, changes, m_until));
    if (accrued.run.principal != balance->borrowed) {
        qCWarning(monitor::lcStorage,
                  "the interest of %s on %s was counted on another amount than is owed; it is counted anew from now",
                  m_holder.id().c_str(), stored.asset.c_str());
        accrued = {};
        accrued.run = {m_until, balance->borrowed, std::nullopt, 0};
    }
    if (!m_isAdded) {
        accrued.run = {accrued.run.chargedUntil, accrued.run.principal, std::nullopt, 0};
    } else if (accrued.interest.isPositive()) {
        const auto booking = orThrow(margin::bookInterest(m_holder.account, stored.asset, accrued.interest));
        m_rows.insert(m_rows.end(), booking.rows.begin(), booking.rows.end());
        m_span.take(accrued);
    }
    m_isIdle = m_isIdle && stored.run.principal.isZero() && changes.empty();
    m_runs.push_back({stored.asset, accrued.run, m_newestRow});
}

bool Charge::write(WallTime now) const
{
    if (!m_rows.empty()) {
        appendToLedger(m_database, entry(now));
        crashPoint("before_run");
    }
    if (!m_isIdle) {
        for (const StoredRun &run : m_runs) {
            saveRun(m_database, m_holder.number, run);
        }
    }
    return !m_rows.empty();
}

} // namespace

bool accrueInterest(const QSqlDatabase &database, const StoredHolder &holder, WallTime until, WallTime now)
{
    startRuns(database, holder.number, until);
    Charge charge(database, holder, until);
    for (const StoredRun &run : readRuns(database, holder.number)) {
        charge.take(run);
    }
    return charge.write(now);
}

} // namespace plimsoll::storage
