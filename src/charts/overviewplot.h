// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/chart/levelchartviewmodel.h"

#include <QtCore/QPointer>
#include <QtCore/QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

namespace plimsoll::charts {

/// The whole history of the chosen account in small, with its zones. GUI thread; painted while that waits.
class OverviewPlot : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plimsoll::viewmodels::LevelChartViewModel *chart READ chart WRITE setChart NOTIFY styleChanged FINAL)
    /// Colours by the names that Theme has for them: surface, muted, call, liquidation.
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY styleChanged FINAL)

public:
    explicit OverviewPlot(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::LevelChartViewModel *chart() const { return m_chart; }
    void setChart(viewmodels::LevelChartViewModel *chart);
    [[nodiscard]] QVariantMap inks() const { return m_inks; }
    void setInks(const QVariantMap &inks);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void styleChanged();

private:
    void follow();

    QPointer<viewmodels::LevelChartViewModel> m_chart;
    QVariantMap m_inks;
    QVariantList m_seen; ///< what was drawn last: a window that moves changes nothing here
};

} // namespace plimsoll::charts
