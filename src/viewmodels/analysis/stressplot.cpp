// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/stressplot.h"

#include "viewmodels/common/accounttext.h"

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

constexpr double kCeiling = 3; // of the curve: above it nobody is in danger
constexpr int kTicks = 4; // steps on the lower axis
constexpr int kMostLevels = 8; // that are written

double shareOf(double percent)
{
    return (percent - StressPlot::kLowest) / (StressPlot::kHighest - StressPlot::kLowest);
}

QList<QPointF> curveOf(const std::vector<analysis::StressPoint> &points, std::size_t account)
{
    QList<QPointF> curve;
    for (const analysis::StressPoint &point : points) {
        if (const auto level = analysis::judgedLevel(point.decisions[account])) {
            curve << QPointF(point.shock.toDoubleForPlot(), std::min(level->toDoubleForPlot(), kCeiling));
        }
    }
    return curve;
}

/// The price now of the asset that moves alone; nothing where none does, or it is not known.
std::optional<Decimal> priceNow(const StressAnswer &answer, const margin::Assessment &now)
{
    const auto line = std::ranges::find(now.lines, answer.asset, &margin::AssetLine::asset);
    return line != now.lines.end() && line->rate.known() ? std::optional(line->rate.down) : std::nullopt;
}

} // namespace

QString wholePercentText(const DisplayFormat &format, int percent)
{
    const QString sign = percent > 0 ? QStringLiteral("+") : percent < 0 ? QStringLiteral("−") : QString();
    return StressPlot::tr("%1%2 %").arg(sign, format.locale().toString(std::abs(percent)));
}

StressPlot::StressPlot(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_ticks(new RowListModel<AxisMark>(this))
    , m_levels(new RowListModel<AxisMark>(this))
    , m_crossings(new RowListModel<StressCrossing>(this))
{
}

void StressPlot::clear()
{
    m_curve.clear();
    m_together.clear();
    m_now = -1;
    m_crossings->setRows({});
    Q_EMIT changed();
}

void StressPlot::show(const StressAnswer &answer, std::size_t place)
{
    const margin::Account &account = answer.accounts[place];
    const margin::Assessment now = margin::assess(account, *answer.rates);
    m_curve = answer.move.withoutWeight(account).empty() ? curveOf(answer.points, place) : QList<QPointF>();
    m_together = curveOf(answer.together, place);
    m_call = account.thresholds.marginCall.toDoubleForPlot();
    m_liquidation = account.thresholds.liquidation.toDoubleForPlot();
    m_callText = tr("call %1").arg(wording::ratioText(m_format, account.thresholds.marginCall));
    m_liquidationText = tr("liquidation %1").arg(wording::ratioText(m_format, account.thresholds.liquidation));
    fitScale(account);
    const bool isDrawn = now.level && !m_curve.isEmpty() && now.level->toDoubleForPlot() <= m_scale.max();
    m_now = isDrawn ? now.level->toDoubleForPlot() : -1;
    const QString level = wording::levelOrDash(m_format, now);
    const auto price = priceNow(answer, now);
    m_nowText = price ? tr("now %1 at %2").arg(level, m_format.price(price, margin::Rounding::Down))
                      : tr("now %1").arg(level);
    showTicks(answer, now);
    showCrossings(answer, place, now);
    Q_EMIT changed();
}

void StressPlot::fitScale(const margin::Account &account)
{
    double lowest = m_liquidation;
    double highest = account.thresholds.initial.toDoubleForPlot();
    for (const QPointF &point : m_curve) {
        lowest = std::min(lowest, point.y());
        highest = std::max(highest, point.y());
    }
    m_scale = ChartScale(ChartAxis::Level, lowest, highest, kMostLevels);
    m_levels->setRows(axisMarks(m_scale, m_format.locale()));
}

void StressPlot::showTicks(const StressAnswer &answer, const margin::Assessment &now)
{
    const auto price = priceNow(answer, now);
    std::vector<AxisMark> ticks;
    for (int percent = kLowest; percent <= kHighest; percent += (kHighest - kLowest) / kTicks) {
        const auto factor = analysis::factorAt(Decimal::fromInteger(1), Decimal::fromInteger(percent));
        const auto moved = price && factor ? price->times(*factor, margin::Rounding::Down) : std::nullopt;
        ticks.push_back({shareOf(percent), wholePercentText(m_format, percent),
                         moved ? m_format.price(*moved, margin::Rounding::Down) : QString()});
    }
    m_ticks->setRows(std::move(ticks));
}

void StressPlot::showCrossings(const StressAnswer &answer, std::size_t place, const margin::Assessment &now)
{
    std::vector<StressCrossing> crossings;
    for (const analysis::DominoFall &fall : answer.domino.falls) {
        const double shock = fall.shock.toDoubleForPlot();
        if (fall.account != place || fall.shock.isZero() || shock < kLowest || shock > kHighest) {
            continue; // met already, or beyond the edge
        }
        const bool isCall = fall.bar == analysis::DominoBar::MarginCall;
        QString text = wording::moveText(m_format, fall.shock);
        const auto &prices = isCall ? now.marginCallPrices : now.liquidationPrices;
        const auto bar = std::ranges::find(prices, answer.asset, &margin::NamedBarPrice::asset);
        if (bar != prices.end() && !answer.asset.empty()) {
            text = tr("%1 · %2").arg(wording::barPriceText(m_format, bar->bar), text);
        }
        const bool isLeftwards = isCall == (shock > 0); // the call is the nearer one: its text goes towards now
        crossings.push_back({shareOf(shock), isCall ? m_call : m_liquidation, text, isLeftwards,
                             isCall ? RiskState::MarginCall : RiskState::Liquidation});
    }
    m_crossings->setRows(std::move(crossings));
}

RowRoles<StressCrossing> StressCrossing::roles()
{
    return {{"share", &StressCrossing::share},
            {"level", &StressCrossing::level},
            {"words", &StressCrossing::text},
            {"isLeftwards", &StressCrossing::isLeftwards},
            {"riskState", &StressCrossing::state}};
}

} // namespace plimsoll::viewmodels
