// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/journalstore.h"

#include "margin/corrections.h"
#include "storage/file/crashpoint.h"
#include "storage/ledger/interestruns.h"
#include "storage/ledger/ledgerwriter.h"
#include "storage/ledger/portfolioreader.h"
#include "storage/ledger/portfoliowriter.h"
#include "storage/ledger/reversal.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <QtCore/QUuid>

#include <algorithm>
#include <array>
#include <variant>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using monitor::JournalRow;
using monitor::OperationRequest;
using monitor::Receipt;

namespace {

constexpr QStringView kFindOperation = u"SELECT fingerprint, time FROM operation WHERE id = ?";
// Rows of money, and operations without any. Their numbers leave room for a million rows of one operation.
constexpr QStringView kList =
    u"SELECT o.sequence * 1048576 + ifnull(r.sequence - (SELECT min(f.sequence) FROM ledger_row f WHERE f.operation = "
    u"o.sequence), 0), "
    "o.time, o.id, h.id, ifnull(r.kind, o.kind), r.asset, r.field, r.change, o.note, h.kind, h.removed, ifnull(a.name, "
    "w.name), "
    "a.mode, a.symbol, "
    "a.base_asset, a.quote_asset, "
    "h.number = o.holder AND (CASE o.kind WHEN 'opening' THEN 0 WHEN 'reversal' THEN 0 WHEN 'removal' THEN h.removed "
    "WHEN 'liquidation' THEN h.removed = 0 AND a.liquidated_at IS NOT NULL "
    "ELSE h.removed = 0 AND a.liquidated_at IS NULL END) "
    "AND NOT EXISTS (SELECT 1 FROM operation v WHERE v.holder = o.holder AND v.sequence > o.sequence AND ((v.kind = "
    "o.kind AND o.kind IN ('removal', 'liquidation')) OR "
    "(v.kind = 'reversal' AND v.fingerprint = 'reversal' || char(31) || h.id || char(31) || o.id || char(31)))), "
    "o.fingerprint FROM operation o LEFT JOIN ledger_row r ON r.operation = o.sequence JOIN holder h ON h.number = "
    "ifnull(r.holder, "
    "o.holder) "
    "LEFT JOIN account a ON a.number = h.number LEFT JOIN wallet_name w ON w.holder = h.number "
    "WHERE (r.sequence IS NOT NULL OR o.kind IN ('removal', 'reversal')) AND (? = '' OR h.id = ?) ORDER BY o.sequence "
    "DESC, r.sequence DESC";

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
        refuse(ErrorCode::Conflict, "operationId",
               "the id " + request.id + " stands for a different operation already");
    }
    return Receipt {request.id, true, s.wallTime(1)};
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
    margin::Booking booking = orThrow(
        monitor::plan(account, wallet, request.action, request.rates ? *request.rates : kNoRates));
    orThrow(margin::apply(account, booking));
    if (wallet != nullptr) {
        orThrow(margin::applyRows(wallet->balances, wallet->id, booking.rows));
    }
    return booking;
}

// One account is not moved money to by itself, and money comes from one place.
void checkMove(const OperationRequest &request)
{
    const auto half = monitor::otherHalf(request);
    if (half && half->account == request.account) {
        refuse(ErrorCode::NotAllowedNow, "account", "money is moved between two accounts");
    }
    if (half && !monitor::walletOf(request.action).empty()) {
        refuse(ErrorCode::Malformed, "wallet", "money of a move comes from no wallet");
    }
}

// A person puts the amounts of a wallet right, or removes an empty one; all else happens to an account.
void bookOnWallet(const QSqlDatabase &database, const OperationRequest &request, const StoredHolder &wallet,
                  WallTime now)
{
    std::vector<margin::LedgerRow> rows;
    if (const auto *correct = std::get_if<monitor::Correct>(&request.action)) {
        rows = orThrow(margin::bookWalletCorrection(wallet.wallet, correct->balances));
    } else if (!std::holds_alternative<monitor::RemoveAccount>(request.action)) {
        refuse(ErrorCode::NotFound, "account", "there is no account \"" + request.account + "\"");
    } else if (std::ranges::any_of(wallet.wallet.balances, [](const margin::Balance &b) {
                   return !b.total().value_or(margin::Decimal()).isZero();
               })) {
        refuse(ErrorCode::NotAllowedNow, "wallet", "the wallet \"" + request.account + "\" is not empty");
    }
    appendToLedger(database,
                   {request.id, now, std::string(monitor::actionWord(request.action)), request.account, request.note,
                    monitor::fingerprint(request), std::nullopt, std::nullopt, rows});
    if (std::holds_alternative<monitor::RemoveAccount>(request.action)) {
        setRemoved(database, wallet.number, true);
    }
}

void bookOnAccount(const QSqlDatabase &database, const OperationRequest &request, WallTime now)
{
    const StoredHolder holder = visibleHolder(database, request.account, true);
    const std::string walletId = monitor::walletOf(request.action);
    std::optional<StoredHolder> wallet;
    if (!walletId.empty()) {
        wallet = visibleHolder(database, walletId, false);
    }
    const margin::Booking booking = judged(request, holder.account, wallet ? &wallet->wallet : nullptr);
    appendToLedger(database,
                   {request.id, now, std::string(monitor::actionWord(request.action)), request.account, request.note,
                    monitor::fingerprint(request), holder.account.contributed, booking.contributed, booking.rows});
    if (booking.closesAccount) {
        setLiquidatedAt(database, holder.number, now);
    }
    if (std::holds_alternative<monitor::RemoveAccount>(request.action)) {
        setRemoved(database, holder.number, true);
    }
}

Receipt bookNew(const QSqlDatabase &database, const OperationRequest &request, WallTime now)
{
    if (const auto *reverse = std::get_if<monitor::Reverse>(&request.action)) {
        bookReversal(database, request, reverse->operation, now);
        crashPoint("before_commit");
        return {request.id, false, now};
    }
    if (const auto holder = readHolder(database, request.account); holder && !holder->isAccount) {
        bookOnWallet(database, request, visibleHolder(database, request.account, false), now);
        crashPoint("before_commit");
        return {request.id, false, now};
    }
    checkMove(request);
    bookOnAccount(database, request, now);
    if (const auto half = monitor::otherHalf(request)) {
        crashPoint("between_halves");
        bookOnAccount(database, *half, now);
    }
    crashPoint("before_commit");
    return {request.id, false, now};
}

monitor::JournalHolder holderOf(const SqlStatement &s)
{
    const bool isAccount = wordAt(s, 9, kHolderKinds, "kind") == HolderKind::Account;
    if (!isAccount) {
        return {false, s.flag(10), s.isNull(11) ? std::string() : s.utf8(11), {}, {}, {}, {}};
    }
    return {true,       s.flag(10), s.utf8(11), wordAt(s, 12, margin::marginModeFromWord, "mode"),
            s.utf8(13), s.utf8(14), s.utf8(15)};
}

JournalRow rowOf(const SqlStatement &s)
{
    JournalRow row {s.integer(0), s.wallTime(1),
                    s.utf8(2),    {s.utf8(3), wordAt(s, 4, margin::entryKindFromWord, "kind"), {}, {}, {}},
                    s.utf8(8),    holderOf(s),
                    {},           s.flag(16)};
    if (row.row.kind == margin::EntryKind::TopUp || row.row.kind == margin::EntryKind::TransferOut) {
        row.movedWith = monitor::movedWith(s.utf8(17));
    }
    if (!s.isNull(7)) {
        row.row.asset = s.utf8(5);
        row.row.field = wordAt(s, 6, margin::fieldFromWord, "field");
        row.row.change = s.decimal(7);
    }
    return row;
}

} // namespace

JournalStore::JournalStore(Database &database)
    : m_database(database)
{
}

Result<Receipt> JournalStore::book(const OperationRequest &request, WallTime now)
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

Result<int> JournalStore::accrueInterest(WallTime until, WallTime now)
{
    return attempt([&] {
        const int booked = m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            int accounts = 0;
            for (const StoredHolder &holder : readHolders(database)) {
                if (holder.isAccount && !holder.isRemoved && storage::accrueInterest(database, holder, until, now)) {
                    ++accounts;
                }
            }
            crashPoint("before_commit");
            return accounts;
        });
        crashPoint("after_commit");
        return booked;
    });
}

Result<std::vector<JournalRow>> JournalStore::list(const monitor::JournalFilter &filter) const
{
    return attempt([&] {
        std::vector<JournalRow> rows;
        SqlStatement s(m_database.connection(), kList, {boundText(filter.account), boundText(filter.account)});
        while (s.next()) {
            const auto isIn = [&](int column) { return s.text(column).contains(filter.text, Qt::CaseInsensitive); };
            if (filter.hidesInterest && s.text(4) == wordText(margin::entryKindWord(margin::EntryKind::Interest))) {
                continue;
            }
            if (!filter.text.isEmpty() && std::ranges::none_of(std::array {2, 3, 4, 5, 8, 11}, isIn)) {
                continue;
            }
            rows.push_back(rowOf(s));
            if (filter.limit > 0 && rows.size() == static_cast<std::size_t>(filter.limit)) {
                break;
            }
        }
        std::ranges::reverse(rows);
        return rows;
    });
}

} // namespace plimsoll::storage
