// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/ledgerwriter.h"

#include "storage/file/crashpoint.h"
#include "storage/ledger/interestrows.h"
#include "storage/ledger/ledgerhash.h"
#include "storage/ledger/runningbalance.h"
#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"

#include <unordered_map>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kNextOperation = u"SELECT coalesce(max(sequence), 0) + 1 FROM operation";
constexpr QStringView kNextRow = u"SELECT coalesce(max(sequence), 0) + 1 FROM ledger_row";
constexpr QStringView kLastHash = u"SELECT coalesce((SELECT hash FROM operation ORDER BY sequence DESC LIMIT 1), '')";
constexpr QStringView kInsertOperation =
    u"INSERT INTO operation (sequence, id, time, kind, holder, note, fingerprint, contributed_before, "
    "contributed_after, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr QStringView kInsertRow =
    u"INSERT INTO ledger_row (sequence, operation, holder, kind, asset, field, change) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr QStringView kListAsset = u"INSERT INTO holder_asset (holder, position, asset) SELECT ?, "
                                   "coalesce((SELECT max(position) + 1 FROM holder_asset WHERE holder = ?), 0), ? "
                                   "WHERE NOT EXISTS (SELECT 1 FROM holder_asset WHERE holder = ? AND asset = ?)";

class HolderNumbers
{
public:
    explicit HolderNumbers(const QSqlDatabase &database)
        : m_find(database, u"SELECT number FROM holder WHERE id = ?"_s)
    {
    }

    std::int64_t of(const std::string &id)
    {
        if (const auto found = m_numbers.find(id); found != m_numbers.end()) {
            return found->second;
        }
        m_find.run({boundText(id)});
        if (!m_find.next()) {
            refuse(ErrorCode::NotFound, "account", "there is no account or wallet \"" + id + "\"");
        }
        return m_numbers.emplace(id, m_find.integer(0)).first->second;
    }

private:
    SqlStatement m_find;
    std::unordered_map<std::string, std::int64_t> m_numbers;
};

std::string textOf(const std::optional<margin::Decimal> &value)
{
    return value ? value->toString() : std::string();
}

HashedOperation hashedForm(const QSqlDatabase &database, const LedgerEntry &entry)
{
    HashedOperation operation {queryInteger(database, kNextOperation),
                               entry.id,
                               entry.time,
                               entry.kind,
                               entry.holder,
                               entry.note,
                               entry.fingerprint,
                               textOf(entry.contributedBefore),
                               textOf(entry.contributedAfter),
                               {}};
    std::int64_t sequence = queryInteger(database, kNextRow);
    for (const margin::LedgerRow &row : entry.rows) {
        operation.rows.push_back({sequence++, row.account, std::string(margin::entryKindWord(row.kind)), row.asset,
                                  std::string(margin::fieldWord(row.field)), row.change.toString()});
    }
    return operation;
}

void insertRows(const QSqlDatabase &database, const HashedOperation &operation, HolderNumbers &numbers)
{
    BalanceKeeper balances(database);
    for (const HashedRow &row : operation.rows) {
        balances.meet(numbers.of(row.holder));
    }
    SqlStatement listAsset(database, kListAsset);
    SqlStatement insert(database, kInsertRow);
    for (const HashedRow &row : operation.rows) {
        const std::int64_t number = numbers.of(row.holder);
        const QVariant holder = boundInteger(number);
        const QVariant asset = boundText(row.asset);
        listAsset.run({holder, holder, asset, holder, asset});
        if (listAsset.changedRows() > 0) {
            sealHolder(database, number);
            startRun(database, number, row.asset, operation.time);
        }
        insert.run({boundInteger(row.sequence), boundInteger(operation.sequence), holder, boundText(row.kind), asset,
                    boundText(row.field), boundText(row.change)});
        balances.add(number, row.sequence, row.asset, row.field, margin::Decimal::parseSigned(row.change).value());
    }
    crashPoint("before_balance");
    balances.write();
}

} // namespace

void appendToLedger(const QSqlDatabase &database, const LedgerEntry &entry)
{
    const HashedOperation operation = hashedForm(database, entry);
    const std::string hash = chainHash(queryText(database, kLastHash).toStdString(), operation);
    HolderNumbers numbers(database);
    execute(database, kInsertOperation,
            {boundInteger(operation.sequence), boundText(entry.id), boundInteger(entry.time), boundText(entry.kind),
             boundInteger(numbers.of(entry.holder)), boundText(entry.note), boundText(entry.fingerprint),
             boundDecimal(entry.contributedBefore), boundDecimal(entry.contributedAfter), boundText(hash)});
    insertRows(database, operation, numbers);
}

} // namespace plimsoll::storage
