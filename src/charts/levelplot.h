// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartsketch.h"

#include <QtCore/QPointer>
#include <QtCore/QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

namespace plimsoll::charts {

/// The chart of levels with its axes, on the screen. GUI thread; painted while that waits.
class LevelPlot : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plimsoll::viewmodels::LevelChartViewModel *chart READ chart WRITE setChart NOTIFY styleChanged FINAL)
    /// Colours by the names that Theme has for them: background, text, muted, faint, line, accent, early, call,
    /// liquidation, unknown.
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY styleChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily WRITE setFontFamily NOTIFY styleChanged FINAL)
    /// Pixels at the right that are left free for labels.
    Q_PROPERTY(double gutter READ gutter WRITE setGutter NOTIFY styleChanged FINAL)
    /// Words at the ends of the axis instead of marks of time.
    Q_PROPERTY(QString startLabel READ startLabel WRITE setStartLabel NOTIFY styleChanged FINAL)
    Q_PROPERTY(QString endLabel READ endLabel WRITE setEndLabel NOTIFY styleChanged FINAL)
    /// Of the further curve; nobody writes labels there.
    Q_PROPERTY(double curveAxis READ curveAxis NOTIFY styleChanged FINAL)
    /// Where the lines are, in this item.
    Q_PROPERTY(QRectF plotArea READ plotArea NOTIFY styleChanged FINAL)

public:
    explicit LevelPlot(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::LevelChartViewModel *chart() const { return m_chart; }
    void setChart(viewmodels::LevelChartViewModel *chart);
    [[nodiscard]] QVariantMap inks() const { return m_style.inks; }
    void setInks(const QVariantMap &inks);
    [[nodiscard]] QString fontFamily() const { return m_style.fontFamily; }
    void setFontFamily(const QString &family);
    [[nodiscard]] double gutter() const { return m_style.gutter; }
    void setGutter(double gutter);
    [[nodiscard]] QString startLabel() const { return m_style.startLabel; }
    void setStartLabel(const QString &label);
    [[nodiscard]] QString endLabel() const { return m_style.endLabel; }
    void setEndLabel(const QString &label);
    [[nodiscard]] double curveAxis() const { return m_style.curveAxis; }
    [[nodiscard]] QRectF plotArea() const;

    /// The chart as it is shown, with its labels, as the bytes of a file: "png" in twice the size, or "svg".
    Q_INVOKABLE [[nodiscard]] QByteArray picture(const QString &format) const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void styleChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    [[nodiscard]] ChartStyle styleNow() const;
    void follow();
    template<typename Value>
    void change(Value &kept, const Value &value);

    QPointer<viewmodels::LevelChartViewModel> m_chart;
    ChartStyle m_style;
};

} // namespace plimsoll::charts
