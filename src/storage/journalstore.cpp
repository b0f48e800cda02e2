// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalstore.h"

#include "storage/crashpoint.h"
#include "storage/ledgerwriter.h"
#include "storage/portfolioreader.h"
#include "storage/portfoliowriter.h"
#include "storage/sqlstatement.h"
#include "storage/words.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using monitor::JournalRow;
using monitor::OperationRequest;
using monitor::Receipt;

namespace {

constexpr QStringView kFindOperation = u"SELECT fingerprint, time FROM operation WHERE id = ?";
constexpr QStringView kList = u"SELECT r.sequence, o.time, o.id, h.id, r.kind, r.asset, r.field, r.change, o.note "
                              "FROM ledger_row r JOIN operation o ON o.sequence = r.operation JOIN holder h ON h.number = r.holder "
                              "WHERE ? = '' OR h.id = ? ORDER BY r.sequence DESC";

void checkId(const std::string &id)
{
    const QString text = QString::fromStdString(id);
    if (QUuid::fromString(text).isNull() || QUuid::fromString(text).toString(QUuid::WithoutBraces) != text) {
        refuse(ErrorCode::Malformed, "operationId", "\"" + id + "\" is not a UUID in lower case without braces");
    }
}

std::optional<Receipt> bookedBefore(const QSqlDatabase &database, const OperationRequest &request)
{
    SqlStatement s(database, kFindOperation, {boundText(request.id)});
    if (!s.next()) {
        return std::nullopt;
    }
    if (s.utf8(0) != monitor::fingerprint(request)) {
        refuse(ErrorCode::Conflict, "operationId", "the id " + request.id + " stands for a different operation already");
    }
    return Receipt {request.id, true, s.integer(1)};
}

StoredHolder visibleHolder(const QSqlDatabase &database, const std::string &id, bool isAccount)
{
    const std::string what = isAccount ? "account" : "wallet";
    auto holder = readHolder(database, id);
    if (!holder || holder->isRemoved || holder->isAccount != isAccount) {
        refuse(ErrorCode::NotFound, what, "there is no " + what + " \"" + id + "\"");
    }
    return std::move(*holder);
}

// The rules again on what is stored, and that no amount of either side goes below zero.
margin::Booking judged(const OperationRequest &request, const margin::Account &account, const margin::Wallet *wallet)
{
    static const margin::Rates kNoRates;
    margin::Booking booking = orThrow(monitor::plan(account, wallet, request.action, request.rates ? *request.rates : kNoRates));
    orThrow(margin::apply(account, booking));
    if (wallet != nullptr) {
        orThrow(margin::applyRows(wallet->balances, wallet->id, booking.rows));
    }
    return booking;
}

Receipt bookNew(const QSqlDatabase &database, const OperationRequest &request, std::int64_t now)
{
    const StoredHolder holder = visibleHolder(database, request.account, true);
    const std::string walletId = monitor::walletOf(request.action);
    std::optional<StoredHolder> wallet;
    if (!walletId.empty()) {
        wallet = visibleHolder(database, walletId, false);
    }
    const margin::Booking booking = judged(request, holder.account, wallet ? &wallet->wallet : nullptr);
    appendToLedger(database, {request.id, now, std::string(monitor::actionWord(request.action)), request.account, request.note,
                              monitor::fingerprint(request), holder.account.contributed, booking.contributed, booking.rows});
    if (booking.closesAccount) {
        setLiquidatedAt(database, holder.number, now);
    }
    crashPoint("before_commit");
    return {request.id, false, now};
}

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace

JournalStore::JournalStore(Database &database)
    : m_database(database)
{
}

Result<Receipt> JournalStore::book(const OperationRequest &request, std::int64_t now)
{
    return attempt([&] {
        checkId(request.id);
        const Receipt receipt = m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            const auto before = bookedBefore(database, request);
            return before ? *before : bookNew(database, request, now);
        });
        crashPoint("after_commit");
        return receipt;
    });
}

Result<std::vector<JournalRow>> JournalStore::list(const monitor::JournalFilter &filter) const
{
    return attempt([&] {
        std::vector<JournalRow> rows;
        SqlStatement s(m_database.connection(), kList, {boundText(filter.account), boundText(filter.account)});
        while (s.next()) {
            const bool isWanted = filter.text.isEmpty() || contains(s.text(3), filter.text) || contains(s.text(5), filter.text)
                || contains(s.text(4), filter.text) || contains(s.text(8), filter.text) || contains(s.text(2), filter.text);
            if (!isWanted) {
                continue;
            }
            rows.push_back({s.integer(0), s.integer(1), s.utf8(2),
                            {s.utf8(3), margin::entryKindFromWord(s.utf8(4)).value_or(margin::EntryKind::Correction), s.utf8(5),
                             margin::fieldFromWord(s.utf8(6)).value_or(margin::Field::Free), s.decimal(7)},
                            s.utf8(8)});
            if (filter.limit > 0 && rows.size() == static_cast<std::size_t>(filter.limit)) {
                break;
            }
        }
        std::ranges::reverse(rows);
        return rows;
    });
}

} // namespace plimsoll::storage
