// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/reversal.h"

#include "margin/booking.h"
#include "storage/ledgerwriter.h"
#include "storage/portfoliowriter.h"
#include "storage/sqlstatement.h"

#include <QtCore/QUuid>

#include <optional>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kOperation = u"SELECT sequence, kind FROM operation WHERE id = ? AND holder = ?";
constexpr QStringView kNewer =
    u"SELECT count(*) FROM operation WHERE holder = ? AND sequence > ? AND (kind = ? OR fingerprint = ?)";
constexpr QStringView kRows =
    u"SELECT h.id, r.kind, r.asset, r.field, r.change FROM ledger_row r JOIN holder h ON h.number = r.holder "
    "WHERE r.operation = ? ORDER BY r.sequence";
constexpr QStringView kNewestRemoval =
    u"SELECT id FROM operation WHERE holder = ? AND kind = 'removal' ORDER BY sequence DESC LIMIT 1";

[[noreturn]] void refuseNow(const std::string &why)
{
    refuse(ErrorCode::NotAllowedNow, "operation", why);
}

struct StoredOperation {
    std::int64_t sequence = 0;
    QString kind;
};

StoredOperation operationOf(const QSqlDatabase &database, const StoredHolder &holder, const std::string &id)
{
    SqlStatement s(database, kOperation, {boundText(id), boundInteger(holder.number)});
    if (!s.next()) {
        refuse(ErrorCode::NotFound, "operation", "there is no operation " + id + " of \"" + holder.id() + "\"");
    }
    return {s.integer(0), s.text(1)};
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
                    std::vector<margin::LedgerRow> rows, std::int64_t now)
{
    const auto &contributed = holder.account.contributed;
    return {request.id,  now,         "reversal",     holder.id(), request.note, monitor::fingerprint(request),
            contributed, contributed, std::move(rows)};
}

void reopen(const QSqlDatabase &database, const monitor::OperationRequest &request, const StoredHolder &holder,
            std::int64_t operation, std::int64_t now)
{
    if (holder.isRemoved) {
        refuseNow("\"" + holder.id() + "\" was removed");
    }
    const margin::Booking booking = orThrow(margin::bookReopening(holder.account, rowsOf(database, operation)));
    appendToLedger(database, entryOf(request, holder, booking.rows, now));
    setLiquidatedAt(database, holder.number, std::nullopt);
}

} // namespace

void bookReversal(const QSqlDatabase &database, const monitor::OperationRequest &request, const std::string &id,
                  std::int64_t now)
{
    const auto holder = readHolder(database, request.account);
    if (!holder || !holder->isAccount) {
        refuse(ErrorCode::NotFound, "account", "there is no account \"" + request.account + "\"");
    }
    const auto [sequence, kind] = operationOf(database, *holder, id);
    const bool isRemoval = kind == u"removal"_s;
    if (!isRemoval && kind != u"liquidation"_s) {
        refuseNow("only a removal or a liquidation can be taken back; book a correction");
    }
    if (queryInteger(
            database, kNewer,
            {boundInteger(holder->number), boundInteger(sequence), kind, boundText(monitor::fingerprint(request))})
        > 0) {
        refuseNow("it was taken back already");
    }
    if (!isRemoval) {
        reopen(database, request, *holder, sequence, now);
        return;
    }
    if (!holder->isRemoved) {
        refuseNow("\"" + holder->id() + "\" is not removed");
    }
    appendToLedger(database, entryOf(request, *holder, {}, now));
    setRemoved(database, holder->number, false);
    orThrow(margin::validated(visiblePortfolio(readHolders(database)))); // a refusal rolls it all back
}

void showAgain(const QSqlDatabase &database, const StoredHolder &holder, std::int64_t now)
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
