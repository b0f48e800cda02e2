// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/replayplayer.h"

#include <QtCore/QPointer>
#include <QtCore/QVariantMap>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

namespace plimsoll::charts {

/// The level of the chosen account of a replay between its bars: what each slice of time reached from its lowest to its
/// highest, nothing where no level was known, and the position of the player. GUI thread.
class ReplayPlot : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plimsoll::viewmodels::ReplayPlayer *player READ player WRITE setPlayer NOTIFY styleChanged FINAL)
    /// Colours by the names that Theme has for them: text, muted, line, accent, call, liquidation.
    Q_PROPERTY(QVariantMap inks READ inks WRITE setInks NOTIFY styleChanged FINAL)

public:
    explicit ReplayPlot(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::ReplayPlayer *player() const { return m_player; }
    void setPlayer(viewmodels::ReplayPlayer *player);
    [[nodiscard]] QVariantMap inks() const { return m_inks; }
    void setInks(const QVariantMap &inks);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void styleChanged();

private:
    [[nodiscard]] QColor ink(const char *name) const;

    QPointer<viewmodels::ReplayPlayer> m_player;
    QVariantMap m_inks;
};

} // namespace plimsoll::charts
