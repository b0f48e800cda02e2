// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/portfolioreader.h"

#include "margin/booking.h"
#include "storage/profilestore.h"
#include "storage/sqlstatement.h"
#include "storage/words.h"

#include <unordered_map>

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
constexpr QStringView kAssets = u"SELECT holder, asset, daily_interest FROM holder_asset";
constexpr QStringView kRows = u"SELECT holder, asset, field, change FROM ledger_row";

// One holder or all, by the same queries.
class Scope
{
public:
    explicit Scope(std::optional<std::int64_t> number)
        : m_number(number)
    {
    }

    [[nodiscard]] QString where(const QString &column) const
    {
        return m_number ? u" WHERE "_s + column + u" = ?"_s : QString();
    }

    [[nodiscard]] QVariantList values() const
    {
        return m_number ? QVariantList {boundInteger(*m_number)} : QVariantList();
    }

private:
    std::optional<std::int64_t> m_number;
};

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
    account.liquidatedAt = s.optionalInteger(16);
    account.contributed = s.optionalDecimal(17);
    return account;
}

[[noreturn]] void refuseLedger(const std::string &holder, const std::string &detail)
{
    refuse(ErrorCode::DatabaseIsBroken, holder, "the journal does not add up: " + detail);
}

class Balances
{
public:
    void addAsset(const std::string &asset, std::optional<margin::Decimal> dailyInterest)
    {
        m_index.emplace(asset, m_balances.size());
        m_balances.push_back({asset, {}, {}, {}, {}, dailyInterest});
    }

    void add(const std::string &holder, const std::string &asset, const std::string &field, margin::Decimal change)
    {
        const auto found = m_index.find(asset);
        const auto known = margin::fieldFromWord(field);
        if (found == m_index.end() || !known) {
            refuseLedger(holder, "a row of an asset that is not listed, " + asset);
        }
        margin::Decimal &amount = amountOf(m_balances[found->second], *known);
        const auto sum = amount.plus(change);
        if (!sum) {
            refuseLedger(holder, asset + " has more than 18 digits");
        }
        amount = *sum;
    }

    std::vector<Balance> take(const std::string &holder)
    {
        for (const Balance &balance : m_balances) {
            for (const margin::Decimal amount : {balance.free, balance.locked, balance.borrowed, balance.interest}) {
                if (amount.isNegative()) {
                    refuseLedger(holder, balance.asset + " is below zero");
                }
            }
        }
        return std::move(m_balances);
    }

private:
    static margin::Decimal &amountOf(Balance &balance, margin::Field field)
    {
        switch (field) {
        case margin::Field::Free: return balance.free;
        case margin::Field::Locked: return balance.locked;
        case margin::Field::Borrowed: return balance.borrowed;
        case margin::Field::Interest: break;
        }
        return balance.interest;
    }

    std::vector<Balance> m_balances;
    std::unordered_map<std::string, std::size_t> m_index;
};

std::vector<StoredHolder> readDescriptions(const QSqlDatabase &database, const Scope &scope)
{
    const std::vector<margin::Profile> own = readProfiles(database);
    std::vector<StoredHolder> holders;
    SqlStatement s(database, kHolders.toString() + scope.where(u"h.number"_s) + u" ORDER BY h.number"_s,
                   scope.values());
    while (s.next()) {
        StoredHolder holder;
        holder.number = s.integer(0);
        holder.isAccount = wordAt(s, 2, kHolderKinds, "kind") == HolderKind::Account;
        holder.isRemoved = s.flag(3);
        if (holder.isAccount) {
            holder.account = accountFrom(s, own);
        } else {
            holder.wallet.id = s.utf8(1);
        }
        holders.push_back(std::move(holder));
    }
    return holders;
}

std::unordered_map<std::int64_t, Balances> readBalances(const QSqlDatabase &database, const Scope &scope)
{
    std::unordered_map<std::int64_t, Balances> balances;
    SqlStatement assets(database, kAssets.toString() + scope.where(u"holder"_s) + u" ORDER BY holder, position"_s,
                        scope.values());
    while (assets.next()) {
        balances[assets.integer(0)].addAsset(assets.utf8(1), assets.optionalDecimal(2));
    }
    SqlStatement rows(database, kRows.toString() + scope.where(u"holder"_s) + u" ORDER BY sequence"_s, scope.values());
    while (rows.next()) {
        balances[rows.integer(0)].add(std::to_string(rows.integer(0)), rows.utf8(1), rows.utf8(2), rows.decimal(3));
    }
    return balances;
}

std::vector<StoredHolder> readScope(const QSqlDatabase &database, const Scope &scope)
{
    std::vector<StoredHolder> holders = readDescriptions(database, scope);
    auto balances = readBalances(database, scope);
    for (StoredHolder &holder : holders) {
        auto &target = holder.isAccount ? holder.account.balances : holder.wallet.balances;
        target = balances[holder.number].take(holder.id());
    }
    return holders;
}

} // namespace

std::vector<StoredHolder> readHolders(const QSqlDatabase &database)
{
    return readScope(database, Scope(std::nullopt));
}

std::optional<StoredHolder> readHolder(const QSqlDatabase &database, const std::string &id)
{
    std::optional<std::int64_t> number;
    {
        SqlStatement s(database, u"SELECT number FROM holder WHERE id = ?"_s, {boundText(id)});
        if (s.next()) {
            number = s.integer(0);
        }
    }
    if (!number) {
        return std::nullopt;
    }
    return readScope(database, Scope(number)).at(0);
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
