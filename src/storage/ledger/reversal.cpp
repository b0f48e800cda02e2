// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/reversal.h"

#include "margin/corrections.h"
#include "storage/file/crashpoint.h"
#include "storage/ledger/ledgerwriter.h"
#include "storage/ledger/portfoliowriter.h"
#include "storage/sql/sqlstatement.h"

#include <QtCore/QUuid>

#include <optional>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kOperation =
    u"SELECT sequence, kind, contributed_before, contributed_after FROM operation WHERE id = ? AND holder = ?";
// Of a removal and a liquidation the newest only: a later one stands on it.
constexpr QStringView kNewer = u"SELECT count(*) FROM operation WHERE holder = ? AND sequence > ? AND ((kind = ? AND "
                               "kind IN ('removal', 'liquidation')) OR fingerprint = ?)";
constexpr QStringView kRows =
    u"SELECT h.id, r.kind, r.asset, r.field, r.change FROM ledger_row r JOIN holder h ON h.number = r.holder "
    "WHERE r.operation = ? ORDER BY r.sequence";
constexpr QStringView kNeighbour =
    u"SELECT n.id, h.id FROM operation o JOIN operation n ON n.sequence = o.sequence + ? JOIN holder h ON h.number = "
    "n.holder WHERE o.id = ?";
constexpr QStringView kNewestRemoval =
    u"SELECT id FROM operation WHERE holder = ? AND kind = 'removal' ORDER BY sequence DESC LIMIT 1";

[[noreturn]] void refuseNow(const std::string &why)
{
    refuse(ErrorCode::NotAllowedNow, "operation", why);
}

struct StoredOperation {
    std::int64_t sequence = 0;
    QString kind;
    std::optional<margin::Decimal> contributedBefore;
    std::optional<margin::Decimal> contributedAfter;
};

StoredOperation operationOf(const QSqlDatabase &database, const StoredHolder &holder, const std::string &id)
{
    SqlStatement s(database, kOperation, {boundText(id), boundInteger(holder.number)});
    if (!s.next()) {
        refuse(ErrorCode::NotFound, "operation", "there is no operation " + id + " of \"" + holder.id() + "\"");
    }
    const auto amount = [&s](int column) { return s.isNull(column) ? std::nullopt : std::optional(s.decimal(column)); };
    return {s.integer(0), s.text(1), amount(2), amount(3)};
}

std::vector<margin::LedgerRow> rowsOf(const QSqlDatabase &database, std::int64_t operation)
{
    std::vector<margin::LedgerRow> rows;
    SqlStatement s(database, kRows, {boundInteger(operation)});
    while (s.next()) {
        rows.push_back({s.utf8(0), wordAt(s, 1, margin::entryKindFromWord, "kind"), s.utf8(2),
                        wordAt(s, 3, margin::fieldFromWord, "field"), s.decimal(4)});
    }
    return rows;
}

LedgerEntry entryOf(const monitor::OperationRequest &request, const StoredHolder &holder,
                    std::vector<margin::LedgerRow> rows, WallTime now)
{
    const auto &contributed = holder.account.contributed;
    return {request.id,  now,         "reversal",     holder.id(), request.note, monitor::fingerprint(request),
            contributed, contributed, std::move(rows)};
}

// What a wallet gave or took goes back as well, where it has it.
void checkWallets(const QSqlDatabase &database, const std::string &holder, const std::vector<margin::LedgerRow> &rows)
{
    for (const margin::LedgerRow &row : rows) {
        if (row.account == holder) {
            continue;
        }
        const auto other = readHolder(database, row.account);
        if (!other || other->isAccount || other->isRemoved) {
            refuseNow("the wallet \"" + row.account + "\" was removed");
        }
        orThrow(margin::applyRows(other->wallet.balances, row.account, rows));
    }
}

void takeBackRows(const QSqlDatabase &database, const monitor::OperationRequest &request, const StoredHolder &holder,
                  const StoredOperation &operation, WallTime now)
{
    if (operation.kind == u"opening"_s) {
        refuseNow("what was there at the beginning is not taken back; book a correction");
    }
    if (operation.kind == u"reversal"_s) {
        refuseNow("what was taken back is not taken back again; record it anew");
    }
    if (holder.isRemoved) {
        refuseNow("\"" + holder.id() + "\" was removed");
    }
    margin::Account account = holder.account; // of a wallet the same arithmetic holds, without a closing
    if (!holder.isAccount) {
        account.id = holder.wallet.id;
        account.balances = holder.wallet.balances;
    }
    const margin::Booking booking = orThrow(margin::bookTakingBack(
        account, {rowsOf(database, operation.sequence), operation.contributedBefore, operation.contributedAfter}));
    checkWallets(database, holder.id(), booking.rows);
    LedgerEntry entry = entryOf(request, holder, booking.rows, now);
    entry.contributedAfter = booking.contributed;
    appendToLedger(database, entry);
}

void reopen(const QSqlDatabase &database, const monitor::OperationRequest &request, const StoredHolder &holder,
            std::int64_t operation, WallTime now)
{
    if (holder.isRemoved) {
        refuseNow("\"" + holder.id() + "\" was removed");
    }
    const margin::Booking booking = orThrow(margin::bookReopening(holder.account, rowsOf(database, operation)));
    appendToLedger(database, entryOf(request, holder, booking.rows, now));
    setLiquidatedAt(database, holder.number, std::nullopt);
}

void showRemoved(const QSqlDatabase &database, const monitor::OperationRequest &request, const StoredHolder &holder,
                 WallTime now)
{
    if (!holder.isRemoved) {
        refuseNow("\"" + holder.id() + "\" is not removed");
    }
    appendToLedger(database, entryOf(request, holder, {}, now));
    setRemoved(database, holder.number, false);
    orThrow(margin::validated(visiblePortfolio(readHolders(database)))); // a refusal rolls it all back
}

void takeBack(const QSqlDatabase &database, const monitor::OperationRequest &request, const std::string &id,
              WallTime now)
{
    const auto holder = readHolder(database, request.account);
    if (!holder) {
        refuse(ErrorCode::NotFound, "account", "there is no account or wallet \"" + request.account + "\"");
    }
    const StoredOperation operation = operationOf(database, *holder, id);
    if (queryInteger(database, kNewer,
                     {boundInteger(holder->number), boundInteger(operation.sequence), operation.kind,
                      boundText(monitor::fingerprint(request))})
        > 0) {
        refuseNow("it was taken back already");
    }
    if (operation.kind == u"liquidation"_s) {
        reopen(database, request, *holder, operation.sequence, now);
    } else if (operation.kind == u"removal"_s) {
        showRemoved(database, request, *holder, now);
    } else {
        takeBackRows(database, request, *holder, operation, now);
    }
}

struct Half {
    std::string operation;
    std::string holder;
};

// The other half of a move stands beside it in the journal, and their ids tell which it is.
std::optional<Half> halfOf(const QSqlDatabase &database, const std::string &id)
{
    for (const int step : {1, -1}) {
        SqlStatement s(database, kNeighbour, {boundInteger(step), boundText(id)});
        if (s.next() && monitor::areHalves(s.utf8(0), id)) {
            return Half {s.utf8(0), s.utf8(1)};
        }
    }
    return std::nullopt;
}

} // namespace

void bookReversal(const QSqlDatabase &database, const monitor::OperationRequest &request, const std::string &id,
                  WallTime now)
{
    const auto half = halfOf(database, id);
    takeBack(database, request, id, now);
    if (half) {
        crashPoint("between_halves");
        takeBack(database,
                 {monitor::otherHalfId(request.id), half->holder, monitor::Reverse {half->operation}, request.note,
                  request.rates},
                 half->operation, now);
    }
}

void showAgain(const QSqlDatabase &database, const StoredHolder &holder, WallTime now)
{
    std::string removal;
    {
        SqlStatement s(database, kNewestRemoval, {boundInteger(holder.number)});
        removal = s.next() ? s.utf8(0) : std::string();
    }
    const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    appendToLedger(database, entryOf({id, holder.id(), monitor::Reverse {removal}, {}, nullptr}, holder, {}, now));
    setRemoved(database, holder.number, false);
}

} // namespace plimsoll::storage
