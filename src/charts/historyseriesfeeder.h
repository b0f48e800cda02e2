// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/historyviewmodel.h"

#include <QtCharts/QXYSeries>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::charts {

/// Fills one chart series with one line of the history: one replace() per change, at most 2 points per pixel, and a pen of width 1 where
/// there are many points (wide pens with antialiasing cost most of a frame there). GUI thread.
class HistorySeriesFeeder : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plimsoll::viewmodels::HistoryViewModel *history READ history WRITE setHistory NOTIFY changed FINAL)
    Q_PROPERTY(QXYSeries *series READ series WRITE setSeries NOTIFY changed FINAL)
    Q_PROPERTY(QString lineId READ lineId WRITE setLineId NOTIFY changed FINAL)
    Q_PROPERTY(int pixels READ pixels WRITE setPixels NOTIFY changed FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed FINAL)
    Q_PROPERTY(bool dashed READ dashed WRITE setDashed NOTIFY changed FINAL)

public:
    static constexpr int kManyPoints = 1000;

    using QObject::QObject;

    [[nodiscard]] viewmodels::HistoryViewModel *history() const { return m_history; }
    void setHistory(viewmodels::HistoryViewModel *history);
    [[nodiscard]] QXYSeries *series() const { return m_series; }
    void setSeries(QXYSeries *series);
    [[nodiscard]] QString lineId() const { return m_lineId; }
    void setLineId(const QString &lineId);
    [[nodiscard]] int pixels() const { return m_pixels; }
    void setPixels(int pixels);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] bool dashed() const { return m_dashed; }
    void setDashed(bool dashed);

Q_SIGNALS:
    void changed();

private:
    void feed();

    QPointer<viewmodels::HistoryViewModel> m_history;
    QPointer<QXYSeries> m_series;
    QString m_lineId;
    int m_pixels = 500;
    QColor m_color = Qt::black;
    bool m_dashed = false;
};

} // namespace plimsoll::charts
