// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/runningbalance.h"

#include "margin/ledger.h"
#include "ports/logging.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using margin::Balance;
using margin::Decimal;

namespace {

constexpr WordTable<BalanceFault, 4> kFaults {{{{BalanceFault::Missing, "missing"},
                                                {BalanceFault::Changed, "changed"},
                                                {BalanceFault::Outgrown, "outgrown"},
                                                {BalanceFault::Differs, "differs"}}}};

// The newest row of the holder comes with every asset: one step down an index.
constexpr QStringView kSelect =
    u"SELECT a.holder, a.asset, a.daily_interest, b.free, b.locked, b.borrowed, b.interest, b.newest_row, b.seal, "
    "ifnull((SELECT max(r.sequence) FROM ledger_row r WHERE r.holder = a.holder), 0) "
    "FROM holder_asset a LEFT JOIN balance b ON b.holder = a.holder AND b.asset = a.asset";
constexpr QStringView kOfOne = u" WHERE a.holder = ? ORDER BY a.position";
constexpr QStringView kOfAll = u" ORDER BY a.holder, a.position";
constexpr QStringView kKeep =
    u"INSERT INTO balance (holder, asset, free, locked, borrowed, interest, newest_row, seal) VALUES (?, ?, ?, ?, ?, "
    "?, ?, ?) ON CONFLICT DO UPDATE SET free = excluded.free, locked = excluded.locked, borrowed = excluded.borrowed, "
    "interest = excluded.interest, newest_row = excluded.newest_row, seal = excluded.seal";
constexpr QStringView kAssets = u"SELECT asset FROM holder_asset WHERE holder = ?";
constexpr QStringView kStrays = u"SELECT asset FROM balance b WHERE NOT EXISTS (SELECT 1 FROM holder_asset a WHERE "
                                "a.holder = b.holder AND a.asset = b.asset)";
constexpr QStringView kDropStrays = u"DELETE FROM balance WHERE NOT EXISTS (SELECT 1 FROM holder_asset a WHERE "
                                    "a.holder = balance.holder AND a.asset = balance.asset)";
constexpr QStringView kKeptOf = u"SELECT free, locked, borrowed, interest FROM balance WHERE holder = ? AND asset = ?";
constexpr QStringView kRepairs =
    u"SELECT * FROM (SELECT r.sequence AS number, h.id, r.asset, ifnull(r.kept, ''), r.summed FROM balance_repair r "
    "JOIN holder h ON h.number = r.holder WHERE r.sequence > ? ORDER BY r.sequence DESC LIMIT 100) ORDER BY number";
constexpr QStringView kNoteRepair =
    u"INSERT INTO balance_repair (operation, cause, holder, asset, field, kept, summed) "
    "VALUES ((SELECT ifnull(max(sequence), 0) FROM operation), ?, ?, ?, ?, ?, ?)";

// SHA-256 in hexadecimal; every field with its length in front.
QString sealOf(std::int64_t holder, const QString &asset, const std::array<QString, 4> &amounts, std::int64_t newestRow)
{
    std::string text = std::to_string(holder) + ' ' + std::to_string(newestRow);
    const auto add = [&text](const QString &field) {
        const std::string bytes = field.toStdString();
        text.append(" ").append(std::to_string(bytes.size())).append(":").append(bytes);
    };
    add(asset);
    std::ranges::for_each(amounts, add);
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

std::array<QString, 4> textsOf(const Balance &balance)
{
    std::array<QString, 4> texts;
    Balance copy = balance;
    std::ranges::transform(margin::kFields, texts.begin(), [&copy](margin::Field field) {
        return QString::fromStdString(margin::amountOf(copy, field).toString());
    });
    return texts;
}

void keep(SqlStatement &statement, std::int64_t holder, const AssetBalance &kept)
{
    const QString asset = boundText(kept.balance.asset).toString();
    const auto texts = textsOf(kept.balance);
    statement.run({boundInteger(holder), asset, texts[0], texts[1], texts[2], texts[3], boundInteger(kept.newestRow),
                   sealOf(holder, asset, texts, kept.newestRow)});
}

// One holder, row by row of kSelect.
class Reading
{
public:
    void take(const SqlStatement &s)
    {
        m_newest = s.integer(9);
        AssetBalance kept {{s.utf8(1), {}, {}, {}, {}, s.optionalDecimal(2)}, 0};
        if (s.isNull(8)) {
            fail(BalanceFault::Missing);
        } else if (sealOf(s.integer(0), s.text(1), {s.text(3), s.text(4), s.text(5), s.text(6)}, s.integer(7))
                   != s.text(8)) {
            fail(BalanceFault::Changed);
        } else {
            for (int i = 0; i < 4; ++i) {
                margin::amountOf(kept.balance, margin::kFields[static_cast<std::size_t>(i)]) = s.decimal(3 + i);
            }
            kept.newestRow = s.integer(7);
        }
        m_covered = std::max(m_covered, kept.newestRow);
        m_result.balances.push_back(std::move(kept));
    }

    RunningBalance finish(const QSqlDatabase &database, std::int64_t holder)
    {
        if (m_covered != m_newest) {
            fail(BalanceFault::Outgrown);
        }
        if (m_result.fault) {
            m_result.balances = summedBalances(database, holder);
        }
        return std::move(m_result);
    }

private:
    void fail(BalanceFault fault)
    {
        if (!m_result.fault) {
            m_result.fault = fault;
        }
    }

    RunningBalance m_result;
    std::int64_t m_newest = 0;
    std::int64_t m_covered = 0;
};

// What stands in the table, whatever it is.
std::array<QString, 4> keptTexts(const QSqlDatabase &database, std::int64_t holder, const std::string &asset)
{
    SqlStatement s(database, kKeptOf, {boundInteger(holder), boundText(asset)});
    return s.next() ? std::array {s.text(0), s.text(1), s.text(2), s.text(3)} : std::array<QString, 4> {};
}

void noteRepair(const QSqlDatabase &database, std::int64_t holder, const Balance &summed, BalanceFault fault)
{
    const auto kept = keptTexts(database, holder, summed.asset);
    const auto wanted = textsOf(summed);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (kept[i] == wanted[i]) {
            continue;
        }
        const QVariant field = wordText(margin::fieldWord(margin::kFields[i]));
        const QVariant before = kept[i].isNull() ? QVariant() : QVariant(kept[i]);
        execute(
            database, kNoteRepair,
            {wordText(kFaults.wordOf(fault)), boundInteger(holder), boundText(summed.asset), field, before, wanted[i]});
        qCWarning(monitor::lcStorage,
                  "the kept balance of holder %lld, %s %s, was \"%s\" (%s); put right from the journal: %s",
                  static_cast<long long>(holder), summed.asset.c_str(), qPrintable(field.toString()),
                  qPrintable(kept[i]), kFaults.wordOf(fault).data(), qPrintable(wanted[i]));
    }
}

QStringList differences(const QSqlDatabase &database, std::int64_t holder, const QString &id,
                        const std::vector<AssetBalance> &summed)
{
    QStringList findings;
    for (const AssetBalance &asset : summed) {
        const auto kept = keptTexts(database, holder, asset.balance.asset);
        const auto wanted = textsOf(asset.balance);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (kept[i] != wanted[i]) {
                findings.append(u"the kept balance of %1, %2 %3, is %4, but its rows add up to %5"_s.arg(
                    id, QString::fromStdString(asset.balance.asset), wordText(margin::fieldWord(margin::kFields[i])),
                    kept[i].isNull() ? u"missing"_s : kept[i], wanted[i]));
            }
        }
    }
    return findings;
}

void putRight(const QSqlDatabase &database, std::int64_t holder, const std::vector<AssetBalance> &right,
              BalanceFault fault)
{
    SqlStatement statement(database, kKeep);
    for (const AssetBalance &asset : right) {
        noteRepair(database, holder, asset.balance, fault);
        keep(statement, holder, asset);
    }
}

} // namespace

RunningBalance readBalance(const QSqlDatabase &database, std::int64_t holder)
{
    Reading reading;
    {
        SqlStatement s(database, kSelect.toString() + kOfOne.toString(), {boundInteger(holder)});
        while (s.next()) {
            reading.take(s);
        }
    }
    return reading.finish(database, holder);
}

std::unordered_map<std::int64_t, RunningBalance> readBalances(const QSqlDatabase &database)
{
    std::map<std::int64_t, Reading> readings;
    {
        SqlStatement s(database, kSelect.toString() + kOfAll.toString());
        while (s.next()) {
            readings[s.integer(0)].take(s);
        }
    }
    std::unordered_map<std::int64_t, RunningBalance> balances;
    for (auto &[holder, reading] : readings) {
        balances.emplace(holder, reading.finish(database, holder));
    }
    return balances;
}

void startBalance(const QSqlDatabase &database, std::int64_t holder)
{
    SqlStatement statement(database, kKeep);
    SqlStatement assets(database, kAssets, {boundInteger(holder)});
    while (assets.next()) {
        keep(statement, holder, {{assets.utf8(0), {}, {}, {}, {}, {}}, 0});
    }
}

int repairBalances(const QSqlDatabase &database, const BalancesByHolder *summed)
{
    int repaired = 0;
    for (auto &[holder, running] : readBalances(database)) {
        std::optional<BalanceFault> fault = running.fault;
        if (const auto sum = summed == nullptr ? BalancesByHolder::const_iterator() : summed->find(holder);
            !fault && summed != nullptr && (sum == summed->end() || sum->second != running.balances)) {
            fault = BalanceFault::Differs;
            running.balances = summedBalances(database, holder);
        }
        if (fault) {
            putRight(database, holder, running.balances, *fault);
            ++repaired;
        }
    }
    execute(database, kDropStrays);
    return repaired;
}

void fillBalances(const QSqlDatabase &database)
{
    SqlStatement statement(database, kKeep);
    SqlStatement holders(database, u"SELECT number FROM holder ORDER BY number");
    while (holders.next()) {
        for (const AssetBalance &asset : summedBalances(database, holders.integer(0))) {
            keep(statement, holders.integer(0), asset);
        }
    }
}

std::vector<monitor::BalanceRepair> readBalanceRepairs(const QSqlDatabase &database, std::int64_t after)
{
    std::vector<monitor::BalanceRepair> repairs;
    SqlStatement s(database, kRepairs, {boundInteger(after)});
    while (s.next()) {
        repairs.push_back({s.integer(0), s.utf8(1), s.utf8(2), s.text(3), s.decimal(4)});
    }
    return repairs;
}

QStringList balanceFindings(const QSqlDatabase &database, const BalancesByHolder &summed)
{
    QStringList findings;
    const auto running = readBalances(database);
    SqlStatement holders(database, u"SELECT number, id FROM holder ORDER BY number");
    while (holders.next()) {
        const std::int64_t number = holders.integer(0);
        const auto sums = summed.find(number);
        if (sums == summed.end()) {
            continue;
        }
        const QStringList figures = differences(database, number, holders.text(1), sums->second);
        const auto kept = running.find(number);
        findings += figures;
        if (figures.isEmpty() && kept != running.end() && kept->second.fault) {
            findings.append(u"the kept balance of %1 is not to be believed (%2), though its figures are those of the "
                            "journal"_s.arg(holders.text(1), wordText(kFaults.wordOf(*kept->second.fault))));
        }
    }
    SqlStatement strays(database, kStrays);
    while (strays.next()) {
        findings.append(u"a balance is kept of %1, which its holder does not list"_s.arg(strays.text(0)));
    }
    return findings;
}

BalanceKeeper::BalanceKeeper(const QSqlDatabase &database)
    : m_database(database)
{
}

void BalanceKeeper::meet(std::int64_t holder)
{
    if (m_met.contains(holder)) {
        return;
    }
    const RunningBalance running = readBalance(m_database, holder);
    if (running.fault) {
        putRight(m_database, holder, running.balances, *running.fault);
    }
    Met &met = m_met[holder];
    met.before = running.balances;
    for (const AssetBalance &asset : running.balances) {
        met.sums.list(asset);
    }
}

void BalanceKeeper::add(std::int64_t holder, std::int64_t row, const std::string &asset, const std::string &field,
                        margin::Decimal change)
{
    Met &met = m_met.at(holder);
    if (!met.sums.isListed(asset)) { // new with this operation
        met.sums.list({{asset, {}, {}, {}, {}, {}}, 0});
    }
    met.sums.add(row, asset, field, change);
}

void BalanceKeeper::write() const
{
    SqlStatement statement(m_database, kKeep);
    for (const auto &[holder, met] : m_met) {
        const std::vector<AssetBalance> &after = met.sums.balances();
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (i >= met.before.size() || after[i] != met.before[i]) {
                keep(statement, holder, after[i]);
            }
        }
    }
}

} // namespace plimsoll::storage
