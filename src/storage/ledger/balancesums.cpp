// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/balancesums.h"

#include "margin/ledger.h"
#include "storage/sql/sqlstatement.h"

namespace plimsoll::storage {

namespace {

constexpr QStringView kId = u"SELECT id FROM holder WHERE number = ?";
constexpr QStringView kAssets = u"SELECT asset, daily_interest FROM holder_asset WHERE holder = ? ORDER BY position";
constexpr QStringView kRows =
    u"SELECT sequence, asset, field, change FROM ledger_row WHERE holder = ? ORDER BY sequence";

} // namespace

BalanceSums::BalanceSums(std::string holder)
    : m_holder(std::move(holder))
{
}

void BalanceSums::refuseJournal(const std::string &detail) const
{
    refuse(ErrorCode::DatabaseIsBroken, m_holder, "the journal does not add up: " + detail);
}

void BalanceSums::list(AssetBalance known)
{
    m_index.emplace(known.balance.asset, m_balances.size());
    m_balances.push_back(std::move(known));
}

void BalanceSums::add(std::int64_t row, const std::string &asset, const std::string &field, margin::Decimal change)
{
    const auto found = m_index.find(asset);
    const auto known = margin::fieldFromWord(field);
    if (found == m_index.end() || !known) {
        refuseJournal("a row of an asset that is not listed, " + asset);
    }
    AssetBalance &target = m_balances[found->second];
    margin::Decimal &amount = margin::amountOf(target.balance, *known);
    const auto sum = amount.plus(change);
    if (!sum) {
        refuseJournal(asset + " has more than 18 digits");
    }
    amount = *sum;
    target.newestRow = row;
}

const std::vector<AssetBalance> &BalanceSums::balances() const
{
    for (const auto &[balance, row] : m_balances) {
        for (const margin::Decimal amount : {balance.free, balance.locked, balance.borrowed, balance.interest}) {
            if (amount.isNegative()) {
                refuseJournal(balance.asset + " is below zero");
            }
        }
    }
    return m_balances;
}

std::vector<AssetBalance> summedBalances(const QSqlDatabase &database, std::int64_t holder)
{
    const QVariantList key {boundInteger(holder)};
    BalanceSums sums(queryText(database, kId, key).toStdString());
    SqlStatement assets(database, kAssets, key);
    while (assets.next()) {
        sums.list({{assets.utf8(0), {}, {}, {}, {}, assets.optionalDecimal(1)}, 0});
    }
    SqlStatement rows(database, kRows, key);
    while (rows.next()) {
        sums.add(rows.integer(0), rows.utf8(1), rows.utf8(2), rows.decimal(3));
    }
    return sums.balances();
}

} // namespace plimsoll::storage
