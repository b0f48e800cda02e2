// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/correlationgrid.h"

#include "chance/correlation.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

constexpr int kLongestText = 30;

Decimal twoDigits(double value)
{
    return chance::roundedEstimate(value).rounded(2, margin::Rounding::HalfUp);
}

} // namespace

CorrelationGrid::CorrelationGrid(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_cells(new RowListModel<CorrelationCell>(this))
{
}

QStringList CorrelationGrid::assets() const
{
    QStringList names;
    for (const std::string &asset : m_assets) {
        names << plainName(asset, 20);
    }
    return names;
}

CorrelationGrid::Pair CorrelationGrid::pairAt(std::size_t row, std::size_t column) const
{
    const std::string &first = m_assets[row];
    const std::string &second = m_assets[column];
    return first < second ? Pair(first, second) : Pair(second, first);
}

void CorrelationGrid::setAssets(const std::vector<std::string> &assets)
{
    if (assets != m_assets) {
        m_assets = assets;
        show();
    }
}

Result<Decimal> CorrelationGrid::read(const QString &text) const
{
    const auto value = m_format.parseSigned(text);
    const Decimal one = Decimal::fromInteger(1);
    if (!value || *value > one || *value < -one) {
        return Error {ErrorCode::Malformed, {}, "a correlation is a number from -1 to 1"};
    }
    return value;
}

void CorrelationGrid::type(int row, int column, const QString &text)
{
    const auto count = static_cast<int>(m_assets.size());
    if (row < 0 || column < 0 || row >= count || column >= count || row == column) {
        return;
    }
    const Pair pair = pairAt(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    if (text.trimmed().isEmpty()) {
        m_typed.erase(pair);
    } else {
        m_typed[pair] = text.left(kLongestText);
    }
    keep();
    show();
}

// Those in sight; of what no account has now nothing is forgotten unseen.
void CorrelationGrid::clear()
{
    std::erase_if(m_typed, [this](const auto &typed) { return isShown(typed.first); });
    keep();
    show();
}

bool CorrelationGrid::filled() const
{
    return std::ranges::any_of(m_typed, [this](const auto &typed) { return isShown(typed.first); });
}

bool CorrelationGrid::isShown(const Pair &pair) const
{
    return std::ranges::find(m_assets, pair.first) != m_assets.end()
        && std::ranges::find(m_assets, pair.second) != m_assets.end();
}

void CorrelationGrid::setOwn(const std::map<Pair, Decimal> &own)
{
    m_own = own;
    m_typed.clear();
    for (const auto &[pair, value] : own) {
        m_typed[pair] = m_format.editable(value);
    }
    show();
}

void CorrelationGrid::keep()
{
    std::map<Pair, Decimal> own;
    for (const auto &[pair, text] : m_typed) {
        if (const auto value = read(text)) {
            own.emplace(pair, *value);
        }
    }
    if (own != std::exchange(m_own, own)) {
        Q_EMIT ownChanged(m_own);
    }
}

Result<std::map<CorrelationGrid::Pair, double>> CorrelationGrid::wished() const
{
    std::map<Pair, double> wished;
    for (std::size_t row = 0; row < m_assets.size(); ++row) {
        for (std::size_t column = row + 1; column < m_assets.size(); ++column) {
            const Pair pair = pairAt(row, column);
            const auto typed = m_typed.find(pair);
            if (typed == m_typed.end()) {
                continue;
            }
            const auto value = read(typed->second);
            if (!value) {
                return Error {ErrorCode::Malformed, pair.first + "/" + pair.second, typed->second.toStdString()};
            }
            wished.emplace(pair, value->toDoubleForPlot());
        }
    }
    return wished;
}

void CorrelationGrid::setSimulated(const chance::MarketModel &market, const std::map<Pair, double> &wished)
{
    constexpr double kSeen = 0.005; // less than this shows in no digit
    const bool contradicts = market.repaired && chance::contradicts(market.smallestEigenvalue);
    m_simulated.clear();
    QStringList changes;
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        for (std::size_t j = i + 1; j < market.assets.size(); ++j) {
            const std::string &first = market.assets[i].asset;
            const std::string &second = market.assets[j].asset;
            const Pair pair = first < second ? Pair(first, second) : Pair(second, first);
            const double value = market.correlation(i, j);
            m_simulated[pair] = value;
            const auto asked = wished.find(pair);
            if (contradicts && asked != wished.end() && std::abs(asked->second - value) >= kSeen) {
                changes << tr("%1/%2 %3")
                               .arg(plainName(first, 20), plainName(second, 20), m_format.full(twoDigits(value), 2));
            }
        }
    }
    m_repairedText = !contradicts ? QString()
        : changes.isEmpty()
        ? tr("What was typed contradicts the rest: the nearest correlations that do not were simulated.")
        : tr("What was typed contradicts itself. The nearest that does not was simulated: %1.")
              .arg(changes.join(QStringLiteral(", ")));
    show();
}

void CorrelationGrid::show()
{
    std::vector<CorrelationCell> cells;
    for (std::size_t row = 0; row < m_assets.size(); ++row) {
        for (std::size_t column = 0; column < m_assets.size(); ++column) {
            CorrelationCell cell;
            cell.key = QStringLiteral("%1 %2").arg(row).arg(column);
            cell.row = static_cast<int>(row);
            cell.column = static_cast<int>(column);
            cell.name =
                tr("Correlation of %1 with %2").arg(plainName(m_assets[row], 20), plainName(m_assets[column], 20));
            if (row == column) {
                cell.shown = QStringLiteral("1");
                cells.push_back(std::move(cell));
                continue;
            }
            const Pair pair = pairAt(row, column);
            const auto simulated = m_simulated.find(pair);
            cell.shown = simulated == m_simulated.end() ? QStringLiteral("–")
                                                        : m_format.full(twoDigits(simulated->second), 2);
            if (const auto typed = m_typed.find(pair); typed != m_typed.end()) {
                const auto value = read(typed->second);
                cell.typed = typed->second;
                cell.wrong = !value;
                cell.shown = value ? m_format.full(*value) : cell.shown;
            }
            cells.push_back(std::move(cell));
        }
    }
    m_cells->setRows(std::move(cells));
    Q_EMIT changed();
}

RowRoles<CorrelationCell> CorrelationCell::roles()
{
    return {{"row", &CorrelationCell::row},     {"column", &CorrelationCell::column},
            {"name", &CorrelationCell::name},   {"shown", &CorrelationCell::shown},
            {"typed", &CorrelationCell::typed}, {"wrong", &CorrelationCell::wrong}};
}

} // namespace plimsoll::viewmodels
