// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/chart/sparklines.h"

#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

#include <vector>

namespace plimsoll::charts {

/// One column of pixels of a small line, as high as all that held while it passed. Device pixels, y downwards.
struct SparkBar {
    int x = 0;
    int top = 0;
    int height = 0;

    bool operator==(const SparkBar &) const = default;
};

/// The columns fitted into `height` device pixels, at least `stroke` high each. A swing of less than a hundredth of the
/// level does not fill the height: what hardly moves looks so.
std::vector<SparkBar> sparkBars(const std::vector<viewmodels::LevelColumn> &columns, int height, int stroke);

/// An account's level over 24 hours, without axis or words. Where nothing was known there is nothing, and a dot marks
/// the end of a line that reaches up to now. It is painted again only where a pixel of its own differs. GUI thread;
/// painted while that waits.
class Sparkline : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plimsoll::viewmodels::Sparklines *lines READ lines WRITE setLines NOTIFY styleChanged FINAL)
    Q_PROPERTY(QString accountId READ accountId WRITE setAccountId NOTIFY styleChanged FINAL)
    /// There is something to see.
    Q_PROPERTY(bool drawn READ isDrawn NOTIFY pictureChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY styleChanged FINAL)

public:
    explicit Sparkline(QQuickItem *parent = nullptr);

    [[nodiscard]] viewmodels::Sparklines *lines() const { return m_lines; }
    void setLines(viewmodels::Sparklines *lines);
    [[nodiscard]] QString accountId() const { return m_accountId; }
    void setAccountId(const QString &accountId);
    [[nodiscard]] bool isDrawn() const { return !m_bars.empty(); }
    [[nodiscard]] QColor ink() const { return m_ink; }
    void setInk(const QColor &ink);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void styleChanged();
    void pictureChanged(); ///< and is painted with the next frame

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    void follow();
    [[nodiscard]] double pixelRatio() const;

    QPointer<viewmodels::Sparklines> m_lines;
    QString m_accountId;
    QColor m_ink;
    std::vector<SparkBar> m_bars; ///< as they are drawn
    bool m_reachesNow = false;
};

} // namespace plimsoll::charts
