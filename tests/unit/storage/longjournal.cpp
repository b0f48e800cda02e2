// SPDX-License-Identifier: GPL-3.0-or-later
#include "longjournal.h"

#include "storage/ledger/ledgerhash.h"
#include "storage/sql/sqlconnection.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/sqltransaction.h"

#include <QtCore/QUuid>

namespace longjournal {

using namespace plimsoll;
using storage::boundInteger;
using storage::boundText;

namespace {

constexpr QStringView kLast = u"SELECT sequence, time, hash, (SELECT max(sequence) FROM ledger_row) FROM operation "
                              "ORDER BY sequence DESC LIMIT 1";
constexpr QStringView kHolder = u"SELECT h.number, o.contributed_after FROM holder h JOIN operation o ON o.holder = "
                                "h.number WHERE h.id = ? ORDER BY o.sequence DESC LIMIT 1";
constexpr QStringView kOperation = u"INSERT INTO operation VALUES (?, ?, ?, 'top_up', ?, '', '', ?, ?, ?)";
constexpr QStringView kRow = u"INSERT INTO ledger_row VALUES (?, ?, ?, 'top_up', 'USDT', 'free', ?)";

} // namespace

void lengthen(const QString &file, const std::string &account, std::int64_t rows)
{
    const storage::SqlConnection connection(file, storage::Access::ReadWrite);
    const QSqlDatabase database = connection.database();
    storage::execute(database, u"PRAGMA synchronous=OFF");
    storage::execute(database, u"PRAGMA cache_size=-400000"); // KiB: the index of random ids stays in memory
    storage::SqlTransaction transaction(database);
    storage::SqlStatement last(database, kLast);
    storage::SqlStatement holder(database, kHolder, {boundText(account)});
    last.next();
    holder.next();
    const auto change = margin::Decimal::parse("0.00000001").value();
    std::string hash = last.utf8(2);
    margin::Decimal own = holder.decimal(1);
    storage::SqlStatement insertOperation(database, kOperation);
    storage::SqlStatement insertRow(database, kRow);
    const std::int64_t missing = rows - last.integer(3);
    for (std::int64_t i = 1; i <= missing; ++i) {
        const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        const margin::Decimal before = own;
        own = own.plus(change).value();
        const storage::HashedOperation operation {
            last.integer(0) + i,
            id,
            last.wallTime(1) + i,
            "top_up",
            account,
            {},
            {},
            before.toString(),
            own.toString(),
            {{last.integer(3) + i, account, "top_up", "USDT", "free", change.toString()}}};
        hash = storage::chainHash(hash, operation);
        insertOperation.run({boundInteger(operation.sequence), boundText(id), boundInteger(operation.time),
                             boundInteger(holder.integer(0)), boundText(operation.contributedBefore),
                             boundText(operation.contributedAfter), boundText(hash)});
        insertRow.run({boundInteger(operation.rows[0].sequence), boundInteger(operation.sequence),
                       boundInteger(holder.integer(0)), boundText(operation.rows[0].change)});
    }
    transaction.commit();
}

} // namespace longjournal
