// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "viewmodels/analysis/stressanswer.h"
#include "viewmodels/common/axismark.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtCore/QPointF>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// Where the curve meets a bar.
struct StressCrossing {
    double share = 0; ///< of the width
    double level = 0; ///< the bar
    QString text; ///< "−26.34 %"; with the price where one asset moves alone: "2,108.63 · −26.34 %"
    bool isLeftwards = false; ///< the text stands left of it, where no other one stands
    RiskState state = RiskState::MarginCall; ///< which bar

    static RowRoles<StressCrossing> roles();
    bool operator==(const StressCrossing &) const = default;
};

/// The level of one account over moves of prices, with the words around the curve. x is the shock in percent, y the
/// level, a ratio: doubles for pixels only. GUI thread.
/// More than 20 public functions: one property for each thing that is drawn.
class StressPlot : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// Ends where the level is beyond what is drawn.
    Q_PROPERTY(QList<QPointF> curve READ curve NOTIFY changed FINAL)
    /// The same with all prices moving, where one asset moves alone; else empty.
    Q_PROPERTY(QList<QPointF> together READ together NOTIFY changed FINAL)
    Q_PROPERTY(double lowest READ lowest NOTIFY changed FINAL) ///< level at the lower edge
    Q_PROPERTY(double highest READ highest NOTIFY changed FINAL)
    Q_PROPERTY(double callLevel READ callLevel NOTIFY changed FINAL)
    Q_PROPERTY(double liquidationLevel READ liquidationLevel NOTIFY changed FINAL)
    Q_PROPERTY(QString callText READ callText NOTIFY changed FINAL) ///< "call 1.16"
    Q_PROPERTY(QString liquidationText READ liquidationText NOTIFY changed FINAL)
    Q_PROPERTY(double now READ now NOTIFY changed FINAL) ///< level without a move; -1: not known, or beyond the edge
    Q_PROPERTY(QString nowText READ nowText NOTIFY changed FINAL) ///< "now 1.34", "now 1.34 at 2,861.00"
    Q_PROPERTY(bool rises READ rises NOTIFY changed FINAL) ///< with prices: there is room left above the curve
    Q_PROPERTY(plimsoll::viewmodels::RowModel *ticks READ ticks CONSTANT
                   FINAL) ///< AxisMark: moves, with the price of what moves alone
    Q_PROPERTY(plimsoll::viewmodels::RowModel *levels READ levels CONSTANT FINAL) ///< AxisMark
    Q_PROPERTY(plimsoll::viewmodels::RowModel *crossings READ crossings CONSTANT FINAL) ///< StressCrossing

public:
    static constexpr int kLowest = -50; ///< percent, the left edge
    static constexpr int kHighest = 50;

    explicit StressPlot(const DisplayFormat &format, QObject *parent = nullptr);

    void show(const StressAnswer &answer, std::size_t place);
    void clear();

    [[nodiscard]] QList<QPointF> curve() const { return m_curve; }
    [[nodiscard]] QList<QPointF> together() const { return m_together; }
    [[nodiscard]] double lowest() const { return m_scale.min(); }
    [[nodiscard]] double highest() const { return m_scale.max(); }
    [[nodiscard]] double callLevel() const { return m_call; }
    [[nodiscard]] double liquidationLevel() const { return m_liquidation; }
    [[nodiscard]] QString callText() const { return m_callText; }
    [[nodiscard]] QString liquidationText() const { return m_liquidationText; }
    [[nodiscard]] double now() const { return m_now; }
    [[nodiscard]] QString nowText() const { return m_nowText; }
    [[nodiscard]] bool rises() const { return !m_curve.isEmpty() && m_curve.first().y() <= m_curve.last().y(); }
    [[nodiscard]] RowModel *ticks() const { return m_ticks; }
    [[nodiscard]] RowModel *levels() const { return m_levels; }
    [[nodiscard]] RowModel *crossings() const { return m_crossings; }

Q_SIGNALS:
    void changed();

private:
    void fitScale(const margin::Account &account);
    void showTicks(const StressAnswer &answer, const margin::Assessment &now);
    void showCrossings(const StressAnswer &answer, std::size_t place, const margin::Assessment &now);

    const DisplayFormat &m_format;
    QList<QPointF> m_curve;
    QList<QPointF> m_together;
    ChartScale m_scale;
    double m_call = 0;
    double m_liquidation = 0;
    QString m_callText;
    QString m_liquidationText;
    double m_now = -1;
    QString m_nowText;
    RowListModel<AxisMark> *m_ticks;
    RowListModel<AxisMark> *m_levels;
    RowListModel<StressCrossing> *m_crossings;
};

/// "−10 %": of a whole percentage, with the signs of the locale's money.
QString wholePercentText(const DisplayFormat &format, int percent);

} // namespace plimsoll::viewmodels
