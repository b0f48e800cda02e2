// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/historyviewmodel.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

namespace plimsoll::charts {

/// Draws the levels and bars of a history over the plot area of a chart. A chart's own series cannot have breaks, and a
/// level has one wherever it was not known. GUI thread; painted while that waits.
class LevelCurves : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        plimsoll::viewmodels::HistoryViewModel *history READ history WRITE setHistory NOTIFY historyChanged FINAL)

public:
    explicit LevelCurves(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::HistoryViewModel *history() const { return m_history; }
    void setHistory(viewmodels::HistoryViewModel *history);

    Q_INVOKABLE void setInk(const QString &lineId, const QColor &ink); ///< a line without ink is not drawn

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void historyChanged();

private:
    [[nodiscard]] QPointF place(QPointF point) const;

    QPointer<viewmodels::HistoryViewModel> m_history;
    QHash<QString, QColor> m_inks;
};

} // namespace plimsoll::charts
