// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/portfoliowriter.h"

#include "storage/ledger/interestrows.h"
#include "storage/ledger/ledgerwriter.h"
#include "storage/ledger/runningbalance.h"
#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <QtCore/QUuid>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kInsertHolder = u"INSERT INTO holder (id, kind) VALUES (?, ?)";
constexpr QStringView kInsertAccount =
    u"INSERT INTO account (name, owner, note, mode, symbol, base_asset, quote_asset, profile, own_thresholds, initial, "
    u"margin_call, "
    "liquidation, number, liquidated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr QStringView kUpdateAccount =
    u"UPDATE account SET name = ?, owner = ?, note = ?, mode = ?, symbol = ?, base_asset = ?, quote_asset = ?, profile "
    u"= ?, "
    "own_thresholds = ?, initial = ?, margin_call = ?, liquidation = ? WHERE number = ?";
constexpr QStringView kInsertAsset =
    u"INSERT INTO holder_asset (holder, position, asset, daily_interest) VALUES (?, ?, ?, ?)";
constexpr QStringView kInsertAnnounced =
    u"INSERT INTO announced_bars (account, valid_from, initial, margin_call, liquidation) VALUES (?, ?, ?, ?, ?)";
constexpr QStringView kSetInterest = u"UPDATE holder_asset SET daily_interest = ? WHERE holder = ? AND asset = ?";

QVariantList description(const margin::Account &account, std::int64_t number)
{
    return {boundText(account.name),
            boundText(account.owner),
            boundText(account.note),
            wordText(margin::marginModeWord(account.mode)),
            boundText(account.symbol),
            boundText(account.baseAsset),
            boundText(account.quoteAsset),
            boundText(account.profile),
            account.ownThresholds ? 1 : 0,
            boundDecimal(account.thresholds.initial),
            boundDecimal(account.thresholds.marginCall),
            boundDecimal(account.thresholds.liquidation),
            boundInteger(number)};
}

std::int64_t insertHolder(const QSqlDatabase &database, const std::string &id, const QString &kind)
{
    SqlStatement insert(database, kInsertHolder);
    insert.run({boundText(id), kind});
    return insert.insertedKey();
}

struct Opening {
    std::int64_t number = 0;
    std::string id;
    std::optional<margin::Decimal> contributed;
};

// Lists every asset, also empty ones, and books what there is.
void open(const QSqlDatabase &database, const Opening &opening, const std::vector<margin::Balance> &balances,
          WallTime now)
{
    SqlStatement insertAsset(database, kInsertAsset);
    int position = 0;
    for (const margin::Balance &balance : balances) {
        insertAsset.run(
            {boundInteger(opening.number), position++, boundText(balance.asset), boundDecimal(balance.dailyInterest)});
    }
    startBalance(database, opening.number);
    const std::string operationId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    appendToLedger(database,
                   {operationId,
                    now,
                    "opening",
                    opening.id,
                    {},
                    {},
                    std::nullopt,
                    opening.contributed,
                    margin::openingRows(opening.id, balances)});
    sealHolder(database, opening.number);
}

} // namespace

void insertAccount(const QSqlDatabase &database, const margin::Account &account, WallTime now)
{
    const std::int64_t number = insertHolder(database, account.id, u"account"_s);
    QVariantList values = description(account, number);
    values.append(boundInteger(account.liquidatedAt));
    execute(database, kInsertAccount, values);
    writeAnnouncedBars(database, number, account.announced);
    open(database, {number, account.id, account.contributed}, account.balances, now);
    startRuns(database, number, now); // what a person enters or imports is taken as owed at that moment
}

void insertWallet(const QSqlDatabase &database, const margin::Wallet &wallet, WallTime now)
{
    const std::int64_t number = insertHolder(database, wallet.id, u"wallet"_s);
    setWalletName(database, number, wallet.name);
    open(database, {number, wallet.id, std::nullopt}, wallet.balances, now);
}

void updateAccount(const QSqlDatabase &database, std::int64_t number, const margin::Account &account)
{
    execute(database, kUpdateAccount, description(account, number));
    SqlStatement setInterest(database, kSetInterest);
    for (const margin::Balance &balance : account.balances) {
        setInterest.run({boundDecimal(balance.dailyInterest), boundInteger(number), boundText(balance.asset)});
    }
    sealHolder(database, number);
}

void writeAnnouncedBars(const QSqlDatabase &database, std::int64_t number,
                        const std::vector<margin::AnnouncedBars> &announced)
{
    execute(database, u"DELETE FROM announced_bars WHERE account = ?", {boundInteger(number)});
    SqlStatement insert(database, kInsertAnnounced);
    for (const margin::AnnouncedBars &ahead : announced) {
        insert.run({boundInteger(number), boundInteger(ahead.from.ms()), boundDecimal(ahead.bars.initial),
                    boundDecimal(ahead.bars.marginCall), boundDecimal(ahead.bars.liquidation)});
    }
}

void setWalletName(const QSqlDatabase &database, std::int64_t number, const std::string &name)
{
    execute(database, u"DELETE FROM wallet_name WHERE holder = ?", {boundInteger(number)});
    if (!name.empty()) {
        execute(database, u"INSERT INTO wallet_name (holder, name) VALUES (?, ?)",
                {boundInteger(number), boundText(name)});
    }
    sealHolder(database, number);
}

void setRemoved(const QSqlDatabase &database, std::int64_t number, bool removed)
{
    execute(database, u"UPDATE holder SET removed = ? WHERE number = ?", {removed ? 1 : 0, boundInteger(number)});
    sealHolder(database, number);
}

void setLiquidatedAt(const QSqlDatabase &database, std::int64_t number, std::optional<WallTime> time)
{
    execute(database, u"UPDATE account SET liquidated_at = ? WHERE number = ?",
            {boundInteger(time), boundInteger(number)});
    sealHolder(database, number);
}

} // namespace plimsoll::storage
