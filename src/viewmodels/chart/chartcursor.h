// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

class LevelChartViewModel;

/// The moment of a chart that a pointer or the arrow keys are at, and what held then. GUI thread.
class ChartCursor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the chart")
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL)
    /// Of the window, 0 at its left edge.
    Q_PROPERTY(double share READ share NOTIFY changed FINAL)
    /// Of the chosen account's level, 0 at the bottom of the chart; -1 where it was not known or is outside.
    Q_PROPERTY(double place READ place NOTIFY changed FINAL)
    /// The moment, short, for the axis.
    Q_PROPERTY(QString timeText READ timeText NOTIFY changed FINAL)
    /// The level in what the axis counts.
    Q_PROPERTY(QString axisText READ axisText NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// What is told, and beside each its value.
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(QStringList values READ values NOTIFY changed FINAL)
    /// How much time one column of pixels stands for, and from where to where the level went in it.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)
    /// All of it as one sentence.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)

public:
    explicit ChartCursor(LevelChartViewModel &chart);

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] double share() const;
    [[nodiscard]] double place() const { return m_place; }
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] QString axisText() const { return m_axisText; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] QStringList values() const { return m_values; }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QString sentence() const;

    /// `column`: the share of the window that one column of pixels has.
    Q_INVOKABLE void moveTo(double share, double column);
    /// By so many columns; from nowhere to the right edge. At an edge the window moves along.
    Q_INVOKABLE void step(int columns, double column);
    Q_INVOKABLE void leave();

    void refresh(); ///< the chart changed below it

Q_SIGNALS:
    void changed();

private:
    void read();

    LevelChartViewModel &m_chart;
    bool m_active = false;
    double m_time = 0; ///< ms since 1970 UTC
    double m_column = 0.001;
    double m_place = -1;
    QString m_axisText;
    QString m_note;
    QStringList m_names;
    QStringList m_values;
};

} // namespace plimsoll::viewmodels
