// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/pricetablemodel.h"

#include "viewmodels/accounttext.h"

#include <algorithm>
#include <map>

namespace plimsoll::viewmodels {

PriceTableModel::PriceTableModel(const DisplayFormat &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
{
}

int PriceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PriceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool hasPrice = row.rate.down.isPositive();
    switch (role) {
    case AssetRole: return plainName(row.asset, 20);
    case QuoteRole: return plainName(row.quote, 20);
    case PriceRole: return hasPrice ? m_format.price(row.rate.down, margin::Rounding::Down) : QStringLiteral("–");
    case ExactRole: return hasPrice ? m_format.exact(row.rate.down) : QString();
    case RouteRole: return plainName(row.rate.route, 60);
    case AgeRole: return row.age;
    case StateRole:
        return row.rate.known() && !row.rate.confirmed ? tr("not confirmed yet") : stateWord(row.rate.state);
    case UsableRole: return row.rate.known();
    default: return {};
    }
}

QHash<int, QByteArray> PriceTableModel::roleNames() const
{
    return {{AssetRole, "asset"}, {QuoteRole, "quote"}, {PriceRole, "price"},     {ExactRole, "exact"},
            {RouteRole, "route"}, {AgeRole, "age"},     {StateRole, "stateText"}, {UsableRole, "usable"}};
}

QString PriceTableModel::stateWord(margin::PriceState state) const
{
    switch (state) {
    case margin::PriceState::Known: return tr("current");
    case margin::PriceState::Missing: return tr("missing");
    case margin::PriceState::Invalid: return tr("unusable");
    case margin::PriceState::Stale: return tr("out of date");
    case margin::PriceState::Halted: return tr("halted");
    case margin::PriceState::Unlisted: return tr("not listed any more");
    }
    return {};
}

std::vector<PriceTableModel::Row> PriceTableModel::rowsOf(const monitor::RiskSnapshot &snapshot)
{
    std::map<std::pair<std::string, std::string>, margin::Rate> rates; // by quote, then asset
    for (std::size_t i = 0; snapshot.rates && i < snapshot.verdicts.size(); ++i) {
        const auto &account = snapshot.verdicts[i].account;
        if (!account || account->liquidatedAt) {
            continue;
        }
        for (const margin::Balance &balance : account->balances) {
            if (balance.asset != account->quoteAsset) {
                rates.try_emplace({account->quoteAsset, balance.asset},
                                  snapshot.rates->find(balance.asset, account->quoteAsset));
            }
        }
    }
    std::vector<Row> rows;
    rows.reserve(rates.size());
    for (auto &[key, rate] : rates) {
        rows.push_back({key.second, key.first, std::move(rate), {}});
    }
    return rows;
}

void PriceTableModel::show(const monitor::RiskSnapshot &snapshot, std::int64_t nowBootMs)
{
    std::vector<Row> rows = rowsOf(snapshot);
    for (Row &row : rows) {
        const bool aged = row.rate.asOf > 0 && row.rate.asOf != INT64_MAX;
        row.age = aged ? m_format.age(nowBootMs - row.rate.asOf) : QStringLiteral("–");
    }
    const bool sameKeys = std::ranges::equal(
        rows, m_rows, [](const Row &a, const Row &b) { return a.asset == b.asset && a.quote == b.quote; });
    if (!sameKeys) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool sameRate = rows[i].rate.sameValue(m_rows[i].rate);
        if (!sameRate || rows[i].age != m_rows[i].age) {
            m_rows[i] = std::move(rows[i]);
            const QModelIndex at = index(static_cast<int>(i));
            Q_EMIT dataChanged(at, at,
                               sameRate ? QList<int> {AgeRole}
                                        : QList<int> {PriceRole, ExactRole, RouteRole, AgeRole, StateRole, UsableRole});
        }
    }
}

int PriceTableModel::unusable() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row &row) { return !row.rate.known(); }));
}

} // namespace plimsoll::viewmodels
