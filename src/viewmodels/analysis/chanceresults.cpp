// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/chanceresults.h"

#include "viewmodels/analysis/chancewords.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

using chance::FanPoint;
using chance::HorizonChance;

namespace {

constexpr int kMostLevels = 7; // that are written beside the fan
constexpr double kCeiling = 3; // of the fan: above it nobody is in danger
constexpr double kTwoErrors = 1.96;
constexpr int kMedian = 3; // in FanPoint::kPercents

} // namespace

ChanceResults::ChanceResults(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_rows(new RowListModel<ChanceRow>(this))
    , m_levels(new RowListModel<AxisMark>(this))
    , m_times(new RowListModel<AxisMark>(this))
{
}

void ChanceResults::setAnswer(std::shared_ptr<const ChanceAnswer> answer, const QString &time)
{
    m_answer = std::move(answer);
    const auto number = [this](std::uint64_t value) {
        return m_format.locale().toString(static_cast<qulonglong>(value));
    };
    m_doneText = tr("%1 paths of %2 steps, seed %3, at %4")
                     .arg(number(m_answer->simulation.paths), number(m_answer->methods.front().chances.steps),
                          QString::number(m_answer->simulation.seed), time);
    m_assumptions = viewmodels::assumptions(*m_answer, m_format);
    m_otherMode = m_otherMode && hasTwins();
    m_account = std::clamp(m_account, 0, std::max(0, static_cast<int>(accountNames().size()) - 1));
    m_method = std::min(m_method, static_cast<int>(m_answer->methods.size()) - 1);
    show();
}

void ChanceResults::setOtherMode(bool other)
{
    if (other != m_otherMode && (!other || hasTwins())) {
        m_otherMode = other;
        m_account = 0;
        show();
    }
}

QStringList ChanceResults::accountNames() const
{
    QStringList names;
    const std::size_t begin = m_answer && m_otherMode ? m_answer->realCount : 0;
    const std::size_t end = !m_answer ? 0 : m_otherMode ? m_answer->accounts.size() : m_answer->realCount;
    for (std::size_t i = begin; i < end; ++i) {
        names << accountLabel(m_answer->accounts[i]);
    }
    return names;
}

void ChanceResults::setAccountIndex(int index)
{
    if (index != m_account && index >= 0 && index < accountNames().size()) {
        m_account = index;
        show();
    }
}

QStringList ChanceResults::methodNames() const
{
    QStringList names;
    for (std::size_t i = 0; m_answer && i < m_answer->methods.size(); ++i) {
        names << methodText(m_answer->methods[i].method);
    }
    return names;
}

void ChanceResults::setMethodIndex(int index)
{
    if (index != m_method && index >= 0 && index < methodNames().size()) {
        m_method = index;
        show();
    }
}

std::size_t ChanceResults::place() const
{
    return static_cast<std::size_t>(m_account) + (m_otherMode ? m_answer->realCount : 0);
}

const chance::AccountChances *ChanceResults::chosen(int method) const
{
    return m_answer && place() < m_answer->accounts.size()
        ? &m_answer->methods[static_cast<std::size_t>(method)].chances.accounts[place()]
        : nullptr;
}

QString ChanceResults::unit() const
{
    return chosen(0) != nullptr ? plainName(m_answer->accounts[place()].quoteAsset, 20) : QString();
}

double ChanceResults::callLevel() const
{
    return chosen(0) != nullptr ? m_answer->accounts[place()].thresholds.marginCall.toDoubleForPlot() : 0;
}

double ChanceResults::liquidationLevel() const
{
    return chosen(0) != nullptr ? m_answer->accounts[place()].thresholds.liquidation.toDoubleForPlot() : 0;
}

QList<QPointF> ChanceResults::quantile(int place) const
{
    QList<QPointF> points;
    const chance::AccountChances *account = chosen(m_method);
    if (account == nullptr || place < 0 || place >= static_cast<int>(FanPoint::kPercents.size())) {
        return points;
    }
    for (const FanPoint &point : account->fan) {
        points << QPointF(static_cast<double>(point.time) / static_cast<double>(chance::kDayMs),
                          std::min(point.levels[static_cast<std::size_t>(place)], kCeiling));
    }
    return points;
}

double ChanceResults::days() const
{
    const chance::AccountChances *account = chosen(m_method);
    return account == nullptr || account->fan.empty()
        ? 1
        : static_cast<double>(account->fan.back().time) / static_cast<double>(chance::kDayMs);
}

QString ChanceResults::fanText() const
{
    const chance::AccountChances *account = chosen(m_method);
    if (account == nullptr || account->fan.empty()) {
        return {};
    }
    const auto &levels = account->fan.back().levels;
    return tr("In %1: 5 % of the paths are below %2, half below %3, 95 % below %4. Bands: 5 to 95, 10 to 90, 25 to 75 "
              "of 100 paths.")
        .arg(horizonText(account->fan.back().time), estimateText(m_format, levels.front()),
             estimateText(m_format, levels[kMedian]), estimateText(m_format, levels.back()));
}

void ChanceResults::show()
{
    const chance::AccountChances *account = chosen(0);
    m_emptyText = account == nullptr ? tr("There is no account in this mode.")
        : account->horizons.empty()  ? tr("Nothing can be said about this account: it is closed, or a price is "
                                           "missing.")
        : account->fan.empty()       ? tr("Nothing is owed: this account cannot be called.")
                                     : QString();
    showRows();
    measureFan();
    Q_EMIT changed();
    Q_EMIT fanChanged();
}

void ChanceResults::showRows()
{
    std::vector<ChanceRow> rows;
    const chance::AccountChances *account = chosen(0);
    for (std::size_t horizon = 0; account != nullptr && horizon < account->horizons.size(); ++horizon) {
        for (std::size_t method = 0; method < m_answer->methods.size(); ++method) {
            rows.push_back(rowOf(method, horizon));
        }
    }
    double highest = 0.01; // what is shown is never less than 1 %
    for (const ChanceRow &row : rows) {
        highest = std::max(highest, row.call + row.callError);
    }
    m_highestChance = std::min(1.0, std::ceil(highest * 20) / 20);
    m_rows->setRows(std::move(rows));
}

QString ChanceResults::highestText() const
{
    return probabilityText(m_format, {m_highestChance, 0}, 1);
}

ChanceRow ChanceResults::rowOf(std::size_t method, std::size_t horizon) const
{
    const HorizonChance &chance = chosen(static_cast<int>(method))->horizons[horizon];
    const std::uint64_t paths = m_answer->simulation.paths;
    ChanceRow row;
    row.horizonText = horizonText(chance.horizon);
    row.methodText = methodText(m_answer->methods[method].method);
    row.callText = probabilityText(m_format, chance.call, paths);
    row.liquidationText = probabilityText(m_format, chance.liquidation, paths);
    row.call = chance.call.p;
    row.callError = kTwoErrors * chance.call.error;
    row.liquidation = chance.liquidation.p;
    row.liquidationError = kTwoErrors * chance.liquidation.error;
    row.betweenText = chance.medianMinutes && chance.tenthMinutes
        ? tr("%1, one in ten %2")
              .arg(durationText(m_format, *chance.medianMinutes), durationText(m_format, *chance.tenthMinutes))
        : QStringLiteral("–");
    const auto pair = [this](double atRisk, double beyond) {
        return QStringLiteral("%1 · %2").arg(estimateText(m_format, atRisk), estimateText(m_format, beyond));
    };
    row.lossText = pair(chance.loss.var95, chance.loss.es95);
    row.rareLossText = pair(chance.loss.var99, chance.loss.es99);
    return row;
}

void ChanceResults::measureFan()
{
    double lowest = liquidationLevel();
    double highest = callLevel();
    for (int place = 0; place < static_cast<int>(FanPoint::kPercents.size()); ++place) {
        for (const QPointF &point : quantile(place)) {
            lowest = std::min(lowest, point.y());
            highest = std::max(highest, point.y());
        }
    }
    m_scale = ChartScale(ChartAxis::Level, lowest, highest, kMostLevels);
    m_levels->setRows(axisMarks(m_scale, m_format.locale()));
    m_times->setRows(timesAhead(std::chrono::milliseconds(std::llround(days() * chance::kDayMs)), m_format.locale()));
}

RowRoles<ChanceRow> ChanceRow::roles()
{
    return {{"horizonText", &ChanceRow::horizonText},
            {"methodText", &ChanceRow::methodText},
            {"callText", &ChanceRow::callText},
            {"liquidationText", &ChanceRow::liquidationText},
            {"call", &ChanceRow::call},
            {"callError", &ChanceRow::callError},
            {"liquidation", &ChanceRow::liquidation},
            {"liquidationError", &ChanceRow::liquidationError},
            {"betweenText", &ChanceRow::betweenText},
            {"lossText", &ChanceRow::lossText},
            {"rareLossText", &ChanceRow::rareLossText}};
}

} // namespace plimsoll::viewmodels
