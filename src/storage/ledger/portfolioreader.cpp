// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/portfolioreader.h"

#include "storage/ledger/profilereader.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using margin::Account;
using margin::Balance;

namespace {

constexpr QStringView kHolders =
    u"SELECT h.number, h.id, h.kind, h.removed, a.name, a.owner, a.note, a.mode, a.symbol, a.base_asset, "
    u"a.quote_asset, "
    "a.profile, a.own_thresholds, a.initial, a.margin_call, a.liquidation, a.liquidated_at, "
    "(SELECT o.contributed_after FROM operation o WHERE o.holder = h.number ORDER BY o.sequence DESC LIMIT 1) "
    "FROM holder h LEFT JOIN account a ON a.number = h.number";
constexpr QStringView kAnnounced =
    u"SELECT account, valid_from, initial, margin_call, liquidation FROM announced_bars ORDER BY account, valid_from";
constexpr QStringView kAll = u" ORDER BY h.number";
constexpr QStringView kById = u" WHERE h.id = ?";

Account accountFrom(const SqlStatement &s, const std::vector<margin::Profile> &own)
{
    Account account;
    account.id = s.utf8(1);
    account.name = s.utf8(4);
    account.owner = s.utf8(5);
    account.note = s.utf8(6);
    account.mode = wordAt(s, 7, margin::marginModeFromWord, "mode");
    account.symbol = s.utf8(8);
    account.baseAsset = s.utf8(9);
    account.quoteAsset = s.utf8(10);
    account.profile = s.utf8(11);
    account.ownThresholds = s.flag(12);
    account.thresholds = {s.decimal(13), s.decimal(14), s.decimal(15)};
    if (!account.ownThresholds) { // a profile that is gone leaves the bars it had
        account.thresholds = barsOf(account.profile, own).value_or(account.thresholds);
    }
    account.liquidatedAt = s.optionalWallTime(16);
    account.contributed = s.optionalDecimal(17);
    return account;
}

// By number; none in a database that is older than them.
std::map<std::int64_t, std::string> walletNames(const QSqlDatabase &database)
{
    std::map<std::int64_t, std::string> names;
    if (hasTable(database, u"wallet_name")) {
        SqlStatement s(database, u"SELECT holder, name FROM wallet_name");
        while (s.next()) {
            names.emplace(s.integer(0), s.utf8(1));
        }
    }
    return names;
}

// By account, the earliest first; none in a database that is older than them.
std::map<std::int64_t, std::vector<margin::AnnouncedBars>> announcedBars(const QSqlDatabase &database)
{
    std::map<std::int64_t, std::vector<margin::AnnouncedBars>> announced;
    if (hasTable(database, u"announced_bars")) {
        SqlStatement s(database, kAnnounced);
        while (s.next()) {
            announced[s.integer(0)].push_back(
                {WallTime::ofMs(s.integer(1)), {s.decimal(2), s.decimal(3), s.decimal(4)}});
        }
    }
    return announced;
}

std::vector<StoredHolder> readDescriptions(const QSqlDatabase &database, const QString &which,
                                           const QVariantList &values)
{
    const std::vector<margin::Profile> own = readProfiles(database);
    auto names = walletNames(database);
    auto announced = announcedBars(database);
    std::vector<StoredHolder> holders;
    SqlStatement s(database, kHolders.toString() + which, values);
    while (s.next()) {
        StoredHolder holder;
        holder.number = s.integer(0);
        holder.isAccount = wordAt(s, 2, kHolderKinds, "kind") == HolderKind::Account;
        holder.isRemoved = s.flag(3);
        if (holder.isAccount) {
            holder.account = accountFrom(s, own);
            holder.account.announced = std::move(announced[holder.number]);
        } else {
            holder.wallet.id = s.utf8(1);
            holder.wallet.name = names[holder.number];
        }
        holders.push_back(std::move(holder));
    }
    return holders;
}

std::vector<Balance> amountsOf(const std::vector<AssetBalance> &balances)
{
    std::vector<Balance> amounts;
    amounts.reserve(balances.size());
    std::ranges::transform(balances, std::back_inserter(amounts), &AssetBalance::balance);
    return amounts;
}

void setBalances(StoredHolder &holder, const std::vector<AssetBalance> &balances)
{
    (holder.isAccount ? holder.account.balances : holder.wallet.balances) = amountsOf(balances);
}

} // namespace

std::vector<StoredHolder> readHolders(const QSqlDatabase &database)
{
    std::vector<StoredHolder> holders = readDescriptions(database, kAll.toString(), {});
    const auto balances = readBalances(database);
    for (StoredHolder &holder : holders) {
        if (const auto found = balances.find(holder.number); found != balances.end()) {
            setBalances(holder, found->second.balances);
            holder.wasSummed = found->second.fault.has_value();
        }
    }
    return holders;
}

std::vector<StoredHolder> readHolders(const QSqlDatabase &database, const BalancesByHolder &summed)
{
    std::vector<StoredHolder> holders = readDescriptions(database, kAll.toString(), {});
    for (StoredHolder &holder : holders) {
        if (const auto found = summed.find(holder.number); found != summed.end()) {
            setBalances(holder, found->second);
        }
    }
    return holders;
}

std::optional<StoredHolder> readHolder(const QSqlDatabase &database, const std::string &id)
{
    std::vector<StoredHolder> holders = readDescriptions(database, kById.toString(), {boundText(id)});
    if (holders.empty()) {
        return std::nullopt;
    }
    const RunningBalance running = readBalance(database, holders[0].number);
    setBalances(holders[0], running.balances);
    holders[0].wasSummed = running.fault.has_value();
    return std::move(holders[0]);
}

margin::Portfolio visiblePortfolio(std::vector<StoredHolder> holders)
{
    margin::Portfolio portfolio;
    for (StoredHolder &holder : holders) {
        if (holder.isRemoved) {
            continue;
        }
        if (holder.isAccount) {
            portfolio.accounts.push_back(std::move(holder.account));
        } else {
            portfolio.wallets.push_back(std::move(holder.wallet));
        }
    }
    return portfolio;
}

} // namespace plimsoll::storage
