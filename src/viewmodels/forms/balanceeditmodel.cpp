// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/balanceeditmodel.h"

#include "viewmodels/common/amountecho.h"
#include "viewmodels/common/assetname.h"
#include "viewmodels/common/choices.h"

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

const Decimal kPercent = Decimal::fromInteger(100);

Decimal percentOf(Decimal rate)
{
    return rate.times(kPercent, margin::Rounding::Up).value_or(rate);
}

} // namespace

BalanceEditModel::BalanceEditModel(const DisplayFormat &format, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
{
}

int BalanceEditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BalanceEditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const Row &row = m_rows[at];
    switch (role) {
    case AssetRole: return row.asset;
    case FreeRole:
    case LockedRole:
    case BorrowedRole:
    case InterestRole:
    case DailyRateRole: return row.cells[static_cast<std::size_t>(role - FreeRole)];
    case ErrorRole: return errorOf(at);
    case EchoRole: return echoOf(row);
    case FaultsRole: return QVariant::fromValue(faultsOf(at));
    case RateFaultRole: return rateIsAtFault(row);
    case FixedRole: return row.fixed;
    default: return {};
    }
}

QHash<int, QByteArray> BalanceEditModel::roleNames() const
{
    return {{AssetRole, "asset"},         {FreeRole, "free"},         {LockedRole, "locked"},
            {BorrowedRole, "borrowed"},   {InterestRole, "interest"}, {DailyRateRole, "dailyRate"},
            {ErrorRole, "error"},         {EchoRole, "echo"},         {FaultsRole, "faults"},
            {RateFaultRole, "rateFault"}, {FixedRole, "fixed"}};
}

void BalanceEditModel::setAsset(int row, const QString &text)
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].fixed) {
        return;
    }
    QString &asset = m_rows[static_cast<std::size_t>(row)].asset;
    m_rows[static_cast<std::size_t>(row)].known = false;
    const QString name = QString::fromStdString(typedAsset(text));
    if (name != asset) {
        asset = name;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                           {AssetRole, ErrorRole, EchoRole, FaultsRole, RateFaultRole}); // a name clash shows at both
        Q_EMIT edited();
    }
}

void BalanceEditModel::setCell(int row, int column, const QString &text)
{
    if (row < 0 || row >= rowCount() || column < 0 || column > static_cast<int>(kRate)) {
        return;
    }
    QString &cell = m_rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
    if (cell != text) {
        cell = text;
        Q_EMIT dataChanged(index(row), index(row), {FreeRole + column, ErrorRole, EchoRole, FaultsRole, RateFaultRole});
        Q_EMIT edited();
    }
}

void BalanceEditModel::addRow()
{
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.emplace_back();
    endInsertRows();
    Q_EMIT edited();
}

void BalanceEditModel::removeRowAt(int row)
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].fixed) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

QList<QStringList> BalanceEditModel::texts() const
{
    QList<QStringList> all;
    for (const Row &row : m_rows) {
        all << (QStringList {row.asset} << QStringList(row.cells.begin(), row.cells.end()));
    }
    return all;
}

BalanceEditModel::Row BalanceEditModel::rowOf(const margin::Balance &balance) const
{
    const auto text = [this](Decimal value) { return value.isZero() ? QString() : m_format.editable(value); };
    Row row;
    row.asset = QString::fromStdString(balance.asset);
    row.cells = {text(balance.free), text(balance.locked), text(balance.borrowed), text(balance.interest),
                 balance.dailyInterest ? m_format.editable(percentOf(*balance.dailyInterest)) : QString()};
    row.known = true;
    return row;
}

void BalanceEditModel::setBalances(const std::vector<margin::Balance> &balances)
{
    beginResetModel();
    m_rows.clear();
    for (const margin::Balance &balance : balances) {
        m_rows.push_back(rowOf(balance));
    }
    endResetModel();
}

void BalanceEditModel::setPair(const std::string &base, const std::string &quote)
{
    beginResetModel();
    if (base.empty() && quote.empty()) {
        for (Row &row : m_rows) {
            row.fixed = false;
        }
    } else {
        std::vector<Row> pair;
        for (const std::string &asset : {base, quote}) {
            const QString name = QString::fromStdString(asset);
            const auto had = std::ranges::find(m_rows, name, &Row::asset);
            pair.push_back(had == m_rows.end() ? Row {} : *had);
            pair.back().asset = name;
            pair.back().fixed = true;
        }
        m_rows = std::move(pair);
    }
    endResetModel();
}

bool BalanceEditModel::isBlank(const Row &row) const
{
    return std::ranges::all_of(row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

std::optional<Decimal> BalanceEditModel::amountOf(const QString &text) const
{
    if (text.trimmed().isEmpty()) {
        return Decimal();
    }
    const auto read = m_format.parseAmount(text);
    return read ? std::optional(*read) : std::nullopt;
}

void BalanceEditModel::setMarket(std::shared_ptr<const monitor::PriceList> list,
                                 std::shared_ptr<const margin::Rates> rates, const std::string &quote)
{
    const bool changed = m_list != list || m_quote != quote;
    m_list = std::move(list);
    m_rates = std::move(rates);
    m_quote = quote;
    if (changed && !m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ErrorRole, EchoRole, FaultsRole, RateFaultRole});
    }
}

QString BalanceEditModel::echoOf(const Row &row) const
{
    static const margin::Rates kNone;
    const std::array fields {tr("free"), tr("locked"), tr("borrowed"), tr("interest owed")};
    QStringList parts;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto amount = row.cells[i].trimmed().isEmpty() ? std::nullopt : amountOf(row.cells[i]);
        if (amount && !row.asset.isEmpty()) {
            parts << echoText(m_format, *amount, row.asset.toStdString(), m_rates ? *m_rates : kNone, m_quote) + u' '
                    + fields[i];
        }
    }
    if (const QString rate = rateEcho(row); !rate.isEmpty()) {
        parts << rate;
    }
    return parts.join(QStringLiteral(" · "));
}

// "0.02 % a day is 7.3 % a year, 0.32 USDT a day": simple interest, as it is charged.
QString BalanceEditModel::rateEcho(const Row &row) const
{
    constexpr int kDaysPerYear = 365;
    const auto rate = rateOf(row);
    const auto yearly = rate ? percentOf(*rate).times(Decimal::fromInteger(kDaysPerYear), margin::Rounding::Up)
                             : std::nullopt;
    if (!yearly) {
        return {};
    }
    const QString text = tr("%1 % a day is %2 % a year").arg(m_format.full(percentOf(*rate)), m_format.full(*yearly));
    const auto borrowed = amountOf(row.cells[2]);
    const auto cost = borrowed ? borrowed->times(*rate, margin::Rounding::Up) : std::nullopt;
    if (row.asset.isEmpty() || !cost || !cost->isPositive()) {
        return text;
    }
    const std::string asset = row.asset.toStdString();
    return tr("%1, %2 %3 a day").arg(text, m_format.money(cost, asset, margin::Rounding::Up), row.asset);
}

std::optional<Decimal> BalanceEditModel::rateOf(const Row &row) const
{
    const auto percent = row.cells[kRate].trimmed().isEmpty() ? std::nullopt : amountOf(row.cells[kRate]);
    return percent ? percent->dividedBy(kPercent, margin::Rounding::Up) : std::nullopt;
}

bool BalanceEditModel::rateIsAtFault(const Row &row) const
{
    const QString &typed = row.cells[kRate];
    return (!typed.trimmed().isEmpty() && !m_format.parseAmount(typed)) || !rateError(row).isEmpty();
}

QString BalanceEditModel::rateError(const Row &row) const
{
    const auto rate = rateOf(row);
    return rate && percentOf(*rate) != amountOf(row.cells[kRate]) ? tr("A rate has at most 16 decimals.") : QString();
}

QString BalanceEditModel::nameError(std::size_t at) const
{
    const Row &row = m_rows[at];
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i != at && m_rows[i].asset == row.asset) {
            return tr("This asset stands here twice.");
        }
    }
    const std::string asset = row.asset.toStdString();
    const QString problem = assetProblem(asset);
    return problem.isEmpty() && !row.fixed && !row.known ? unpricedText(m_list.get(), asset, m_quote) : problem;
}

QString BalanceEditModel::errorOf(std::size_t at) const
{
    const Row &row = m_rows[at];
    if (row.asset.isEmpty()) {
        return isBlank(row) ? QString() : tr("Name the asset.");
    }
    if (const QString problem = row.fixed ? QString() : nameError(at); !problem.isEmpty()) {
        return problem;
    }
    for (const QString &cell : row.cells) {
        if (!cell.trimmed().isEmpty()) {
            if (const auto read = m_format.parseAmount(cell); !read) {
                return notUnderstood(read.error());
            }
        }
    }
    return rateError(row);
}

QList<bool> BalanceEditModel::faultsOf(std::size_t at) const
{
    const Row &row = m_rows[at];
    QList<bool> faults;
    for (std::size_t i = 0; i < kRate; ++i) {
        faults << (!row.cells[i].trimmed().isEmpty() && !m_format.parseAmount(row.cells[i]));
    }
    faults << (row.asset.isEmpty() ? !isBlank(row) : !row.fixed && !nameError(at).isEmpty());
    return faults;
}

std::optional<std::vector<margin::Balance>> BalanceEditModel::balances() const
{
    std::vector<margin::Balance> balances;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (!errorOf(i).isEmpty()) {
            return std::nullopt;
        }
        if (row.asset.isEmpty()) {
            continue;
        }
        balances.push_back({row.asset.toStdString(), amountOf(row.cells[0]).value_or(Decimal()),
                            amountOf(row.cells[1]).value_or(Decimal()), amountOf(row.cells[2]).value_or(Decimal()),
                            amountOf(row.cells[3]).value_or(Decimal()), rateOf(row)});
    }
    return balances;
}

} // namespace plimsoll::viewmodels
